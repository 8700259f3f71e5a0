"""Who speaks in words set off from the sentence, told from their order where the tree is no help.

    "Six people died, police and a witness said on Monday."      who, verb, end
    "Six people died, said another resident, Aida Omarova."      verb, who, end
    "The market, witnesses said, was closed."                    who, verb, and the sentence goes on

Parsers go wrong on such sentences when they are long; commas do not.
"""

from __future__ import annotations

from dataclasses import dataclass

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.attribution.tree import REACH

_LONGEST = 14
"""Words that may name who speaks."""
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "CCONJ", "NUM", "PRON", "PART", "ADV"})
_CUTS = frozenset({",", '"', "”", "»", "''"})
_ENDS = frozenset({".", "!", "?", ";"})


@dataclass(frozen=True, slots=True)
class Aside:
    """Words set off: the head of the mention that speaks, and the positions of what is said."""

    source: Token
    content: tuple[int, ...]
    inverted: bool


def find_aside(document: Document, sentence: Sentence, verb: Token, *, inverts: bool = True) -> Aside | None:
    """Return who speaks and what is said when `verb` stands in words set off by commas, else None.

    inverts: who speaks may come after the verb; not so with "told reporters".
    """
    inverted = _inverted(document, sentence, verb) if inverts else None
    return inverted or _straight(document, sentence, verb)


def _inverted(document: Document, sentence: Sentence, verb: Token) -> Aside | None:
    before = verb.index - 1
    if before <= sentence.first or document.tokens[before].text not in _CUTS:
        return None
    last = verb.index
    limit = min(sentence.last, verb.index + 2 * _LONGEST)
    while last + 1 < limit and (names_somebody(document, last + 1) or document.tokens[last + 1].text == ","):
        last += 1
    if not _ends(document, sentence, last + 1):
        return None
    source = mention_head(document, range(verb.index + 1, last + 1))
    content = range(max(sentence.first, before - REACH), before)
    if source is None or _is_claimed(document, verb, source):
        return None
    return Aside(source, tuple(content), inverted=True)


def _is_claimed(document: Document, verb: Token, noun: Token) -> bool:
    """Tell whether what follows is the object of one who stands before: "Bekov, a spokesman, claimed it"."""
    subjects = document.children(verb, "nsubj")
    return noun.dep == "obj" and noun.head == verb.index and any(each.index < verb.index for each in subjects)


def _straight(document: Document, sentence: Sentence, verb: Token) -> Aside | None:
    first = _start_of_who(document, sentence, verb)
    if first is None or document.tokens[first].pos == "CCONJ" or _relates(document, first, verb):
        return None
    after = verb.index + 1
    limit = min(sentence.last, after + _LONGEST)
    while after < limit and (names_somebody(document, after)):
        after += 1
    source = mention_head(document, range(first, verb.index))
    if source is None:
        return None
    content = list(range(max(sentence.first, first - 1 - REACH), first - 1))
    if after < sentence.last and document.tokens[after].text == ",":
        content += range(after + 1, min(sentence.last, after + REACH))
    elif not _ends(document, sentence, after):
        return None
    return Aside(source, tuple(content), inverted=False)


def _relates(document: Document, first: int, verb: Token) -> bool:
    """Tell whether a clause only goes on about what stands before: "…, *for which* the Front claimed it"."""
    led = document.tokens[first].pos == "ADP" and document.tokens[first + 1].pos == "PRON"
    return led and verb.dep == "acl:relcl" and document.tokens[first].head == first + 1


def _start_of_who(document: Document, sentence: Sentence, verb: Token) -> int | None:
    """Return where the mention before the verb starts: right after a comma, over one apposition in commas."""
    apposed = document.tokens[verb.index - 1].text == "," if verb.index > sentence.first else False
    index = verb.index - (2 if apposed else 1)
    commas_to_pass = 1 if apposed else 0
    floor = max(sentence.first, verb.index - 2 * _LONGEST)
    while index > floor:
        token = document.tokens[index]
        if token.text in _CUTS:
            if not commas_to_pass:
                return index + 1 if index + 1 < verb.index else None
            commas_to_pass -= 1
        elif not names_somebody(document, index):
            return None
        index -= 1
    return None


def names_somebody(document: Document, index: int) -> bool:
    """Tell whether a token may be a part of the words that name who speaks."""
    token = document.tokens[index]
    joined = token.pos == "PUNCT" and token.text in ("-", "'", ".") and token.dep != "root"
    describes = token.pos == "VERB" and token.dep == "amod"  # "the Britain-*based* watchdog"
    return token.pos in _NOMINAL or describes or (joined and token.text != ".")


def _ends(document: Document, sentence: Sentence, index: int) -> bool:
    return index >= sentence.last or document.tokens[index].text in _ENDS


def mention_head(document: Document, positions: range) -> Token | None:
    """Return the noun that names who speaks: the last one before a preposition or a comma.

    Times are passed over: in "police said late on Sunday" they stand beside who speaks.
    """
    head: Token | None = None
    for index in positions:
        token = document.tokens[index]
        if head is not None and (token.pos in ("ADP", "CCONJ") or token.text == ","):
            return head
        if token.pos in ("NOUN", "PROPN", "PRON") and token.entity not in ("DATE", "TIME"):
            head = token
    return head
