"""The Kazakh words that are known: stems, and words of closed classes with their readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from oqiga.read.languages import language_pack


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word. known: its stem stands in a list. stem: letters of it, for ranking."""

    lemma: str
    pos: str
    feats: frozenset[str]
    known: bool
    stem: int = 0

    @property
    def case(self) -> str:
        """The case, "" when it has none."""
        return next((feat[5:] for feat in self.feats if feat.startswith("Case=")), "")

    @property
    def possessed(self) -> bool:
        """Whether a possessive of the third person stands on it."""
        return "Person[psor]=3" in self.feats

    def has(self, feat: str) -> bool:
        """Tell whether it has a feature, "Name=Value"."""
        return feat in self.feats


class Vocabulary:
    """Known stems and the words of closed classes."""

    def __init__(self) -> None:
        pack = language_pack("kk")
        stems, own = pack.lexicon("stems"), pack.lexicon("vocabulary")
        mined_verbs = frozenset(stems["verbs"].split()) - frozenset(own["not_verbs"].split())
        self.verbs = mined_verbs | frozenset(own["verbs"].split())
        self.own_nouns = frozenset(own["nouns"].split())
        closed = pack.lexicon("closed")
        self.numerals = frozenset(closed["numerals"])
        mined = frozenset(stems["nouns"].split()) - frozenset(own["not_nouns"].split())
        self.nouns = self.own_nouns | self.numerals | mined
        suffixes = pack.lexicon("suffixes")
        self.changed_nouns: Mapping[str, str] = suffixes["changed_nouns"]
        self.changed_verbs: Mapping[str, str] = suffixes["changed_verbs"]
        self.middle = frozenset(suffixes["middle"])
        self.about = frozenset(suffixes["about"])
        self.fact: tuple[str, ...] = tuple(suffixes["verb"]["fact"])
        self.pluperfect = frozenset(suffixes["verb"]["pluperfect"])
        self.past: tuple[str, ...] = tuple(suffixes["verb"]["participles"]["Past"])
        self.relational: tuple[str, ...] = tuple(suffixes["demonym"])
        self.closed = dict(_closed(closed))


def _closed(lexicon: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Analysis, ...]]]:
    """Yield the forms of closed classes; where a form stands in several, the later class wins."""
    for name, pos in (
        ("adverbs", "ADV"), ("adjectives", "ADJ"), ("particles", "PART"), ("conjunctions", "CCONJ"),
        ("postpositions", "ADP"), ("determiners", "DET"), ("numerals", "NUM"),
    ):  # fmt: skip
        for form in lexicon[name]:
            yield form, (Analysis(form, pos, frozenset(), known=True, stem=len(form)),)
    for lemma, forms in lexicon["pronouns"].items():
        for form, case in forms.items():
            number = {"Number=Plur"} if lemma.endswith("лар") or lemma == "біз" else {"Number=Sing"}
            yield (
                form,
                (Analysis(lemma, "PRON", frozenset({f"Case={case}"} | number), known=True, stem=len(form)),),
            )
    for form, mark in lexicon["copulas"].items():
        negative = {"Polarity=Neg"} if mark == "Neg" else set()
        evident = {"Evident=Nfh"} if mark == "Nfh" else set()
        lemma = form if mark == "Neg" else "бар" if form == "бар" else "е"
        feats = frozenset({"VerbForm=Fin"} | negative | evident)
        if mark in ("Acc", "Nom", "Gen"):
            feats = frozenset({"VerbForm=Part", f"Case={mark}", "Person[psor]=3"})
        yield form, (Analysis(lemma, "AUX", feats, known=True, stem=len(form)),)
    for form, (lemma, pos, *feats) in lexicon["defective"].items():
        yield form, (Analysis(lemma, pos, frozenset(feats), known=True, stem=len(form)),)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read once."""
    return Vocabulary()
