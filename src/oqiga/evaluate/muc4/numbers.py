"""How many a string of a template stands for."""

from __future__ import annotations

import re

from oqiga.evaluate.muc4.rules import rules
from oqiga.model.span import Span

_WORD = re.compile(r"[a-z0-9][a-z0-9,'-]{0,29}")
_BEFORE = 40


def number_of(text: str, span: Span, *, named: bool) -> str:
    """Return the number of persons or things as the task writes it: "5", "PLURAL", "1".

    span: where the string stands in `text`; figures are looked for before it and at its beginning.
    named: it is the name of one person.
    """
    if named:
        return "1"
    words = _WORD.findall(span.of(text).lower())
    before = _WORD.findall(text[max(0, span.start - _BEFORE) : span.start].lower())[
        -rules()["about"]["words"] :
    ]
    plural = _is_plural(words)
    for word in (*words[:1], *reversed(before)):
        found = _figure(word)
        if found is not None and (plural or found == 1):
            return str(found)
        if word in rules()["plural_before"]:
            return "PLURAL"
    return "PLURAL" if plural else "1"


def _is_plural(words: list[str]) -> bool:
    if not words:
        return False
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head.endswith(tuple(rules()["plural_endings"])) and not head.endswith("ss")


def _figure(word: str) -> int | None:
    bare = word.replace(",", "")
    if bare.isdigit() and len(bare) < 7:
        return int(bare)
    number = rules()["numbers"].get(word)
    return None if number is None else int(number)
