"""Who an attacker turns out to be: «им оказался Бекир», «назвали имя стрелка: Халил Бекир»."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.blame.believed import is_deed
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.naming import called_by_name, named, told_which
from oqiga.read.blame.several import listed_behind
from oqiga.read.blame.suspicion import Suspicion
from oqiga.read.frames.clauses import is_predicate, subject_of
from oqiga.read.frames.names import ends_with, heads_of

_LEADS = frozenset({"—", "–", "-", ":"})
"""Marks behind which the one named stands."""
_BACK = 4
"""Sentences that a pronoun reaches back for the attacker whom it stands for, its own among them."""
_AHEAD = 25
"""Tokens behind "the name of the gunman" within which the name is told."""


def identified(document: Document, lexicon: BlameLexicon, tried: Collection[int] = ()) -> Iterator[Suspicion]:
    """Yield those whom a text tells attackers to be, in the order of the text.

    tried: sentences that tell of a court, whose defendants a pronoun right behind takes up.
    """
    for token in document.tokens:
        match = lexicon.being.longest(document, token.index, document.sentence_of(token).last)
        if match is not None and match.length > 1:
            yield from _found_to_be(document, lexicon, match.last)
        if token.pos in ("NOUN", "PROPN"):
            defendants = document.sentence_of(token).index - 1 in tried
            yield from _same_one(document, lexicon, token, defendants=defendants)
        if lexicon.being.has(token):
            yield from _turned_out(document, lexicon, token)
        elif lexicon.identity.has(token) and _of_attacker(document, lexicon, token, "nmod", "nmod:poss"):
            yield from _by_name(document, lexicon, token, led=_name_next(document, token))
        elif lexicon.calling.has(token) and _called(document, lexicon, token):
            yield from _by_name(document, lexicon, token, led=True)
        elif lexicon.introducing.has(token):
            yield from _introduced(document, lexicon, token)


def _introduced(document: Document, lexicon: BlameLexicon, verb: Token) -> Iterator[Suspicion]:
    """Yield as whom an attacker introduced himself: "күдікті өз атын *Беков* деп таныстырды"."""
    for who in document.children(verb, "ccomp", "obj"):
        first = next(
            (each.first for each in document.entities if each.first <= who.index < each.last), who.index
        )
        if who.entity != "PERSON" or not _attacker_before(document, lexicon, document.tokens[first]):
            continue
        if (name := named(document, lexicon, who)) is not None:
            yield Suspicion(name, who)


def _same_one(
    document: Document, lexicon: BlameLexicon, who: Token, *, defendants: bool
) -> Iterator[Suspicion]:
    """Yield who an attacker is said to be: «Подозреваемый — *житель Орска*», "күдікті *Беков* екен"."""
    if who.entity != "PERSON" and not lexicon.described.has(who):
        return
    others = [*document.children(who, "nsubj", "nmod:poss")]
    others += [each for one in others if one.pos == "NUM" for each in document.children(one, "nmod:poss")]
    above = document.tokens[who.head]
    if above.pos == "AUX" and lexicon.being.has(above) and who.dep in ("nsubj", "xcomp"):
        others += document.children(above, "nsubj")
        others += document.children(document.tokens[above.head], *SUBJECTS)
        others += document.children(who, "compound") if lexicon.dropped_subject else ()
        negated = [*document.children(above), above]
    elif who.dep == "nsubj" and above.pos == "NOUN" and document.children(above, "cop"):
        yield from _were(document, lexicon, above, who)
        return
    elif who.dep == "root" or is_predicate(document, who):
        negated = [*document.children(who), who]
    else:
        return
    attackers = [each for each in others if each is not who and _is_attacker(document, lexicon, each)]
    if defendants and not attackers:
        attackers = [each for each in others if each.pos == "PRON" and each.lower in lexicon.one_told]
    if who.entity != "PERSON" and _counted(document, attackers, who):
        return
    if not attackers or lexicon.negation.among(document, [each.index for each in negated]) is not None:
        return
    joined = [each for each in document.children(who, "conj") if each.entity == "PERSON"]
    for head in (who, *joined):  # "Олар: Беков, Омаров және Сейітов"
        if (name := named(document, lexicon, head)) is not None:
            yield Suspicion(name, head)


def _were(document: Document, lexicon: BlameLexicon, attackers: Token, who: Token) -> Iterator[Suspicion]:
    """Yield who attackers are said to have been: «нападавшими были *четверо мужчин: Беков и …*»."""
    near = [each.index for each in (*document.children(attackers), attackers)]
    if not lexicon.suspects.has(attackers) or lexicon.negation.among(document, near) is not None:
        return
    for head in listed_behind(document, who, attackers) or heads_of(document, who):
        told = head.entity == "PERSON" or told_which(document, lexicon, head)
        if told and (name := named(document, lexicon, head)) is not None:
            yield Suspicion(name, head)


def _is_attacker(document: Document, lexicon: BlameLexicon, token: Token) -> bool:
    """Tell whether a noun means attackers, or a pronoun takes those up who were told last."""
    taken_up = token.pos == "PRON" and token.lower in lexicon.one_told and "Case=Ins" not in token.feats
    return _means_attacker(document, lexicon, token) or (
        taken_up and _attacker_before(document, lexicon, token)
    )


def _means_attacker(document: Document, lexicon: BlameLexicon, token: Token) -> bool:
    """Tell whether a noun means an attacker; one for anybody only by what he did: "оқ атқан *адам*"."""
    if not lexicon.unnamed.has(token):
        return False
    anybody = lexicon.persons.has(token) and not lexicon.attackers.has(token)
    marked = any(lexicon.attackers.has(each) for each in document.children(token, "compound", "amod"))
    if not anybody or marked or ends_with(document, token, lexicon.attackers) is not None:
        return True
    deeds = list(document.children(token, "acl", "acl:relcl"))
    deeds += [document.tokens[token.head]] if token.dep == "nsubj" else []
    return any(_tells_deed(document, lexicon, deed) for deed in deeds)


def _tells_deed(document: Document, lexicon: BlameLexicon, verb: Token) -> bool:
    """Tell whether a verb, with its noun if it is one of two words, is of attacking somebody."""
    if "Voice=Pass" in verb.feats:
        return False
    light = document.children(verb, "compound:lvc")
    whole = sorted([*(each.index for each in light), verb.index])
    return is_deed(document, lexicon, verb) or lexicon.deeds.among(document, whole) is not None


def _counted(document: Document, attackers: Sequence[Token], who: Token) -> bool:
    """Tell whether a list counts attackers and others: "11-і – шабуылдаушылар, үшеуі – *тұрғындар*"."""
    between = (token for each in attackers for token in document.tokens[each.index + 1 : who.index])
    return "Number=Plur" in who.feats or any(
        token.pos == "NUM" and token.entity != "DATE" for token in between
    )


def _says(document: Document, token: Token) -> bool:
    """Tell whether a person is the subject of a verb: who speaks is not the one named."""
    return token.dep == "nsubj" and document.tokens[token.head].pos == "VERB"


def _set_off(document: Document, token: Token) -> bool:
    """Tell whether somebody is only who says it: «имя стрелка, *по словам Бекова*, — Лунин»."""
    while token.head != token.index:
        if token.dep == "parataxis" and document.children(token, "case"):
            return True
        token = document.tokens[token.head]
    return False


def _called(document: Document, lexicon: BlameLexicon, verb: Token) -> bool:
    """Tell whether it is an attacker who is called: «нападавшего зовут …», «его зовут …»."""
    objects = document.children(verb, "obj")
    taken_up = any(each.pos == "PRON" for each in objects) and _attacker_before(document, lexicon, verb)
    return taken_up or _of_attacker(document, lexicon, verb, "obj")


def _of_attacker(document: Document, lexicon: BlameLexicon, token: Token, *deps: str) -> bool:
    return any(_means_attacker(document, lexicon, child) for child in document.children(token, *deps))


def _name_next(document: Document, identity: Token) -> bool:
    """Tell whether the name stands right behind "the name": "күдіктінің *есімі Арман Беков* екені"."""
    last = document.sentence_of(identity).last
    behind = document.tokens[identity.index + 1 : min(last, identity.index + 2)]
    return any(token.entity == "PERSON" for token in behind)


def _turned_out(document: Document, lexicon: BlameLexicon, verb: Token) -> Iterator[Suspicion]:
    """Yield who "it" turned out to be, where "it" is the attacker told last."""
    stands = any(
        child.lower in lexicon.one_told and "Case=Ins" in child.feats
        for child in document.children(verb, "xcomp", "obl", "iobj")
    )
    subject = subject_of(document, verb)
    if not stands or subject is None or not _attacker_before(document, lexicon, verb):
        return
    for head in heads_of(document, subject):
        if (name := named(document, lexicon, head)) is not None:
            yield Suspicion(name, head)


def _found_to_be(document: Document, lexicon: BlameLexicon, last: int) -> Iterator[Suspicion]:
    """Yield who somebody turned out to be where several words say so: "шабуылдаушы *Беков* болып шықты"."""
    verb = document.tokens[last - 1]
    subjects = document.children(verb, "nsubj")
    inner = [
        each for clause in document.children(verb, "advcl") for each in document.children(clause, "nsubj")
    ]
    for head in (*subjects, *inner):
        who = called_by_name(document, lexicon, head)
        if who.entity != "PERSON":
            continue
        others = [*document.children(who, "compound"), *document.children(verb, "dislocated")]
        others += [each for each in subjects if each is not head]
        pronouns = (each for each in others if each.pos == "PRON")
        taken_up = any(_attacker_before(document, lexicon, each) for each in pronouns)
        attacker = taken_up or any(_means_attacker(document, lexicon, each) for each in others)
        for each in heads_of(document, who) if attacker else ():
            if each.entity == "PERSON" and (name := named(document, lexicon, each)) is not None:
                yield Suspicion(name, each)


def _attacker_before(document: Document, lexicon: BlameLexicon, verb: Token) -> bool:
    """Tell whether the person told last before a verb, in this sentence or the one before, is an attacker."""
    here = document.sentence_of(verb)
    first = document.sentences[max(0, here.index - _BACK + 1)].first
    for index in range(verb.index - 1, first - 1, -1):
        token = document.tokens[index]
        sure = lexicon.attackers.has(token) and token.pos in ("NOUN", "PROPN")
        if sure or _means_attacker(document, lexicon, token):
            return True
        plain = lexicon.responders.has(token) or lexicon.described.has(token)
        person = token.pos == "NOUN" and lexicon.persons.has(token) and not plain
        if person or token.entity == "PERSON":
            return False
    return False


def _by_name(
    document: Document, lexicon: BlameLexicon, identity: Token, *, led: bool = False
) -> Iterator[Suspicion]:
    """Yield the person named behind a dash, a colon or "this is" that follows the name of an attacker.

    led: the name needs no such mark in front.
    """
    last = min(document.sentence_of(identity).last, identity.index + _AHEAD)
    for token in document.tokens[identity.index + 1 : last]:
        led = led or token.text in _LEADS or token.lower in lexicon.one_told
        told = lexicon.described.has(token) and led
        if _set_off(document, token):
            continue
        if (token.entity == "PERSON" or told) and not _says(document, token):
            if led and (name := named(document, lexicon, token)) is not None:
                yield Suspicion(name, token)
            return
