"""The words of blame in one language, as typed tables over the lexicon `blame`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from oqiga.model.terms import Basis
from oqiga.read.frames.frame import Frames, frame_of
from oqiga.read.languages import LanguagePack
from oqiga.read.phrases import Phrases, words_of


@dataclass(frozen=True, slots=True)
class BlameLexicon:
    """One language's words for blame; the keys are told in docs/languages.md."""

    frames: Frames[Basis]
    unclaimed: Phrases[str]
    nobody: Phrases[str]
    negation: Phrases[str]
    unreal: Phrases[str]
    habitual: Phrases[str]
    to_come: frozenset[str]
    present_to_come: bool
    not_blame: Phrases[str]
    alternatives: frozenset[str]
    accused_of: frozenset[str]
    wrongs: Phrases[str] | None
    said_where: Phrases[str]
    suspected_words: Phrases[str]
    undescribing: Phrases[str]
    marks: frozenset[str]
    pronouns: frozenset[str]
    unnamed: Phrases[str]
    unnamed_words: frozenset[str]
    taken_for: Phrases[str]
    deeds: Phrases[str]
    answered_for: Phrases[str]
    naming: frozenset[str]
    generic: Phrases[str]
    settlements: Phrases[str]
    kinds: Phrases[str]
    sides: Phrases[str]
    asking: frozenset[str]
    called: Phrases[str]
    relative: frozenset[str]
    attackers: Phrases[str]
    attacking: frozenset[str]
    chiefs: Phrases[str]
    freeing: Phrases[str]
    persons: Phrases[str]
    organizations: Phrases[str]
    bodies: Phrases[str]
    responders: Phrases[str]
    voices: Phrases[str]
    states: Phrases[str]
    saying: Phrases[str]
    denying: Phrases[str]
    untrue: Phrases[str]
    standing: Phrases[str]
    outlets: Phrases[str]
    media: frozenset[str]
    involving: Phrases[str]
    forces: Phrases[str]
    membership: Phrases[str]
    taking_up: frozenset[str]
    article: frozenset[str]
    out_of: frozenset[str]
    pronoun_body: frozenset[str]
    itself: frozenset[str]
    its_own: frozenset[str]
    no_person: frozenset[str]
    parts: frozenset[str]
    own_part: Phrases[str]
    committing: Phrases[str]
    admitting: Phrases[str]
    not_own: Phrases[str]
    suspects: Phrases[str]
    believing: Phrases[str]
    doubting: Phrases[str]
    hints: Phrases[str]
    alleging: frozenset[str]
    by: frozenset[str]
    belonging: frozenset[str]
    not_doing: frozenset[str]
    certain: Phrases[str]
    reciprocal: frozenset[str]
    alias: frozenset[str]
    supposing: Phrases[str]
    armies: Phrases[str]
    troops: Phrases[str]
    arms: Phrases[str]
    peoples: Phrases[str]
    identity: Phrases[str]
    being: Phrases[str]
    copulas: frozenset[str]
    one_told: frozenset[str]
    may: Phrases[str]
    guessing: frozenset[str]
    of_body: Phrases[str]
    holding: Phrases[str]
    planning: Phrases[str]
    calling: Phrases[str]
    introducing: Phrases[str]
    described: Phrases[str]
    being_of: Phrases[str]
    inside: frozenset[str]
    out_of_side: frozenset[str]
    dropped_subject: bool
    told_in: frozenset[str]
    messages: Phrases[str]
    giving_out: Phrases[str]
    pack: LanguagePack


