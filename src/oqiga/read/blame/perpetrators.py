"""Who is blamed: the part of the clause that names them."""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.deeds import in_quotes
from oqiga.read.blame.guesses import blamed_by_guess
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.messages import message_owner
from oqiga.read.blame.name_given import name_given
from oqiga.read.blame.naming import acts, told_which
from oqiga.read.blame.owners import armed, owner_of
from oqiga.read.blame.pronouns import leads_clause
from oqiga.read.blame.several import (
    TIMES,
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
from oqiga.read.frames.clauses import REACH, chain, doer_of, is_passive, subject_of, undergoer_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import heads_of, proper_name

_CASES = {"dative": "Case=Dat", "ablative": "Case=Abl", "instrumental": "Case=Ins"}
_BESIDE = ("obl", "iobj", "nmod", "obj", *SUBJECTS)
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_DOERS = frozenset({*SUBJECTS, "obl:agent"})


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
    described = frame.who == "subject" and trigger.dep == "acl" and trigger.head > trigger.index
    of_deed = frame.by == "named" or frame.value is Basis.CLAIMED
    if described and of_deed and (doers := document.children(trigger, "nsubj")):
        return doers[-1]  # "«Қара ту» *ұйымы жасаған* шабуылдар", "*топ* мойнына алған шабуыл"
    if described:
        return document.tokens[trigger.head]  # "күдікке ілінген *ер адам*"
    if frame.who == "links":
        return _linked(document, hit)
    if frame.who in ("owner", "agent", "country"):
        return owner_of(document, lexicon, hit)
    verb = _verb(document, trigger)
    if frame.value is Basis.DENIED and (owner := _whose_part(document, lexicon, hit)) is not None:
        return owner
    if frame.who in _CASES:
        return _in_case(document, lexicon, hit, verb)
    if frame.by == "deed":
        return _doer_believed(document, lexicon, verb)
    if frame.value is Basis.SUSPECTED and (kind := _taken_for(document, lexicon, trigger)) is not None:
        return kind
    if frame.who == "object" and hit.match.length > 2 and (inside_it := _named_inside(document, hit)):
        return inside_it
    if frame.who == "object":
        agent = _agent_of_deed(document, verb) or _agent_of_deed(document, trigger)
        if agent is not None:
            return agent
    if frame.who == "object":
        return _undergoing(document, verb) or _told_of(document, lexicon, verb, any_deed=hit.met is not None)
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
    subject = no_day(document, subject_of(document, verb)) or inside(document, lexicon, verb)
    if subject is not None or not own_word:
        return subject
    return _of_itself(document, lexicon, verb) or message_owner(document, lexicon, verb)


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


def _taken_for(document: Document, lexicon: BlameLexicon, trigger: Token) -> Token | None:
    """Return what those suspected are thought to be: "men suspected *to be* *Red Front fighters*"."""
    end = document.sentence_of(trigger).last
    leads = lexicon.taken_for.at(document.tokens, trigger.index + 1, end)
    last = leads.last if leads is not None else end
    while last < end and document.tokens[last].pos in _NAMING:
        last += 1
    kind = document.tokens[last - 1]
    if leads is None or last == leads.last or kind.pos not in ("NOUN", "PROPN"):
        return None
    return kind if blamed_by_guess(document, lexicon, trigger, kind) else None


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


def _told_of(document: Document, lexicon: BlameLexicon, verb: Token, *, any_deed: bool) -> Token | None:
    """Return who does what is believed ("officials believe *militants* carried it out")."""
    for child in document.children(verb, "ccomp", "xcomp"):
        if child.pos == "AUX" and any(each.entity == "PERSON" for each in document.children(child, "xcomp")):
            continue  # "suspect that the man who died in the attack *was Bekov*": only who he was
        deed = any_deed or lexicon.deeds.among(document, [each.index for each in document.subtree(child)])
        if deed and (found := deed_doer(document, lexicon, child)) is not None:
            return found
    return None


def deed_doer(document: Document, lexicon: BlameLexicon, deed: Token) -> Token | None:
    """Return who does a deed, or is a part of it ("*the rebels* were involved")."""
    involved = lexicon.involving.has(deed)
    found = subject_of(document, deed) if involved else doer_of(document, deed)
    return found if found is not None and found.dep in _DOERS else None


def _doer_believed(document: Document, lexicon: BlameLexicon, verb: Token) -> Token | None:
    """Return who does the deed that a clause is about: "investigators believe *the rebels* planted it"."""
    for child in document.children(verb, "ccomp"):
        behind = child.index > verb.index or document.children(child, "mark")
        deeds = (child, *document.children(child, "conj")) if behind else ()
        deed = next((each for each in deeds if is_deed(document, lexicon, each)), None)
        if deed is not None:
            return deed_doer(document, lexicon, deed)
    return None


def is_deed(document: Document, lexicon: BlameLexicon, predicate: Token) -> bool:
    """Tell whether a clause is about a deed that somebody may be blamed for: by its verb, or what it does."""
    if predicate.pos == "AUX" and (said := document.children(predicate, "xcomp", "obl", "advmod", "acl")):
        parts = [part.index for each in said for part in document.children(each, "case")]
        told = [each.index for each in said] + parts  # "was behind the blast", not "was aware of the blast"
        return lexicon.deeds.among(document, told) is not None
    whole = predicate.pos != "VERB" or lexicon.committing.has(predicate)
    told = [token.index for token in document.subtree(predicate)[:REACH]] if whole else [predicate.index]
    return lexicon.deeds.among(document, told) is not None


def _agent_of_deed(document: Document, verb: Token) -> Token | None:
    """Return who a deed is believed to be done by ("is believed to have been set off *by rebels*")."""
    for child in document.children(verb, "xcomp", "advcl"):
        if agents := document.children(child, "obl:agent"):
            return agents[0]
    return None


def _linked(document: Document, hit: Hit[Basis]) -> Token | None:
    """Return the noun behind one of the frame's links, nearest below its words or beside them."""
    if hit.frame.by == "named":  # "the attacks *by the Front*", not "the attack was condemned by the UN"
        behind = (
            child for child in document.children(hit.trigger, "nmod") if child.index > hit.trigger.index
        )
        return next((child for child in behind if _led(document, hit, child)), None)
    for index in range(hit.match.last - 1, min(hit.match.last + 12, document.sentence_of(hit.trigger).last)):
        if (head := _behind_link(document, hit, document.tokens[index])) is not None:
            return head
    for beside in (hit.trigger, *([hit.met] if hit.met is not None else ())):
        for child in document.children(beside, "obl", "nmod"):
            if _led(document, hit, child):
                return child
    return None


def _led(document: Document, hit: Hit[Basis], noun: Token) -> bool:
    """Tell whether one of the frame's links stands in front of a noun."""
    return any(_behind_link(document, hit, case) is not None for case in document.children(noun, "case"))


def _behind_link(document: Document, hit: Hit[Basis], case: Token) -> Token | None:
    """Return the noun that a link leads to; a link may be of several words («в отношении Бекира»)."""
    if case.dep != "case":
        return None
    head = document.tokens[case.head]
    if leads_clause(document, head):
        return None
    beside = head.index > case.index or head.index + 1 == case.index  # «Бековке *қатысты*» stands behind
    led = case_words(document, case) in hit.frame.links and beside and head.entity not in TIMES
    return head if led else None


def case_words(document: Document, case: Token) -> str:
    """Return a preposition with the words fixed to it, in lower case."""
    return " ".join((case.lower, *(each.lower for each in document.children(case, "fixed"))))


def _in_case(document: Document, lexicon: BlameLexicon, hit: Hit[Basis], verb: Token) -> Token | None:
    """Return who stands in a case beside the words, the nearest first: «*Бекке* айып тағылды» charges Bek."""
    case = _CASES[str(hit.frame.who)]
    for token in (verb, hit.trigger, *([hit.met] if hit.met is not None else ())):
        for child in reversed(document.children(token, *_BESIDE)):
            bare = case in child.feats and not document.children(child, "case")
            name = proper_name(document, child)  # «оперативнику *Бекову* инкриминировано»
            if bare and (child.pos == "PRON" or acts(document, lexicon, child) or name.entity == "PERSON"):
                return child
    return None
