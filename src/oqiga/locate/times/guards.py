"""Whether words that fit a pattern tell a time here: "may" and "march", «Қазан», which is a town too."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.locate.times.patterns import Match, Reader
from oqiga.locate.times.words import Word

_SENTENCE_SIGNS = frozenset(".!?:;\"'“”«»()[]")
"""After these, or after nothing, a capital says nothing about a word."""


def allowed(match: Match, reader: Reader) -> bool:
    """Apply the guards of the pattern and the list of common words."""
    words, lexicon = reader.words, reader.lexicon
    before, after = neighbours(match, words)
    guards = match.guards
    if "after" in guards and not lexicon.listed(guards["after"], before):
        return False
    if "before" in guards and after and not lexicon.listed(guards["before"], after):
        return False
    if "not_after" in guards and lexicon.listed(guards["not_after"], before):
        return False
    if "not_before" in guards and lexicon.listed(guards["not_before"], after):
        return False
    return match.last - match.first > 2 or _is_name(match, reader, before)


def neighbours(match: Match, words: Sequence[Word]) -> tuple[str, str]:
    """Return the pieces before and after, "" where the paragraph begins or ends."""
    before = words[match.first - 1].key if match.first and not words[match.first].fresh else ""
    after = words[match.last].key if match.last < len(words) and not words[match.last].fresh else ""
    return before, after


def _is_name(match: Match, reader: Reader, before: str) -> bool:
    """Tell whether a common word ("may", "march", "this may") names a month here."""
    lexicon = reader.lexicon
    inside = reader.words[match.first : match.last]
    if not any(word.digits for word in inside) and _is_town(match, reader, before):
        return False
    common = [word for word in inside if lexicon.listed("careful", word.key)]
    if not common or any(word.digits for word in inside):
        return True
    word = common[0]
    if len(inside) > 1:
        return word.case == "capital"
    opens = not before or before in _SENTENCE_SIGNS
    named = word.case == "capital" and not opens
    return word.case != "small" and (named or lexicon.listed("before_month", before))


def _is_town(match: Match, reader: Reader, before: str) -> bool:
    """Tell whether the name of a month is that of a town ("Қазанда"): written large where none opens."""
    opens = not before or before in _SENTENCE_SIGNS
    words = reader.words[match.first : match.last]
    return not opens and any(
        word.case == "capital" and reader.lexicon.listed("small", word.key) for word in words
    )