@lru_cache(maxsize=8)
def blame_lexicon(pack: LanguagePack) -> BlameLexicon:
    """Return the words for blame of one language."""
    blame, doers, people = pack.lexicon("blame"), pack.lexicon("perpetrators"), pack.lexicon("people")
    speech = pack.lexicon("speech") if pack.has("speech") else {}
    sources = pack.lexicon("sources") if pack.has("sources") else {}
    frames = [frame_of(Basis(name), entry) for name, entries in blame["bases"].items() for entry in entries]
    return BlameLexicon(
        frames=Frames(frames),
        unclaimed=words_of(blame["unclaimed"]),
        nobody=words_of(doers["nobody"]),
        negation=words_of(blame["negation"]),
        unreal=words_of(blame["unreal"]),
        to_come=frozenset(blame.get("to_come", ())),
        present_to_come=bool(blame.get("present_to_come", False)),
        habitual=words_of(blame.get("habitual", ())),
        not_blame=words_of(blame["not_blame"]),
        alternatives=frozenset(blame.get("alternatives", ())),
        accused_of=frozenset(blame.get("accused_of", ())),
        wrongs=words_of(blame["wrongs"]) if "wrongs" in blame else None,
        said_where=words_of(blame.get("said_where", ())),
        suspected_words=words_of(blame["suspected_words"]),
        undescribing=words_of(blame.get("undescribing", ())),
        marks=frozenset(str(word).lower() for word in blame["suspected_words"]),
        pronouns=frozenset(blame["pronouns"]),
        unnamed=words_of(blame.get("unnamed", ())),
        deeds=words_of(blame.get("deeds", ())),
        answered_for=words_of(blame.get("answered_for", ())),
        unnamed_words=frozenset(map(str, (*blame.get("unnamed", ()), *blame.get("vague", ())))),
        taken_for=words_of(blame.get("taken_for", ())),
        naming=frozenset(blame.get("naming", ())),
        generic=words_of(blame["generic"]),
        settlements=words_of(pack.lexicon("sites").get("unnamed", ()) if pack.has("sites") else ()),
        kinds=words_of(blame.get("kinds", ())),
        sides=words_of(blame.get("sides", ())),
        asking=frozenset(blame.get("asking", ())),
        called=words_of(blame["called"]),
        relative=frozenset(people["relative"]),
        attackers=words_of(people["groups"]["attackers"]),
        attacking=frozenset(map(str, people.get("marks", {}).get("attackers", ()))),
        chiefs=words_of(blame.get("chiefs", ())),
        freeing=words_of(blame.get("freeing", ())),
        persons=words_of(noun for nouns in people["groups"].values() for noun in nouns),
        organizations=words_of([*doers["organization"], *doers["group"]]),
        bodies=words_of(doers["organization"]),
        responders=words_of(doers["responders"]),
        voices=words_of(doers["voices"]),
        states=words_of(doers.get("states", ())),
        saying=words_of(blame.get("saying", ())),
        denying=words_of(blame.get("denying", ())),
        untrue=words_of(blame.get("untrue", ())),
        standing=words_of(blame.get("standing", ())),
        outlets=words_of(blame.get("outlets", ())),
        media=frozenset(map(str, sources["kinds"]["media"])) if sources else frozenset(),
        involving=words_of(blame.get("involving", ())),
        taking_up=frozenset(blame.get("taking_up", ())),
        article=frozenset(blame.get("article", ())),
        membership=words_of(blame.get("membership", ())),
        out_of=frozenset(people["partitive"]),
        forces=words_of(blame.get("forces", ())),
        pronoun_body=frozenset(blame.get("pronoun_body", ())),
        itself=frozenset(blame.get("itself", ())),
        no_person=frozenset(blame.get("no_person", ())),
        its_own=frozenset(blame.get("its_own", ())),
        parts=frozenset(blame.get("parts", ())),
        own_part=words_of(blame.get("own_part", ())),
        committing=words_of(blame.get("committing", ())),
        admitting=words_of(blame.get("admitting", ())),
        not_own=words_of(blame.get("not_own", ())),
        by=frozenset(blame.get("by", ())),
        belonging=frozenset(blame.get("belonging", ())),
        not_doing=frozenset(blame.get("not_doing", ())),
        certain=words_of(blame.get("certain", ())),
        alleging=frozenset(blame.get("alleging", ())),
        believing=words_of(blame.get("believing", ())),
        doubting=words_of(blame.get("doubting", ())),
        hints=words_of(blame.get("hints", ())),
        suspects=words_of(blame.get("suspects", ())),
        reciprocal=frozenset(blame.get("reciprocal", ())),
        alias=frozenset(blame.get("alias", ())),
        supposing=words_of(blame.get("supposing", ())),
        armies=words_of(blame.get("armies", ())),
        troops=words_of(blame.get("troops", ())),
        arms=words_of(blame.get("arms", ())),
        peoples=words_of(blame.get("peoples", ())),
        identity=words_of(blame.get("identity", ())),
        being=words_of(blame.get("being", ())),
        copulas=frozenset(pack.lexicon("outcomes")["copulas"]),
        calling=words_of(blame.get("calling", ())),
        introducing=words_of(blame.get("introducing", ())),
        described=words_of(blame.get("described", ())),
        being_of=words_of(blame.get("being_of", ())),
        may=words_of(blame.get("may", ())),
        guessing=frozenset(blame.get("guessing", ())),
        of_body=words_of(blame.get("of_body", ())),
        holding=words_of(blame.get("holding", ())),
        planning=words_of(blame.get("planning", ())),
        one_told=frozenset(blame.get("one_told", ())),
        out_of_side=frozenset(blame.get("from_side", ())),
        inside=frozenset(blame.get("inside", ())),
        told_in=frozenset(f"Case={case}" for case in speech.get("told_in", ())),
        messages=words_of(speech.get("messages", ())),
        giving_out=words_of(blame.get("giving_out", ())),
        dropped_subject=bool(blame.get("dropped_subject", False)),
        pack=pack,
    )
