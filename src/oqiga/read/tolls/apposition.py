"""The group of somebody named, from the noun that explains the name."""

from __future__ import annotations

from collections.abc import Callable

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Group

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
        subjects = document.children(document.tokens[token.head], "nsubj", "nsubj:pass")
        before = [child for child in subjects if child.index < position]
    for child in [*behind, *before]:
        group = group_at(child)
        if group not in _SAYS_NOTHING:
            return group
    return None
