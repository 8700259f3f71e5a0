"""What a noun that may name the attackers says of them: whose name it is, whether it names anybody at all."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import BODY_LABELS, Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.answers import ANSWER
from oqiga.read.blame.deeds import in_quotes, is_army, is_named_army, is_supposed
from oqiga.read.blame.described import says_no_more
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.name_spans import names_body
from oqiga.read.blame.naming import called_by_name, is_any_body, named, own_body, told_which, without_ending
from oqiga.read.blame.own import spoken_for, stood_for
from oqiga.read.blame.pronouns import noun_described
from oqiga.read.frames.clauses import REACH, chain, helpers, is_definite, nominal, subject_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import proper_name

_NOBODY = frozenset({"LOC", "FAC", "DATE", "TIME"})
"""What names of valleys, buildings and days are tagged: they do nothing ("on *July 3*, which killed 5")."""


def claimed_for(document: Document, lexicon: BlameLexicon, hit: Hit[Basis], head: Token) -> Token:
    """Return in whose name somebody claims it: "a caller claimed it in the name of *the Front*"."""
    if head.pos == "PROPN" and head.entity != "PERSON":
        return head
    anybody = head.entity == "PERSON"  # a spokesman, whose body may be taken for a person too
    top = chain(document, hit.trigger)[-1]
    beside = (head, *document.children(head, "appos"))
    spokesmen = tuple(
        each
        for each in beside
        if lexicon.responders.has(each) and (each is not head or lexicon.voices.has(each))
    )
    if spokesmen and (body := spoken_for(document, lexicon, spokesmen, anybody=anybody)) is not None:
        return body  # "Bekov, a Front spokesman, claimed it"
    return stood_for(document, lexicon, head) or stood_for(document, lexicon, top) or head


def antecedent_of(document: Document, lexicon: BlameLexicon, head: Token) -> Token:
    """Return the noun that "who" stands for: «задержали уроженца Орска, *который* готовил поджог»."""
    relative = head.pos == "PRON" and (head.lower in lexicon.relative or head.lemma in lexicon.relative)
    return (noun_described(document, head) if relative else None) or head


def to_come(document: Document, lexicon: BlameLexicon, governors: Sequence[Token]) -> bool:
    """Tell whether it has not been done yet: «ему *предъявят* обвинения», «суд *огласит* приговор»."""
    verbs = [each for token in governors for each in (token, *document.children(token, "aux", "aux:pass"))]
    if lexicon.present_to_come and any(_looks_ahead(document, token) for token in governors):
        return True
    return any("Tense=Fut" in verb.feats or verb.lower in lexicon.to_come for verb in verbs)


def _looks_ahead(document: Document, verb: Token) -> bool:
    """Tell whether a bare present speaks of what will be: "өмір бойына бас бостандығынан *айырылады*"."""
    return {"Tense=Pres", "VerbForm=Fin"} <= verb.feats and not document.children(verb, "aux")


def denied_for(document: Document, lexicon: BlameLexicon, head: Token) -> Token:
    """Return the body whose spokesmen deny it: «представители движения *«Заря»* отрицали причастность»."""
    if is_army(document, lexicon, head) or is_named_army(document, lexicon, head):
        return head  # "Kenya's *army* denied it"
    beside = (head, *(document.children(head, "appos") if head.entity == "PERSON" else ()))
    spokesmen = tuple(each for each in beside if lexicon.responders.has(each))  # "Bekov, a Front *spokesman*"
    return (spoken_for(document, lexicon, spokesmen) if spokesmen else None) or head


def held_basis(document: Document, lexicon: BlameLexicon, basis: Basis, governors: Sequence[Token]) -> Basis:
    """Return the basis as it is held: what is only believed, or supposed by all, accuses nobody."""
    if basis is not Basis.ACCUSED:
        return basis
    above = [document.tokens[governors[-1].head]] if governors[-1].dep == "ccomp" else []
    if above and above[0].dep == "acl":  # "… қатысы бар деген *болжам*"
        above.append(document.tokens[above[0].head])
    believed = any(lexicon.believing.has(each) for each in (*governors, *above))
    helping = (each for token in governors for each in document.children(token, "aux"))
    believed = believed or any(each.lower in lexicon.guessing for each in helping)  # "*might* be behind it"
    hinted = (subject_of(document, each) for each in above)  # "initial *hypotheses* suggest"
    believed = believed or any(each is not None and lexicon.hints.has(each) for each in hinted)
    believed = believed or any(lexicon.supposing.has(each) for each in above[1:])
    believed = believed or any(_only_not_ruled_out(document, lexicon, each) for each in above[:1])
    return Basis.SUSPECTED if believed or is_supposed(document, lexicon, governors) else basis


def _only_not_ruled_out(document: Document, lexicon: BlameLexicon, above: Token) -> bool:
    """Tell whether a clause is told as a guess: «*не исключено*, что за взрывом стоит …»."""
    return lexicon.supposing.among(document, (max(0, above.index - 1), above.index)) is not None


def names_of(
    document: Document, lexicon: BlameLexicon, heads: Sequence[Token], *, body: bool, answers: bool
) -> list[str]:
    """Return the names of nouns, each once, without those that have none."""
    found = (named(document, lexicon, head, body=body, answers=answers) for head in heads)
    names = [without_ending(name) for name in found if name is not None]
    return list(dict.fromkeys(names))


def carries_name(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a noun carries a name: "Boko Haram", "Taliban fighters"."""
    if head.entity in _NOBODY or lexicon.settlements.has(head):  # a valley or a village does nothing
        return False
    named = (child.pos == "PROPN" for child in document.children(head, "compound", "amod"))
    if called_by_name(document, lexicon, head) is not head:  # "a group known as the Front"
        return True
    if (
        head.pos == "PROPN"
        or head.entity == "GPE"
        or any(named)
        or own_body(document, lexicon, head) is not None
    ):
        return True
    called = proper_name(document, head)  # "a splinter group, the Red *Front*"
    if (called is not head and called.entity in BODY_LABELS) or _of_a_body(document, lexicon, head):
        return True
    if head.entity == "ORG" and _with_capital(document, head):  # «Рабочая *партия* Курдистана»
        return True
    people = lexicon.peoples.has(head) and "Number=Plur" in head.feats
    people = people or told_which(document, lexicon, head)
    return people or is_army(document, lexicon, head) or in_quotes(document, head)


