"""Kazakh words with a capital: names, and common words that only look like them."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.endings import endings
from oqiga.read.kk.vocabulary import Analysis
from oqiga.read.kk.words import Word, listed

_OWN = frozenset({"Person[psor]=1", "Person[psor]=2"})
"""Endings that no common word with a capital inside a sentence has: Таксим is no taxi of mine."""


def name_reading(word: Word, found: Sequence[Analysis], place: int) -> Analysis | None:
    """Return the reading of a capitalised word as a name, None when it is a common word."""
    first = found[0]
    if first.pos == "VERB" and place and len(found) > 1:
        found = tuple(each for each in found if each.pos == "NOUN" and not each.has("VerbForm=Part")) or found
        first = found[-1]
    if first.pos not in ("NOUN", "ADJ"):
        return None
    base, _, suffix = word.lower.rpartition("-")
    upper = word.text.partition("-")[0]
    if base and len(suffix) <= 6 and suffix in endings() and (upper.isupper() or upper.isascii()):
        feats = next(
            (each.feats for each in endings()[suffix] if each.kind in ("noun", "attributive")), frozenset()
        )
        return Analysis(base, "PROPN", feats, known=False)
    if ends_a_name(word, first):
        return Analysis(word.lower, "PROPN", frozenset({"Case=Nom", "Number=Sing"}), known=False)
    if first.known and first.pos == "NOUN" and not (place and _OWN & first.feats):
        return Analysis(first.lemma, "PROPN" if place else "NOUN", first.feats, known=True)
    if first.pos == "ADJ":
        return first
    if word.text.isupper() and len(word.text) <= 6:
        return Analysis(word.lower, "PROPN", frozenset({"Case=Nom"}), known=False)
    plain = [each for each in found if not any(feat.startswith("Person") for feat in each.feats)]
    chosen = plain[0] if plain else first
    if len(chosen.lemma) < 3:
        chosen = found[-1]
    return Analysis(chosen.lemma, "PROPN", chosen.feats, known=False)


def ends_a_name(word: Word, found: Analysis) -> bool:
    """Tell whether a word ends as names do from which no case is cut: Ауғанстан, Файзуллозода."""
    if found.known and found.has("Case=Abl"):
        return False  # "Атыстан үш адам жараланды": from the shooting, no land
    return word.lower.endswith(tuple(listed()["name_ends"]))
