"""The words and patterns of one language, read from `lexicon/<code>.yaml` and made ready for matching.

The schema of the file is described in docs/languages.md, section "Expressions of time".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from oqiga.datafiles import data_file
from oqiga.errors import OqigaError
from oqiga.locate.times.words import Word, cut

BUILT_IN = frozenset(
    {"number", "day", "year", "month_number", "hour", "minute", "short_year", "spelled", "hhmm"}
)
"""Classes of digits, which need no words in a lexicon."""

GUARDS = ("after", "before", "not_after", "not_before")
"""Keys of a pattern that name a list which the neighbouring word must, or must not, be in."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: a class of words, or literal pieces. slot: the name its value is kept under."""

    wanted: str
    slot: str
    optional: bool
    literals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a row of elements means, the values it fixes by itself, and the lists that guard it."""

    means: str
    fixed: Mapping[str, str]
    guards: Mapping[str, str]


@dataclass(slots=True, eq=False)
class Step:
    """A place in the tree of all patterns: what may come next, and which patterns end here.

    classes: from a class to the (slot, step) that follow.
    ends: numbers of patterns, the first in the file first.
    """

    literals: dict[str, Step] = field(default_factory=dict)
    classes: dict[str, list[tuple[str, Step]]] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)

    def over(self, element: Element) -> list[Step]:
        """Return the steps behind `element`, made where there are none yet."""
        if element.literals:
            return [self.literals.setdefault(literal, Step()) for literal in element.literals]
        following = self.classes.setdefault(element.wanted, [])
        for slot, step in following:
            if slot == element.slot:
                return [step]
        following.append((element.slot, Step()))
        return [following[-1][1]]


@dataclass(slots=True)
class Node:
    """A step in the tree of forms; `meanings` are (class, value) of the forms that end here."""

    after: dict[str, Node]
    meanings: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """One language made ready: a tree of forms, patterns and the tree of them, and lists of plain words.

    lemmas: whether a form may also be matched by the lemma that the parser gives a word.
    lists: named groups of words that guards and tense look at (`locating`, `before_year`, `future`, …).
    """

    forms: Node
    patterns: tuple[Pattern, ...]
    first: Step
    lemmas: bool
    lists: Mapping[str, frozenset[str]]

    def listed(self, name: str, word: str) -> bool:
        """Tell whether `word` is in the list `name`; an absent list is empty."""
        return word in self.lists.get(name, ())


@lru_cache(maxsize=8)
def time_lexicon(code: str) -> TimeLexicon | None:
    """Return the lexicon of a language, None when the language has none.

    Raises OqigaError when the file does not follow the schema.
    """
    try:
        loaded = data_file("oqiga.locate.times", f"lexicon/{code}")
    except FileNotFoundError:
        return None
    return build(loaded)


def build(loaded: Mapping[str, Any]) -> TimeLexicon:
    """Make a lexicon from the mapping in its YAML file. Raises OqigaError when it breaks the schema."""
    root = Node({}, [])
    words: Mapping[str, Mapping[Any, Sequence[Any]]] = loaded["words"]
    for name, values in words.items():
        for value, forms in values.items():
            for form in forms:
                _plant(root, str(form), (name, str(value)))
    classes = BUILT_IN | set(words)
    first = Step()
    patterns = tuple(
        _pattern(entry, number, first, classes) for number, entry in enumerate(loaded["patterns"])
    )
    lists = {name: frozenset(map(str, each)) for name, each in loaded.get("lists", {}).items()}
    return TimeLexicon(root, patterns, first, bool(loaded.get("lemmas", False)), lists)


def _plant(root: Node, form: str, meaning: tuple[str, str]) -> None:
    node = root
    for word in cut(form, {}):
        node = node.after.setdefault(word.key, Node({}, []))
    if node is root:
        raise OqigaError("an empty form in a lexicon of times", subject=str(meaning))
    node.meanings.append(meaning)


def _pattern(entry: Mapping[str, Any], number: int, first: Step, classes: frozenset[str]) -> Pattern:
    """Grow the tree of patterns by one; return what the pattern means."""
    reached = [first]
    for text in str(entry["pattern"]).split():
        element = _element(text, classes)
        beyond = [step for place in reached for step in place.over(element)]
        reached = list(dict.fromkeys(beyond + reached if element.optional else beyond))
    if first in reached:
        raise OqigaError("a pattern of times that matches nothing", subject=str(entry["pattern"]))
    for step in reached:
        step.ends.append(number)
    rest = {key: str(value) for key, value in entry.items() if key not in ("means", "pattern")}
    guards = {key: rest.pop(key) for key in GUARDS if key in rest}
    return Pattern(str(entry["means"]), rest, guards)


def _element(text: str, classes: frozenset[str]) -> Element:
    optional = text.endswith("?") and len(text) > 1
    body = text[:-1] if optional else text
    if body.startswith("="):
        literals = tuple(body[1:].split("|"))
        return Element("", "", optional, literals)
    wanted, _, slot = body.partition("@")
    if wanted not in classes:
        raise OqigaError(f"no class {wanted!r} in this lexicon of times", subject=text)
    return Element(wanted, slot or wanted, optional)


def meanings_at(lexicon: TimeLexicon, words: Sequence[Word], index: int) -> list[tuple[str, str, int]]:
    """Return (class, value, end) of every form that begins at `index`; `end` is past its last piece."""
    found: list[tuple[str, str, int]] = []
    nodes = [lexicon.forms]
    position = index
    while nodes and position < len(words):
        word = words[position]
        if position > index and word.fresh:
            break
        nodes = _steps(nodes, word)
        position += 1
        found.extend((name, value, position) for node in nodes for name, value in node.meanings)
    return found


def _steps(nodes: Sequence[Node], word: Word) -> list[Node]:
    keys = (word.key,) if word.lemma in ("", word.key) else (word.key, word.lemma)
    return [node.after[key] for node in nodes for key in keys if key in node.after]