def _of_a_body(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether fighters are told to be of a body with a name: "*members* of the Tarsk gang"."""
    if not (lexicon.attackers.has(head) or lexicon.membership.has(head)):
        return False
    for child in document.children(head, "nmod"):
        links = {case.lower for case in document.children(child, "case")}
        of_it = bool(links) and links <= lexicon.out_of | lexicon.belonging
        if of_it and names_body(document, lexicon, child):
            return True
    return False


def _with_capital(document: Document, head: Token) -> bool:
    """Tell whether the name of a body has a capital that no sentence begins with, or several."""
    inside = (each for each in document.entities if each.first <= head.index < each.last)
    body = next(inside, None)
    words = document.tokens[body.first : body.last] if body is not None else ()
    first = document.sentence_of(head).first
    large = [each for each in words if each.text[:1].isupper()]
    return len(large) > 1 or any(each.index > first for each in large)


def of_a_kind(document: Document, lexicon: BlameLexicon, hit: Hit[Basis], head: Token) -> bool:
    """Tell whether attackers of a kind are told to have done it: "*rebels* killed 12".

    Bandits and the like may be anybody, but not where they carried out the attack, or a word tells whose
    side they are on ("*Kurdish* militants"); nor are "its fighters" of a kind.
    """
    if not lexicon.kinds.has(head) or any(
        each.lower in lexicon.its_own for each in document.children(head, "nmod:poss")
    ):
        return False
    committed = hit.met is not None and lexicon.committing.starts(document, hit.trigger)
    if committed or hit.frame.who == "links" or lexicon.sides.has(head):
        return True
    beside = document.children(head, "amod", "compound")
    return any(each.entity == "NORP" or lexicon.sides.has(each) for each in beside)


def told_before(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a noun takes up a body told before: "police said *the group* carried out the attack"."""
    return is_definite(document, head) and head.lemma in lexicon.taking_up and not head.entity


def is_suspected(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a noun stands behind "suspected", which says already how sure they are."""
    before = (token for token in document.subtree(head)[:REACH] if token.index < head.index)
    return any(lexicon.suspected_words.has(token) for token in before)


def says_nothing(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a suspicion of these names nobody: "the suspect", but not "the suspect, Arman Bekov"."""
    told = document.children(head, "appos", "amod", "acl", "acl:relcl", "flat")
    described = [child for child in told if not says_no_more(lexicon, child)]
    if is_any_body(document, lexicon, head):
        return True
    return (
        lexicon.unnamed.has(head)
        and head.pos != "PROPN"
        and not described
        and not carries_name(document, lexicon, head)
    )


def other_wrong(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> bool:
    """Tell whether the clause blames for something else than an attack."""
    below = nominal(document, hit.trigger)
    if hit.frame.who == "object" and hit.frame.having is None and _of_no_deed(document, lexicon, hit.trigger):
        return True
    if (
        hit.frame.value is Basis.DENIED
        and hit.frame.by in ("group", ANSWER)
        and hit.trigger.dep == "acl:relcl"
    ):
        return True  # "it had killed 20 soldiers, a claim the army *denied*"
    if hit.frame.value is Basis.ACCUSED and hit.frame.who == "object" and hit.frame.having is None:
        for child in document.children(hit.trigger, "obl"):  # «обвинила его в *том, что* он не делает …»
            clauses = document.children(child, "acl", "ccomp", "acl:relcl") if child.pos != "NOUN" else ()
            told = [each.index for clause in clauses for each in document.subtree(clause)]
            if told and lexicon.deeds.among(document, told) is None:
                return True
    return lexicon.not_blame.among(document, below) is not None


def _of_no_deed(document: Document, lexicon: BlameLexicon, trigger: Token) -> bool:
    """Tell whether what somebody is accused of is no deed of ours: "accused *of supporting* a rival gang",
    «обвинил лигу *в своих проблемах*».
    """
    wrongs = lexicon.wrongs
    if wrongs is not None:
        behind = [each for each in document.children(trigger, "obl") if each.index > trigger.index]
        laid = [each for each in behind if _laid(document, lexicon, each)]
        told = [token.index for each in laid for token in document.subtree(each)]
        if laid and lexicon.deeds.among(document, told) is None and wrongs.among(document, told) is None:
            return True
    for child in document.children(trigger, "advcl"):
        led = any(case.lower in lexicon.accused_of for case in document.children(child, "mark", "case"))
        if not led or child.pos != "VERB" or lexicon.of_body.has(child):
            continue
        told = [each.index for each in document.subtree(child)]
        if lexicon.deeds.among(document, told) is None:
            return True
    return False


def _laid(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a noun says of what somebody is accused, not where that is said («*в эфире* канала»)."""
    led = any(case.lower in lexicon.accused_of for case in document.children(noun, "case"))
    return led and noun.pos == "NOUN" and "Case=Loc" in noun.feats and not lexicon.said_where.has(noun)


def without_certainty(document: Document, lexicon: BlameLexicon, near: Sequence[int]) -> list[int]:
    """Return the positions without those of words that only look like a negation: "*no doubt* that …"."""
    end = document.sentence_of(document.tokens[near[0]]).last if near else 0
    met = (lexicon.certain.longest(document, index, end) for index in near)
    certain = [match for match in met if match is not None]
    return [index for index in near if not any(match.first <= index < match.last for match in certain)]


def either(document: Document, lexicon: BlameLexicon, trigger: Token) -> list[int]:
    """Return what stands beside the verb to which another is joined: "has *not* claimed or denied it"."""
    first = document.tokens[trigger.head]
    joined = any(child.lower in lexicon.alternatives for child in document.children(first, "cc"))
    return helpers(document, [first]) if trigger.dep == "conj" and joined else []
