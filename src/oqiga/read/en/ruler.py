"""The attribute rules of spaCy's English model, with their answers remembered: a fifth of its time otherwise.

The model's `attribute_ruler` gives each token part of speech, features and now and then a lemma, by
matching some 180 patterns everywhere. Nearly all of them ask of one token its tag, its relation and whether
it is one of a few words, so the same answers come again and again. A text with a word that a longer pattern
is about, or with anything not met before, goes through the model's own rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_ASKED = frozenset({"TAG", "DEP", "LOWER"})
_SPACES = "IS_SPACE"
"""Asked by patterns about white space alone; a text that holds such tokens is left to the rules."""
_MOST = 20_000
_Pattern = list[dict[str, Any]]


class RememberedRuler:
    """Stands in the place of an attribute ruler in a pipeline; gives every token what the ruler would."""

    def __init__(self, ruler: Any) -> None:
        """Take over `ruler`, a `spacy.pipeline.AttributeRuler` with its patterns."""
        patterns: list[_Pattern] = [each for entry in ruler.patterns for each in entry["patterns"]]
        numbers = ruler.vocab.strings
        self._ruler = ruler
        self._words = frozenset(numbers[word] for word in _literals(patterns, "LOWER"))
        longer = [_telling(pattern) for pattern in patterns if len(pattern) > 1]
        self._parts = frozenset(numbers[word] for each in longer for word in each.get("LOWER", ()))
        self._relations = frozenset(numbers[word] for each in longer for word in each.get("DEP", ()))
        asked = {name for pattern in patterns for spec in pattern for name in spec}
        self._remembers = asked <= _ASKED | {_SPACES} and all(longer)
        self._known: dict[tuple[int, int, int], tuple[int, Any, int]] = {}

    def __call__(self, doc: Any) -> Any:
        """Set the attributes of a text's tokens, in place."""
        words, known = self._words, self._known
        keys = [(token.tag, token.dep, token.lower if token.lower in words else 0) for token in doc]
        if not self._remembers or self._is_special(doc):
            return self._ruler(doc)
        try:
            found = [known[key] for key in keys]
        except KeyError:
            return self._learned(doc, keys)
        for token, (pos, morph, lemma) in zip(doc, found, strict=True):
            token.pos, token.morph = pos, morph
            if lemma:
                token.lemma = lemma
        return doc

    def _is_special(self, doc: Any) -> bool:
        """Tell whether a pattern of several tokens, or one about white space, might match."""
        parts, relations = self._parts, self._relations
        return any(token.lower in parts or token.dep in relations or token.is_space for token in doc)

    def _learned(self, doc: Any, keys: Iterable[tuple[int, int, int]]) -> Any:
        """Let the rules decide and remember what they gave."""
        doc = self._ruler(doc)
        if len(self._known) > _MOST:
            self._known.clear()
        for key, token in zip(keys, doc, strict=True):
            self._known[key] = token.pos, token.morph, token.lemma
        return doc


def _literals(patterns: Iterable[_Pattern], name: str) -> set[str]:
    """Return the values that patterns name outright for an attribute."""
    return {value for pattern in patterns for spec in pattern for value in _named(spec, name)}


def _named(spec: Mapping[str, Any], name: str) -> list[str]:
    """Return the values of an attribute that one token's pattern names; none of a regular expression."""
    value = spec.get(name)
    if isinstance(value, str):
        return [value]
    lists = value if isinstance(value, dict) else {}
    return [str(each) for kind in ("IN", "NOT_IN") for each in lists.get(kind, ()) if each]


def _telling(pattern: _Pattern) -> dict[str, list[str]]:
    """Return what shows that a pattern of several tokens may match: a relation, or words, of one of them."""
    for name in ("DEP", "LOWER"):
        for spec in pattern:
            if name in spec and "NOT_IN" not in spec[name] and (named := _named(spec, name)):
                return {name: named}
    return {}
