"""Who is held to have done it, by whom and on what grounds. Nobody is ever stated guilty by the record."""

from oqiga.read.blame.find import find_blame
from oqiga.read.blame.others import told_by_others

__all__ = ["find_blame", "told_by_others"]
