"""What authorities did or ordered: cordons, curfews, closures, levels of alert, cuts of the Internet, …"""

from oqiga.read.measures.find import find_measures

__all__ = ["find_measures"]
