"""Figures entered a line each, as situation reports do: "Killed: 4", "Attackers: 2 dead", «Ранено – 12».

What stands before the mark is the label of an entry: words for people ("Attackers: 2 killed, 1 detained"),
for what became of them, or both ("Attackers killed: 2"). A label with a noun for something else counts no
people ("Houses destroyed: 14").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.identity import DASHES, fate_of
from oqiga.read.tolls.lexicon import KINDS, TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_PARTING = frozenset({",", ";", ".", "(", "|"})
"""What parts the entries of a list of figures, or an entry from its parts."""
_COLONS = frozenset({":", "="})
_LONGEST = 6
"""Most words of a label."""
_HEDGES = 3
"""Most words between the mark and the first figure: "Killed: *at least* 4"."""
_SPEAKING = frozenset(
    {Group.POLICE, Group.MILITARY, Group.SECURITY_FORCES, Group.OFFICIALS, Group.HEALTH_WORKERS}
)
"""Whose name before a colon may only tell who says it: "Police: 5 killed in market attack"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and its figures: tokens `first` to `mark` are the label, those up to `last` the figures.

    group: whom the label names, None for nobody. told: it has words for what became of them. others: it has a
    noun for something else. opens: it opens its line, behind a bullet or without.
    """

    first: int
    mark: int
    last: int
    group: Group | None
    told: bool
    others: bool
    opens: bool


def _entries(document: Document, people: Sequence[People], words: TollWords) -> tuple[Entry, ...]:
    """Return the entries of a text in order. people: among whom the figures are."""
    figures = sorted({each.first for each in people if each.low is not None and not each.single})
    sentences = document.sentences
    return tuple(entry for each in sentences for entry in _entries_in(document, each, figures, words))


class Entered:
    """Finds the figures that entries give an outcome. at: the people that each token belongs to."""

    def __init__(self, document: Document, at: Mapping[int, People], words: TollWords) -> None:
        self._document = document
        self._tokens = document.tokens
        self._at = at
        entries = _entries(document, list(dict.fromkeys(at.values())), words)
        kept = [each for each in entries if not each.others]
        self._entry = {index: each for each in kept for index in range(each.first, each.last)}

    def figures(self, trigger: Trigger) -> list[People]:
        """Return those of one outcome: "*Killed: 9*, wounded: 31.", "Attackers: *2 killed*, 1 detained"."""
        entry = self._entry.get(trigger.verb)
        if entry is not None and trigger.verb < entry.mark:
            return self._listed(entry)
        if entry is not None:
            counted = self._at.get(trigger.verb) or self._at.get(trigger.first - 1)
            named = counted is not None and counted.first > entry.mark and counted.low is not None
            if counted is not None and named and (counted.bare or counted.head == trigger.verb):
                return [counted]
        return self._behind(trigger)

    def _behind(self, trigger: Trigger) -> list[People]:
        """Return the figure of an entry that stands behind another one: "killed: 9, *wounded: 31*."."""
        colon = self._tokens[trigger.last : trigger.last + 1]
        people = self._at.get(trigger.last + 1)
        if not colon or colon[0].text != ":" or people is None or not people.bare or people.low is None:
            return []
        sentence = self._document.sentence_of(colon[0])
        opens = trigger.first == sentence.first or self._tokens[trigger.first - 1].text in _PARTING
        return [people] if people.first == trigger.last + 1 and opens and self._ends(people) else []

    def _listed(self, entry: Entry) -> list[People]:
        """Return all whom an entry of one outcome lists: "Killed: *4 civilians*, *1 police officer*"."""
        found: list[People] = []
        first = next((at for at in range(entry.mark + 1, entry.last) if at in self._at), entry.last)
        while first < entry.last:
            people = self._at.get(first)
            if people is None or people.first != first or people.low is None or not self._ends(people):
                break
            found.append(people)
            joined = people.last < entry.last and self._joins(self._tokens[people.last])
            first = people.last + 1 if joined else entry.last
        return found

    def _ends(self, people: People) -> bool:
        """Tell whether nothing but the next entry or its parts follow a figure."""
        sentence = self._document.sentence_of(self._tokens[people.first])
        if people.last >= sentence.last:
            return True
        behind = self._tokens[people.last]
        return behind.text in _PARTING or self._joins(behind)

    def _joins(self, token: Token) -> bool:
        return token.text == "," or token.pos == "CCONJ"


def with_labels(document: Document, people: Sequence[People], words: TollWords) -> tuple[People, ...]:
    """Return the mentions; bare figures are of the group that their label names, or of no people by it."""
    entries = _entries(document, people, words)
    by_line = _groups(document, entries)
    kept: list[People] = []
    for each in people:
        nameless = each.group is Group.ALL and each.low is not None
        nameless = nameless and fate_of(document, each, words) is not None  # "Civilians: *7 injured*"
        entry = by_line.get(each.first) if each.bare or nameless else None
        if entry is None:
            kept.append(each)
        elif not entry.others:
            kept.append(replace(each, group=entry.group or each.group))
    return tuple(kept)


def _groups(document: Document, entries: Sequence[Entry]) -> Mapping[int, Entry]:
    """Return for each token of the figures the entry whose label says of whom they are."""
    lines = {_in_line(document, each) for each in entries if each.opens}
    found: dict[int, Entry] = {}
    for entry in entries:
        line = _in_line(document, entry)
        listed = line - 1 in lines or line + 1 in lines
        beside = entry.opens and listed
        beside = beside or any(
            each is not entry and each.group is not None and _in_line(document, each) == line
            for each in entries
        )
        speaks = entry.group in _SPEAKING and not entry.told and not beside
        if entry.others or (entry.group is not None and not speaks):
            found.update(dict.fromkeys(range(entry.mark + 1, entry.last), entry))
    return found


def _in_line(document: Document, entry: Entry) -> int:
    return document.sentence_of(document.tokens[entry.mark]).paragraph


def _entries_in(
    document: Document, sentence: Sentence, figures: Sequence[int], words: TollWords
) -> Iterator[Entry]:
    """Yield the entries of a sentence; semicolons part them: "Army: 2 killed; militants: 14 killed"."""
    tokens = document.tokens
    ends = [at for at in range(sentence.first, sentence.last) if tokens[at].text == ";"]
    for first, last in pairwise([sentence.first - 1, *ends, sentence.last]):
        entry = _entry(document, first + 1, last, figures, words)
        if entry is not None:
            yield entry


def _entry(
    document: Document, first: int, last: int, figures: Sequence[int], words: TollWords
) -> Entry | None:
    tokens = document.tokens
    while first < last and tokens[first].pos in ("PUNCT", "SYM"):
        first += 1
    mark = next(
        (at for at in range(first + 1, min(last, first + _LONGEST + 1)) if _marks(tokens[at].text)), None
    )
    if mark is None or not any(mark < at <= mark + 1 + _HEDGES for at in figures if at < last):
        return None
    group, told, others = _label(document, first, mark, words)
    # no label: "there are 20 accused: 18 of them …", «среди погибших детей нет, – сказал он»
    numbered = any(each.pos in ("NUM", "PUNCT") for each in tokens[first:mark])
    if numbered or not (told or (group is not None and not others)):
        return None
    if tokens[mark].text in DASHES and (others or not told):
        return None
    sentence = document.sentence_of(tokens[mark])
    before = document.sentences[sentence.index - 1] if sentence.index else None
    parted = not all(each.pos in ("PUNCT", "SYM") for each in tokens[sentence.first : first])
    opens = not parted and (before is None or before.paragraph != sentence.paragraph)
    return Entry(first, mark, last, group, told, others, opens)


def _marks(text: str) -> bool:
    return text in _COLONS or text in DASHES


def _label(document: Document, first: int, mark: int, words: TollWords) -> tuple[Group | None, bool, bool]:
    """Return whom a label names, whether it tells what became of them, whether it names anything else."""
    tokens = document.tokens
    group: Group | None = None
    told = others = False
    at = first
    while at < mark:
        token = tokens[at]
        noun = words.people.nouns.at(tokens, at, mark)
        outcomes = (words.outcomes.triggers[kind].at(tokens, at, mark) for kind in KINDS)
        outcome = max((m for m in outcomes if m is not None), key=lambda m: m.last, default=None)
        if outcome is not None:
            told = True
        named = Group(noun.value) if noun is not None else _marked(document, first, at, mark, words)
        if named is not None and group in (None, Group.ALL):
            group = named
        known = outcome is not None or named is not None or token.lemma in words.outcomes.figures
        others = others or (
            token.pos == "NOUN" and not known and token.lemma not in words.outcomes.toll_again
        )
        at = max(at + 1, *(m.last for m in (noun, outcome) if m is not None)) if noun or outcome else at + 1
    return group, told, others


def _marked(document: Document, first: int, at: int, mark: int, words: TollWords) -> Group | None:
    """Return the group that a word tells before a noun for people or their fate: "*civilian* deaths".

    Or as the whole label: "*Army*: 2 killed". Not attackers: of "attack deaths" and "bombing victims" it
    tells what befell them.
    """
    group = words.people.marks.get(document.tokens[at].lemma)
    if group is None or Group(group) is Group.ATTACKERS:
        return None
    if at + 1 == mark:
        return Group(group) if at == first else None
    behind = document.tokens[at + 1]
    told = any(words.outcomes.triggers[kind].has(behind) for kind in KINDS)
    return Group(group) if told or words.people.nouns.has(behind) else None
