"""Words of a sentence, each with its likeliest reading, and the lists of the closed classes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from oqiga.read.kk.endings import endings
from oqiga.read.kk.morphology import ABOUT, analyses
from oqiga.read.kk.scripts import to_cyrillic
from oqiga.read.kk.tokens import Piece
from oqiga.read.kk.vocabulary import Analysis, vocabulary
from oqiga.read.languages import language_pack

_NUMBER = re.compile(r"(\d[\d.,:]*)(?:[-–‑]?([^\W\d_]+))?")
_COLLECTIVE = ("еуі", "ауы", "еу", "ау", "уі", "уы")
_ORDINAL = ("ші", "шы", "інші", "ыншы", "нші", "ншы")


@dataclass(slots=True)
class Word:
    """One word on its way into the tree. head: position in the sentence, -1 while open."""

    piece: Piece
    text: str
    lower: str
    reading: Analysis
    head: int = -1
    dep: str = ""
    extra: frozenset[str] = field(default_factory=frozenset)
    entity: str = ""

    @property
    def pos(self) -> str:
        """Part of speech."""
        return self.reading.pos

    @property
    def nominal(self) -> bool:
        """Whether it can head a noun phrase."""
        return self.reading.pos in ("NOUN", "PROPN", "PRON")


@lru_cache(maxsize=1)
def listed() -> Mapping[str, frozenset[str]]:
    """Return the plain lists of the closed classes by name."""
    lexicon = language_pack("kk").lexicon("closed")
    return {name: frozenset(words) for name, words in lexicon.items() if isinstance(words, list)}


@lru_cache(maxsize=1)
def governed() -> Mapping[str, Sequence[str]]:
    """Return the postpositions of a dative that are other words without one: form to lemma, pos, features."""
    found: Mapping[str, Sequence[str]] = language_pack("kk").lexicon("closed")["after_dative"]
    return found


@lru_cache(maxsize=1)
def owned() -> Mapping[str, Sequence[str]]:
    """Return the conjunctions that are nouns behind another one, as `governed` does."""
    found: Mapping[str, Sequence[str]] = language_pack("kk").lexicon("closed")["behind_owner"]
    return found


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """Return the nouns for people that are one word."""
    groups = language_pack("kk").lexicon("people")["groups"]
    return frozenset(noun for nouns in groups.values() for noun in nouns if " " not in noun)


@lru_cache(maxsize=1)
def of_people() -> frozenset[str]:
    """Return the last words of all nouns for people: әскери *қызметші*."""
    groups = language_pack("kk").lexicon("people")["groups"]
    return frozenset(noun.rpartition(" ")[2] for nouns in groups.values() for noun in nouns)


def word_of(piece: Piece, alphabet: str) -> Word:
    """Return a word with its likeliest reading anywhere, whatever stands around it."""
    number = _NUMBER.fullmatch(piece.text)
    if number is not None:
        return _numeral(piece, number[1], to_cyrillic(number[2], alphabet) if number[2] else "")
    text = to_cyrillic(piece.text, alphabet)
    lower = text.lower()
    if not text[:1].isalpha():
        return Word(piece, text, lower, Analysis(lower, "PUNCT", frozenset(), known=True))
    return Word(piece, text, lower, analyses(lower)[0])


def _numeral(piece: Piece, digits: str, suffix: str) -> Word:
    """Return a number in digits; its case ending is a feature, not a part of the word."""
    if suffix in _ORDINAL:
        return _ordinal(piece)
    feats: frozenset[str] = frozenset({"Case=Nom"})
    chains = [ending for ending in endings().get(suffix, ()) if ending.kind in ("noun", "attributive")]
    if suffix.startswith(_COLLECTIVE):
        feats = frozenset({f"Case={_case_of_part(suffix)}", "Person[psor]=3"})
    elif suffix and chains:
        feats = chains[-1].feats
    elif suffix in vocabulary().about:
        feats = frozenset({"Case=Nom", ABOUT})
    elif suffix:
        return _ordinal(piece, digits, suffix)  # "9-сынып", the ninth form; "24-наурыз", the 24th of March
    return Word(piece, digits, digits, Analysis(digits, "NUM", feats, known=True))


def _case_of_part(suffix: str) -> str:
    """Return the case of a number "of them", told behind its ending: "4-еуін жаралады", wounded four."""
    rest = next((suffix.removeprefix(lead) for lead in ("еу", "ау", "у") if suffix.startswith(lead)), "")
    owned = (ending.feats for ending in endings().get(rest, ()) if "Person[psor]=3" in ending.feats)
    cases = (feat[5:] for feats in owned for feat in feats if feat.startswith("Case="))
    return next(cases, "Nom")


def _ordinal(piece: Piece, digits: str = "", suffix: str = "") -> Word:
    """Return a number that counts nobody: it says which, with its noun behind the hyphen or without.

    In a case it is that noun: «22-наурызда», on the 22nd of March.
    """
    lower = piece.text.lower()
    noun = analyses(suffix.lower())[0] if suffix else None
    if noun is not None and noun.known and noun.pos == "NOUN" and "Case=Nom" not in noun.feats:
        reading = Analysis(f"{digits}-{noun.lemma}", "NOUN", noun.feats, known=True)
        return Word(piece, piece.text, lower, reading)
    if noun is not None and noun.known and noun.pos == "ADJ":
        return Word(
            piece, piece.text, lower, Analysis(f"{digits}-{noun.lemma}", "ADJ", frozenset(), known=True)
        )
    return Word(piece, piece.text, lower, Analysis(lower, "ADJ", frozenset(), known=True))
