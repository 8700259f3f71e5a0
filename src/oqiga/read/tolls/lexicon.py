"""The words of tolls in one language, read once and ready for matching."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from oqiga.read.languages import language_pack
from oqiga.read.phrases import Phrases, labelled, words_of
from oqiga.read.tolls.meant import Meant, meant_words
from oqiga.read.tolls.people_words import PeopleWords, lowered, people
from oqiga.read.tolls.revision_words import RevisionWords, revisions

KINDS = ("object", "subject", "state", "of", "count", "toll")
"""The ways in which words of an outcome find the people affected; see docs/languages.md."""


@dataclass(frozen=True, slots=True)
class OutcomeFrame:
    """A verb that tells an outcome with one of `having` below it, in whatever order; kind: as of a trigger.

    crowd: who takes part attacks nobody. by: what alone does it ("the *crash* sent two to
    hospital"), anything when empty.
    """

    outcome: str
    kind: str
    having: frozenset[str]
    crowd: bool
    by: frozenset[str]


@dataclass(frozen=True, slots=True)
class HitWords:
    """Verbs that harm only when `things` do it, beside a word of `firing`, or in `parts` of a body."""

    verbs: frozenset[str]
    firing: frozenset[str]
    things: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class TogetherWords:
    """States of the dead and the hurt, joined under one figure: "40 killed and wounded"."""

    joints: frozenset[str]
    dead: frozenset[str]
    hurt: frozenset[str]


@dataclass(frozen=True, slots=True)
class WoundWords:
    """What people have without a word for getting it: prepositions of the owner, wounds, verbs between."""

    links: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """What became of them. triggers: kind → phrases labelled with outcomes. frames: by lemma of the verb."""

    object_after_verb: bool
    free_order: bool
    verb_last: bool
    triggers: Mapping[str, Phrases[str]]
    frames: Mapping[str, tuple[OutcomeFrame, ...]]
    wounds: WoundWords
    worn: WoundWords
    toll_verbs: Phrases[str]
    toll_again: frozenset[str]
    restating: frozenset[str]
    exceeding: Phrases[str]
    rising: frozenset[str]
    lives_nouns: frozenset[str]
    lives_verbs: frozenset[str]
    left: frozenset[str]
    copulas: frozenset[str]
    negation: frozenset[str]
    modal: frozenset[str]
    modal_past: frozenset[str]
    perfect: frozenset[str]
    unreal: Phrases[str]
    conditional: Phrases[str]
    implicative: frozenset[str]
    foes: frozenset[str]
    euphemisms: frozenset[str]
    natural: Phrases[str]
    own_hand: Phrases[str]
    afterwards: Phrases[str]
    meant: Meant
    occupied: frozenset[str]
    sought: frozenset[str]
    shot: Phrases[str]
    patients: frozenset[str]
    ramming: frozenset[str]
    rammed: frozenset[str]
    rammed_many: frozenset[str]
    ramming_with: frozenset[str]
    attacking: frozenset[str]
    attacks: frozenset[str]
    attackers_kin: frozenset[str]
    deed_marks: frozenset[str]
    fled: frozenset[str]
    suspicion: frozenset[str]
    suspected_of: frozenset[str]
    suspected_as: frozenset[str]
    suspected_deeds: frozenset[str]
    calling: frozenset[str]
    called_as: frozenset[str]
    things_too: frozenset[str]
    either: frozenset[str]
    together: TogetherWords
    body_nouns: frozenset[str]
    body_verbs: frozenset[str]
    body_owners: frozenset[str]
    casual: frozenset[str]
    of_forces: frozenset[str]
    kin: frozenset[str]
    bereaving: frozenset[str]
    hits: HitWords
    conditions: frozenset[str]
    severe: frozenset[str]
    singly: Mapping[str, frozenset[str]]
    doubt: frozenset[str]
    hearsay: frozenset[str]
    hearsay_passive: frozenset[str]
    accounts: frozenset[str]
    denial: Phrases[str]
    denial_object: frozenset[str]
    withdrawing: frozenset[str]
    withdrawn: frozenset[str]
    surfacing: frozenset[str]
    set_at: frozenset[str]
    not_people: Mapping[str, frozenset[str]]
    charge: frozenset[str]
    never_charged: frozenset[str]
    in_law: frozenset[str]
    befallen: Phrases[str]
    all_but: frozenset[str]
    raising: frozenset[str]
    alive: frozenset[str]
    told_to_be: frozenset[str]
    grave: frozenset[str]
    in_order: frozenset[str]
    including: Phrases[str]
    joining: Phrases[str]
    excluding: Phrases[str]
    figures: frozenset[str]
    none_cases: frozenset[str]
    none_verbs: frozenset[str]
    none_many: frozenset[str]
    none_negated: frozenset[str]
    beside: Phrases[str]
    contrast: frozenset[str]


@dataclass(frozen=True, slots=True)
class TollWords:
    """Everything a language says about tolls."""

    people: PeopleWords
    outcomes: OutcomeWords
    revisions: RevisionWords


@lru_cache(maxsize=8)
def toll_words(code: str) -> TollWords:
    """Return the lexicons of a language. Raises ReadError when there is no reader for it."""
    pack = language_pack(code)
    return TollWords(
        people=people(pack.lexicon("people")),
        outcomes=_outcomes(pack.lexicon("outcomes")),
        revisions=revisions(pack.lexicon("revisions")),
    )


def _outcomes(lexicon: Mapping[str, Any]) -> OutcomeWords:
    return OutcomeWords(
        object_after_verb=lexicon["order"] == "svo",
        free_order=lexicon["order"] == "free",
        verb_last=lexicon["order"] == "sov",
        triggers={kind: labelled(lexicon[kind]) for kind in KINDS},
        frames=_frames(lexicon.get("frames", ())),
        wounds=_wounds(lexicon.get("wounds", {})),
        worn=_wounds(lexicon.get("worn", {})),
        toll_verbs=labelled({"verb": lexicon["toll_verbs"]}),
        toll_again=frozenset(lexicon.get("toll_again", ())),
        restating=frozenset(lexicon.get("restating", ())),
        exceeding=labelled({"exceeding": lexicon.get("exceeding", ())}),
        rising=frozenset(lexicon.get("rising", ())),
        lives_nouns=lowered(lexicon["lives"], "nouns"),
        lives_verbs=lowered(lexicon["lives"], "verbs"),
        left=lowered(lexicon, "left"),
        copulas=lowered(lexicon, "copulas"),
        negation=lowered(lexicon, "negation"),
        modal=lowered(lexicon, "modal"),
        modal_past=lowered(lexicon, "modal_past"),
        perfect=frozenset(lexicon.get("perfect", ())),
        unreal=labelled({"unreal": lexicon["unreal"]}),
        conditional=labelled({"if": lexicon["conditional"], "until": lexicon.get("until", ())}),
        doubt=lowered(lexicon, "doubt"),
        hearsay=lowered(lexicon, "hearsay"),
        hearsay_passive=lowered(lexicon, "hearsay_passive"),
        accounts=frozenset(lexicon.get("accounts", ())),
        denial=labelled({"denial": lexicon["denial"]}),
        denial_object=lowered(lexicon, "denial_object"),
        withdrawing=frozenset(lexicon.get("withdrawn", {}).get("verbs", ())),
        withdrawn=frozenset(lexicon.get("withdrawn", {}).get("nouns", ())),
        surfacing=frozenset(lexicon.get("surfacing", ())),
        set_at=frozenset(lexicon.get("withdrawn", {}).get("anew", ())),
        not_people={kind: frozenset(map(str, words)) for kind, words in lexicon["not_people"].items()},
        charge=lowered(lexicon, "charge"),
        never_charged=frozenset(lexicon.get("never_charged", ())),
        in_law=frozenset(lexicon.get("in_law", ())),
        befallen=words_of(lexicon.get("befallen", ())),
        all_but=frozenset(lexicon.get("all_but", ())),
        raising=frozenset(lexicon.get("raising", ())),
        alive=frozenset(lexicon.get("alive", ())),
        told_to_be=frozenset(lexicon.get("told_to_be", ())),
        grave=frozenset(lexicon.get("grave", ())),
        in_order=frozenset(lexicon.get("in_order", ())),
        including=labelled({"including": lexicon["including"]}),
        joining=labelled({"joining": lexicon["joining"]}),
        beside=labelled({"beside": lexicon["beside"]}),
        contrast=frozenset(lexicon.get("contrast", ())),
        excluding=labelled({"excluding": lexicon["excluding"]}),
        implicative=frozenset(lexicon.get("implicative", ())),
        euphemisms=frozenset(lexicon.get("euphemisms", ())),
        foes=frozenset(lexicon.get("foes", ())),
        natural=words_of(lexicon.get("natural", ())),
        own_hand=words_of(lexicon.get("own_hand", ())),
        afterwards=words_of(lexicon.get("afterwards", ())),
        meant=meant_words(lexicon),
        occupied=frozenset(lexicon.get("occupied", ())),
        sought=frozenset(lexicon.get("sought", ())),
        shot=words_of(lexicon.get("shot", {}).get("words", ())),
        patients=frozenset(lexicon.get("shot", {}).get("patients", ())),
        ramming=frozenset(lexicon.get("ramming", {}).get("words", ())),
        rammed=frozenset(lexicon.get("ramming", {}).get("into", ())),
        rammed_many=frozenset(lexicon.get("ramming", {}).get("into_many", ())),
        ramming_with=frozenset(lexicon.get("ramming", {}).get("vehicles", ())),
        attacking=frozenset(lexicon.get("attacking", {}).get("words", ())),
        attacks=frozenset(lexicon.get("attacking", {}).get("with", ())),
        deed_marks=frozenset(lexicon.get("attacking", {}).get("behind", ())),
        fled=frozenset(lexicon.get("fled", ())),
        attackers_kin=frozenset(lexicon.get("attacking", {}).get("kin", ())),
        suspicion=frozenset(lexicon.get("suspicion", {}).get("words", ())),
        suspected_of=frozenset(lexicon.get("suspicion", {}).get("of", ())),
        suspected_as=frozenset(lexicon.get("suspicion", {}).get("as", ())),
        suspected_deeds=frozenset(lexicon.get("suspicion", {}).get("deeds", ())),
        calling=frozenset(lexicon.get("suspicion", {}).get("calling", ())),
        called_as=frozenset(lexicon.get("suspicion", {}).get("called_as", ())),
        body_nouns=frozenset(lexicon.get("bodies", {}).get("nouns", ())),
        body_verbs=frozenset(lexicon.get("bodies", {}).get("verbs", ())),
        body_owners=frozenset(lexicon.get("bodies", {}).get("owners", ())),
        of_forces=frozenset(lexicon.get("of_forces", ())),
        kin=frozenset(lexicon.get("bereaved", {}).get("kin", ())),
        bereaving=frozenset(lexicon.get("bereaved", {}).get("beside", ())),
        casual=frozenset(lexicon.get("casual", ())),
        things_too=frozenset(lexicon.get("things_too", ())),
        either=frozenset(lexicon.get("either", ())),
        together=_together(lexicon.get("together", {})),
        hits=_hits(lexicon.get("hits", {})),
        conditions=frozenset(lexicon.get("conditions", {}).get("nouns", ())),
        severe=frozenset(lexicon.get("conditions", {}).get("with", ())),
        singly={name: frozenset(verbs) for name, verbs in lexicon.get("singly", {}).items()},
        figures=frozenset(lexicon.get("figures", ())),
        none_cases=frozenset(lexicon.get("none", {}).get("cases", ())),
        none_verbs=frozenset(lexicon.get("none", {}).get("verbs", ())),
        none_many=frozenset(lexicon.get("none", {}).get("many", ())),
        none_negated=frozenset(lexicon.get("none", {}).get("negated", ())),
    )


def _frames(entries: Iterable[Mapping[str, Any]]) -> dict[str, tuple[OutcomeFrame, ...]]:
    found: dict[str, tuple[OutcomeFrame, ...]] = {}
    for entry in entries:
        crowd, doers = entry.get("crowd", False), frozenset(entry.get("by", ()))
        frame = OutcomeFrame(entry["outcome"], entry["found"], lowered(entry, "with"), crowd, doers)
        for verb in entry["words"]:
            found[str(verb)] = (*found.get(str(verb), ()), frame)
    return found


def _together(lexicon: Mapping[str, Any]) -> TogetherWords:
    return TogetherWords(*(frozenset(lexicon.get(key, ())) for key in ("joints", "dead", "hurt")))


def _wounds(lexicon: Mapping[str, Any]) -> WoundWords:
    return WoundWords(*(frozenset(lexicon.get(key, ())) for key in ("links", "nouns", "verbs")))


def _hits(lexicon: Mapping[str, Any]) -> HitWords:
    return HitWords(*(frozenset(lexicon.get(key, ())) for key in ("verbs", "firing", "things", "parts")))
