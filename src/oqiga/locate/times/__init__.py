"""Expressions of time: found by the patterns of a language's lexicon, resolved on one calendar.

Use `find_times`; a language is one file, `lexicon/<code>.yaml` (docs/languages.md describes it).
"""

from oqiga.locate.times.find import find_times
from oqiga.locate.times.one_day import single_day

__all__ = ["find_times", "single_day"]
