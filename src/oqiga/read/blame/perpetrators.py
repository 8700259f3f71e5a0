"""Who is blamed: the part of the clause that names them."""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.believed import agent_of_deed, doer_believed, taken_for, told_of
from oqiga.read.blame.deeds import in_quotes
from oqiga.read.blame.led_to import CASES, case_words, in_case, linked
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.messages import author_of, given_out_by, message_owner
from oqiga.read.blame.name_given import name_given
from oqiga.read.blame.naming import told_which
from oqiga.read.blame.owners import armed, owner_of
from oqiga.read.blame.several import (
    bodies_joined,
    described_by,
    ends_a_name,
    held_as,
    listed_behind,
    listed_with,
    no_day,
    other_name,
    says_it_of_others,
    they,
)
from oqiga.read.frames.clauses import chain, doer_of, is_passive, subject_of, undergoer_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import heads_of, proper_name


def perpetrators_of(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> list[Token]:
    """Return the nouns that name those blamed; pronouns stay as they are."""
    top = name_given(document, lexicon, hit)
    if top is None and hit.frame.by != "given":
        top = _place(document, lexicon, hit)
    if top is None or (top.index == hit.trigger.index and hit.frame.who == "subject"):
        return []  # "a prime *suspect* in the blast was held" names nobody
    top = described_by(document, lexicon, top)
    if hit.frame.by == "named":
        top = armed(document, lexicon, top)
    if top.lemma in lexicon.itself and (owners := document.children(top, "nmod:poss")):
        top = owners[0]  # «шекарашылардың *өздері*»
    if listed := (
        listed_behind(document, top, hit.trigger)
        or they(document, lexicon, top)
        or listed_with(document, top)
        or listed_with(document, proper_name(document, top))  # "three men, *Bel, Oman and Osman*"
    ):
        return listed
    heads = [head for head in heads_of(document, top) if head.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET")]
    name = proper_name(document, top)
    if name is not top and name.entity in ("PERSON", "ORG"):  # «исполнители Алиев, Бекиров и Лунин»
        joined = [each for each in document.children(name, "conj") if each.entity == name.entity]
        heads = [name, *heads[1:], *joined] if joined and heads[:1] == [top] else heads
    if hit.frame.value in (Basis.CHARGED, Basis.CONVICTED):  # no country is
        heads = [head for head in heads if head.entity not in ("GPE", "LOC")]
    heads = [
        head
        for head in heads
        if head is heads[0] or not (other_name(document, lexicon, head) or ends_a_name(document, head))
    ]
    heads += [each for head in heads for each in bodies_joined(document, lexicon, head)]
    renamed = len(heads) == 2 and heads[0].pos == "NOUN" and heads[1].pos == "PROPN"
    renamed = renamed and heads[1].head == heads[0].index  # not "two men, Bel and Oman"
    if renamed and not any(document.children(head, "cc") for head in heads):
        return heads[1:]  # "a splinter group, the Red Front": one, and its name
    return heads


def _place(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> Token | None:
    frame, trigger = hit.frame, hit.trigger
    if frame.who == "subject" and trigger.pos == "ADJ" and trigger.dep == "amod":
        return None  # "those responsible for the attack"
    if frame.who == "subject" and says_it_of_others(document, lexicon, hit):
        return None
    if (who_is_it := _turns_out(document, hit)) is not None:
        return who_is_it
    described = frame.who == "subject" and trigger.dep == "acl" and trigger.head > trigger.index
    of_deed = frame.by == "named" or frame.value is Basis.CLAIMED
    if described and of_deed and (doers := document.children(trigger, "nsubj")):
        return doers[-1]  # "«Қара ту» *ұйымы жасаған* шабуылдар", "*топ* мойнына алған шабуыл"
    if described:
        return document.tokens[trigger.head]  # "күдікке ілінген *ер адам*"
    if frame.who == "links":
        return linked(document, hit)
    if frame.who in ("owner", "agent", "country"):
        return owner_of(document, lexicon, hit)
    verb = _verb(document, trigger)
    if frame.value is Basis.DENIED and (owner := _whose_part(document, lexicon, hit)) is not None:
        return owner
    if frame.who in CASES:
        return in_case(document, lexicon, hit, verb)
    if frame.by == "deed":
        return doer_believed(document, lexicon, verb)
    if frame.value is Basis.SUSPECTED and (kind := taken_for(document, lexicon, trigger)) is not None:
        return kind
    if frame.who == "object" and hit.match.length > 2 and (inside_it := _named_inside(document, hit)):
        return inside_it
    if frame.who == "object":
        agent = agent_of_deed(document, verb) or agent_of_deed(document, trigger)
        if agent is not None:
            return agent
    if frame.who == "object":
        return _undergoing(document, verb) or told_of(document, lexicon, verb, any_deed=hit.met is not None)
    if frame.by == "named" and (agents := document.children(verb, "obl:agent")):
        known = (each for each in agents if told_which(document, lexicon, each))
        return next(known, agents[0])  # «совершён сотрудником полиции, *жителем Орска*»
    state = verb.index != trigger.index and verb in chain(document, trigger)[1:]
    believed = state and lexicon.believing.has(verb)  # "*rebels*, believed by farmers to be responsible"
    if is_passive(document, verb) and not believed and (doer := _doer(document, lexicon, verb)) is not None:
        return doer
    own_word = frame.value in (Basis.CLAIMED, Basis.DENIED)  # "he had been admitted to a clinic"
    if (frame.by == "named" or own_word) and is_passive(document, verb):  # who was seized did nothing
        return None
    if (held := held_as(document, lexicon, trigger)) is not None:
        return held
    if own_word:
        author = author_of(document, lexicon, verb) or given_out_by(document, lexicon, trigger)
        if author is not None:
            return author
    subject = no_day(document, subject_of(document, verb)) or inside(document, lexicon, verb)
    if subject is not None or not own_word:
        return subject
    return _of_itself(document, lexicon, verb) or message_owner(document, lexicon, verb)


def _turns_out(document: Document, hit: Hit[Basis]) -> Token | None:
    """Return who the one is that a noun speaks of: "the main suspect is *the Front*"."""
    noun, verb = hit.trigger, document.tokens[hit.trigger.head]
    subject = hit.frame.who == "subject" and noun.pos == "NOUN" and noun.dep == "nsubj"
    told = document.children(verb, "xcomp") if subject and verb.pos == "AUX" else ()
    return next((each for each in told if each.pos == "PROPN" or each.entity), None)


def _whose_part(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> Token | None:
    """Return for whom somebody denies it: «Орск опроверг причастность *Зари* к взрыву», none for himself."""
    if hit.met is None or hit.met.lemma not in lexicon.parts:
        return None
    owners = [each for each in document.children(hit.met, "nmod") if "Case=Gen" in each.feats]
    owners = [each for each in owners if each.lemma not in lexicon.taking_up or each.entity]  # the speaker's
    return next((each for each in owners if not document.children(each, "case")), None)


def _named_inside(document: Document, hit: Hit[Basis]) -> Token | None:
    """Return the last word of a name that stands inside the words: "found *Daniel Cole* guilty"."""
    inside = document.tokens[hit.match.first : hit.match.last]
    return next((each for each in reversed(inside) if each.entity == "PERSON"), None)


def _of_itself(document: Document, lexicon: BlameLexicon, verb: Token) -> Token | None:
    """Return who says a clause without a subject: «*«Заря»* заявила, что взяла ответственность»."""
    saying = document.tokens[verb.head]
    told = lexicon.dropped_subject and verb.dep == "ccomp" and lexicon.saying.has(saying)
    return subject_of(document, saying) if told and verb.index > saying.index else None


def _doer(document: Document, lexicon: BlameLexicon, verb: Token) -> Token | None:
    """Return who does what is told in the passive, by a case or behind words («*со стороны* войск РФ»)."""
    if (doer := doer_of(document, verb)) is not None:
        return doer
    for child in document.children(verb, "obl"):
        for case in document.children(child, "case"):
            if case_words(document, case) in lexicon.out_of_side:
                return child
    return None


def _undergoing(document: Document, verb: Token) -> Token | None:
    """Return whom it is done to; of a participle and a name the name («опознали *пропавшую* Мадину»)."""
    found = undergoer_of(document, verb)
    if found is None or "Subst=Yes" not in found.feats:
        return found
    names = (child for child in document.children(verb, "obj") if child.entity == "PERSON")
    return next(names, found)


def inside(document: Document, lexicon: BlameLexicon, verb: Token) -> Token | None:
    """Return the body within which it is said by nobody named: «в «Талибане» опровергли …»."""
    if not lexicon.inside or "Number=Plur" not in verb.feats:
        return None
    for child in document.children(verb, "obl"):
        within = any(case.lower in lexicon.inside for case in document.children(child, "case"))
        if within and (child.entity == "ORG" or in_quotes(document, child)):
            return child
    return None


def _verb(document: Document, trigger: Token) -> Token:
    """Return the verb of the clause when the frame turns on a state ("is *to blame*", "is *responsible*")."""
    if trigger.pos == "VERB" and trigger.dep == "acl":  # "gunmen *suspected* of belonging to it killed six"
        return trigger
    for token in chain(document, trigger):
        if token.pos in ("VERB", "AUX") and document.children(token, *SUBJECTS, "obj", "obl:agent"):
            return token
    return trigger
