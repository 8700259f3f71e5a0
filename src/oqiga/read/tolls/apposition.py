"""What stands behind a name or a number and explains it: a noun with a group, an age."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from oqiga.model.syntax import SUBJECTS, Document, Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.quantities import NumberWords, Quantity

_DASHES = frozenset({"--", "—", "–"})
_SAYS_NOTHING = frozenset({None, Group.ALL, Group.OTHER})


def apposed_group(
    document: Document, position: int, group_at: Callable[[Token], Group | None]
) -> Group | None:
    """Return the group that an explaining noun gives a name: "Arman Bekov, a policeman,".

    position: the last token of the name. group_at: the group of the noun phrase that ends with a token.
    """
    token = document.tokens[position]
    behind = [child for child in document.children(token, "appos") if child.index > position]
    before = []
    if token.dep.startswith("nsubj"):  # "the envoy to Mali, Bakyt Seitov was": two subjects are one person
        subjects = document.children(document.tokens[token.head], *SUBJECTS)
        before = [child for child in subjects if child.index < position]
    for child in [*behind, *before]:
        group = group_at(child)
        if group not in _SAYS_NOTHING:
            return group
    return None


def is_age(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a number between commas behind a name is an age: "Arman Bekov, 34, was"."""
    before = tokens[max(0, quantity.first - 2) : quantity.first]
    behind = tokens[quantity.last : quantity.last + 1]
    named = len(before) == 2 and before[1].text == "," and before[0].entity == "PERSON"
    return named and quantity.digits and (not behind or behind[0].pos == "PUNCT")


def described_next(tokens: Sequence[Token], position: int, numbers: NumberWords) -> bool:
    """Tell whether a lone "one" is told right away who it is: "one, a woman, died"."""
    following = tokens[position : position + 2]
    return len(following) == 2 and following[0].text == "," and following[1].lower in numbers.one


def in_dateline(tokens: Sequence[Token], position: int, sentence: Sentence) -> bool:
    """Tell whether a name is the place that opens a dispatch: "KHAR, Pakistan -- "."""
    if position > sentence.first + 2:
        return False
    return any(token.text in _DASHES for token in tokens[position : min(position + 7, sentence.last)])


def counts_models(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a kind of weapon or machine stands behind a number: "four *AK-47* rifles"."""
    behind = tokens[position].text if position < len(tokens) else ""
    return behind[-1:].isdecimal() and not behind.isdecimal() and "," not in behind
