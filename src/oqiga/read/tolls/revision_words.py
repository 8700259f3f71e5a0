"""The words in one language that join a new figure with an old one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from oqiga.model.terms import RevisionKind
from oqiga.read.phrases import Phrases, labelled, words_of
from oqiga.read.tolls.people_words import lowered


@dataclass(frozen=True, slots=True)
class UntrueWords:
    """Accounts, and what calls them false."""

    nouns: frozenset[str]
    pronouns: frozenset[str]
    false: Phrases[str]
    loosely: Phrases[str]
    true: Phrases[str]
    calling: frozenset[str]
    falsely: Phrases[str]
    against: Phrases[str]
    withdrawing: frozenset[str]


@dataclass(frozen=True, slots=True)
class RevisionWords:
    """What joins a new figure with an old one."""

    earlier: Phrases[str]
    change: Phrases[str]
    origin: Phrases[str]
    wrong: Phrases[str]
    by: frozenset[str]
    difference: Phrases[str]
    spans: frozenset[str]
    because: frozenset[str]
    recounting: frozenset[str]
    twice: Phrases[str]
    summing: Phrases[str]
    untrue: UntrueWords


def revisions(lexicon: Mapping[str, Any]) -> RevisionWords:
    """Return the words of a lexicon of revisions."""
    change = lexicon["change"]
    return RevisionWords(
        earlier=words_of(lexicon["earlier"]),
        change=labelled({kind.value: change.get(kind.value, ()) for kind in RevisionKind}),
        origin=labelled({"from": lexicon["from"]}),
        wrong=words_of(lexicon.get("wrong", ())),
        by=frozenset(lexicon.get("by", ())),
        difference=words_of(lexicon.get("difference", ())),
        spans=lowered(lexicon, "spans") if "spans" in lexicon else frozenset(),
        because=lowered(lexicon, "because") if "because" in lexicon else frozenset(),
        recounting=frozenset(lexicon.get("twice", {}).get("verbs", ())),
        twice=words_of(lexicon.get("twice", {}).get("how", ())),
        summing=words_of(lexicon.get("summing", ())),
        untrue=_untrue(lexicon.get("untrue", {})),
    )


def _untrue(lexicon: Mapping[str, Any]) -> UntrueWords:
    return UntrueWords(
        nouns=frozenset(lexicon.get("nouns", ())),
        pronouns=frozenset(lexicon.get("pronouns", ())),
        false=words_of(lexicon.get("false", ())),
        loosely=words_of(lexicon.get("loosely", ())),
        true=words_of(lexicon.get("true", ())),
        calling=frozenset(lexicon.get("calling", ())),
        falsely=words_of(lexicon.get("falsely", ())),
        against=words_of(lexicon.get("against", ())),
        withdrawing=frozenset(lexicon.get("withdrawing", ())),
    )
