"""How a noun phrase is named in the record, and what kind of participant it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token
from oqiga.read.languages import LanguagePack
from oqiga.read.phrases import Phrases

_BEFORE = frozenset({"compound", "amod", "nmod:poss", "flat", "flat:name", "nmod:desc"})
_AFTER = frozenset({"flat", "flat:name", "flat:foreign", "nmod", "compound", "appos"})
_EDGES = frozenset({"DET", "NUM", "PUNCT", "ADP", "CCONJ", "SCONJ", "PRON"})
_REACH = 40
_QUOTES = frozenset('«»“”"')
_LONGEST_NAME = 6


def phrase_span(document: Document, head: Token, *, links: Collection[str] = ()) -> Span:
    """Return the words that name a thing: the noun, its attributes and what an entry of `links` ties to it.

    Leaves out articles, numbers, clauses and other prepositional phrases. A proper noun keeps its whole name;
    of a name in quotation marks before its noun («Қара ту» ұйымы) only the name is left.
    """
    if (quoted := quoted_name(document, head) or _quoted_list(document, head)) is not None:
        return quoted
    first = last = head.index
    for child in document.children(head):
        if child.dep in _BEFORE and child.index < head.index:
            first = min(first, _first_of(document, child))
        if child.dep in _AFTER and child.index > head.index and _tied(document, child, links):
            last = max(last, phrase_end(document, child, links))
    named = document.entities if head.entity else ()
    entity = [each for each in named if each.first <= head.index < each.last]
    for each in entity:
        if each.label in ("PERSON", "ORG", "FAC", "GPE", "NORP", "LOC", "EVENT", "PRODUCT"):
            first, last = min(first, each.first), max(last, each.last - 1)
    while first < head.index and document.tokens[first].pos in _EDGES:
        counts = document.tokens[first].pos == "NUM"
        first += 1
        while counts and first < head.index and _joined(document, first):
            first += 1
    while last > head.index and document.tokens[last].lower in ("'s", "’s"):
        last -= 1
    return _with_opening_mark(document, document.span_of(document.tokens[first], document.tokens[last]))


def _with_opening_mark(document: Document, span: Span) -> Span:
    """Return a name with the mark that opens a quotation which ends inside it: «Заря» тобының мүшелері."""
    before, name = document.text[span.start - 1 : span.start], span.of(document.text)
    opens = before == "«" and name.count("»") > name.count("«")
    return Span(span.start - 1, span.end) if opens else span


def without_case(name: str, last: Token) -> str:
    """Return a name without the letters that its case adds to its last word, where the parser counts them."""
    ending = next((int(feat[4:]) for feat in last.feats if feat.startswith("Cut=")), 0)
    return name[: len(name) - ending].rstrip("-") if ending else name


def standing_alone(document: Document, pack: LanguagePack, tokens: Sequence[Token], head: Token) -> str:
    """Return a name as it is called by itself, whatever case its sentence gives it; spaces are single.

    tokens: of the name, in order; head: the one the others hang on, which need not be among them.
    """
    words = pack.plain(tokens, head)
    if words is None:
        written = document.span_of(tokens[0], tokens[-1]).of(document.text)
        return " ".join(without_case(written, tokens[-1]).split())
    gaps = [document.text[first.span.end : second.span.start] for first, second in pairwise(tokens)]
    whole = "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    return " ".join(whole.split())


def called(document: Document, pack: LanguagePack, head: Token, span: Span) -> str:
    """Return the name that the words of a span, all of the sentence of `head`, are called by themselves."""
    tokens = [token for token in document.tokens_of(document.sentence_of(head)) if span.covers(token.span)]
    return standing_alone(document, pack, tokens, head)


def quoted_name(document: Document, head: Token) -> Span | None:
    """Return the name in quotation marks that leans on the noun behind it, None where there is none.

    What stands before somebody's own name is not his: "«Қара ту» жетекшісі Арман Беков".
    """
    if head.entity == "PERSON":
        return None
    for child in document.children(head, "compound"):
        following = document.tokens[child.index + 1]
        if child.index < head.index and following.text in _QUOTES:
            first = child.index
            while first > 0 and child.index - first < _LONGEST_NAME:
                if document.tokens[first - 1].text in _QUOTES:
                    return document.span_of(document.tokens[first], child)
                first -= 1
    return None


def _quoted_list(document: Document, head: Token) -> Span | None:
    """Return the whole of a name in quotation marks that holds a list: «Ирак және Левант ұйымы»."""
    tokens = document.tokens
    for first in range(head.index - 1, max(-1, head.index - _LONGEST_NAME), -1):
        if tokens[first].text in "»”":
            return None
        if tokens[first].text in "«“":
            closing = (
                at
                for at in range(head.index, min(len(tokens), first + _LONGEST_NAME + 2))
                if tokens[at].text in "»”"
            )
            last = next(closing, None)
            if last is None or not any(token.pos == "CCONJ" for token in tokens[first:last]):
                return None
            return document.span_of(tokens[first + 1], tokens[last - 1])
    return None


def _joined(document: Document, index: int) -> bool:
    """Tell whether a token stands right behind the one before it, as in "27-year-old"."""
    return document.tokens[index].span.start == document.tokens[index - 1].span.end


def phrase_end(document: Document, head: Token, links: Collection[str]) -> int:
    """Return the position of the last token of a phrase that hangs behind a noun."""
    span = phrase_span(document, head, links=links)
    index = head.index
    while index + 1 < len(document.tokens) and document.tokens[index + 1].span.end <= span.end:
        index += 1
    return index


def _first_of(document: Document, token: Token) -> int:
    first, waiting = token.index, [token]
    for _ in range(_REACH):
        if not waiting:
            break
        each = waiting.pop()
        first = min(first, each.index)
        waiting.extend(child for child in document.children(each) if child.index < token.index)
    return first


def _tied(document: Document, child: Token, links: Collection[str]) -> bool:
    if child.dep.startswith("flat"):
        return True
    if child.dep in ("nmod", "compound"):
        cases = document.children(child, "case")
        return bool(cases) and cases[0].lower in links
    return False


def heads_of(document: Document, head: Token, vague: Collection[str] = ()) -> Iterator[Token]:
    """Yield the nouns of an enumeration; behind a word of number ("dozens of men") the noun it counts."""
    yield counted(document, head, vague)
    if _quoted_list(document, head) is not None:
        return
    for child in document.children(head, "conj"):
        if child.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            yield counted(document, child, vague)


def counted(document: Document, head: Token, vague: Collection[str]) -> Token:
    """Return the noun that a word of number counts, else the word itself."""
    if head.pos == "NUM" or head.lower in vague or head.lemma in vague:
        nouns = [child for child in document.children(head, "nmod") if child.pos in ("NOUN", "PROPN")]
        if nouns:
            return nouns[0]
    return head


def proper_name(document: Document, head: Token) -> Token:
    """Return the name that a noun is given beside it ("the suspect, Toqtar Toleshov"), else the noun."""
    governor = document.tokens[head.head]
    if head.dep == "appos" and governor.pos == "PROPN" and head.pos == "NOUN":
        return governor
    if head.pos == "PROPN":
        return head
    for child in document.children(head, "appos"):
        name = document.tokens[head.index + 1 : child.index + 1]
        if name and all(token.pos == "PROPN" for token in name):
            return child  # "the Maoist group Sendero Luminoso"
    if any(child.pos == "PROPN" for child in document.children(head, "compound")):
        return head
    for child in document.children(head, "appos"):
        if child.pos == "PROPN" or (child.entity == "ORG" and not head.entity):
            return child
    return _named_beside(document, head) or head


def _named_beside(document: Document, head: Token) -> Token | None:
    """Return the person named behind what describes a noun: «житель Хеврона *Халил Бекир*»."""
    for child in document.children(head, "nmod"):
        for name in document.children(child, "flat", "flat:name", "appos"):
            if name.entity == "PERSON" and child.entity != "PERSON" and head.pos == "NOUN":
                return name
    return None


def ends_with(document: Document, head: Token, nouns: Phrases[str]) -> str | None:
    """Return the longest entry whose last word is `head`, None when there is none."""
    for first in range(max(0, head.index - 3), head.index + 1):
        match = nouns.longest(document, first, head.index + 1)
        if match is not None and match.last == head.index + 1:
            return match.value
    return None
