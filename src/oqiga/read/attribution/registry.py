"""Who has been named in a report so far, so that "he", "Seitov" and "the ministry" find their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate

from oqiga.model.claims import Source
from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import SourceKind
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.model import HEARSAY
from oqiga.read.attribution.naming import Mention, describe
from oqiga.read.attribution.quoted import quoted_tokens
from oqiga.read.spelled_out import spelled_out

_NO_OFFICE = HEARSAY | {SourceKind.OTHER}
"""Kinds of those who put out no statements of their own."""
_NEAR = 6
"""A pronoun is looked for at most this many sentences back."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source with what is known about it. plural: several people. sentence: where it was last met."""

    source: Source
    role: str | None
    person: bool
    plural: bool
    sentence: int


@dataclass(slots=True)
class Registry:
    """Sources and names met up to here, last met last. Grows as the report is read from the top."""

    document: Document
    lexicon: SpeechLexicon
    persons: dict[str, Mention] = field(default_factory=dict)
    titled: dict[str, dict[str, Mention]] = field(default_factory=dict)
    bodies: dict[str, Mention] = field(default_factory=dict)
    whole: dict[str, Mention] = field(default_factory=dict)
    speakers: list[Speaker] = field(default_factory=list)
    _recent: list[Mention] = field(default_factory=list)
    _next_name: int = 0
    _names: list[Token] = field(default_factory=list)
    _acted: dict[str, int] = field(default_factory=dict)
    _quoted: frozenset[int] = frozenset()
    _open: list[int] = field(default_factory=list)
    _short: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._quoted = quoted_tokens(self.document)
        self._short = spelled_out(self.document)
        open_sentences = (
            any(index not in self._quoted for index in range(each.first, each.last))
            for each in self.document.sentences
        )
        self._open = list(accumulate(map(int, open_sentences), initial=0))
        named = [each for each in self.document.entities if each.label in ("PERSON", "ORG")]
        heads = [_head_of(self.document, each.first, each.last) for each in named]
        self._names = [self.document.tokens[index] for index in heads]

    def read_up_to(self, index: int) -> None:
        """Take note of the names that stand before token `index`."""
        while self._next_name < len(self._names) and self._names[self._next_name].index <= index:
            self.note(describe(self.document, self._names[self._next_name], self.lexicon))
            self._next_name += 1

    def note(self, mention: Mention) -> None:
        """Take note of a name, to be found again by surname, title or the noun for a body."""
        words = mention.name.lower().split()
        if mention.person and mention.name[:1].islower():
            return
        if mention.head.dep in SUBJECTS:
            self._acted[words[-1]] = mention.head.index
        if mention.person:
            self._recent.append(mention)
            known = self.persons.get(words[-1])
            fuller = known is None or len(words) > len(known.name.split()) or known.role is None
            if len(words) > 1 or fuller:
                if (
                    known is not None
                    and mention.role is None
                    and known.name.lower().endswith(mention.name.lower())
                ):
                    return
                self.persons[words[-1]] = mention
                self.persons.setdefault(words[-1].rpartition("-")[2], mention)
                for title in _titles(mention.role, self.lexicon):
                    self.titled.setdefault(title, {})[words[-1]] = mention
        elif len(words) > 1:
            self.whole.setdefault(mention.name.removeprefix("the "), mention)
            for word in (*words, mention.head.lemma):
                if word in self.lexicon.words["bodies"]:
                    self.bodies[word] = mention
        armed = (
            mention.kind is SourceKind.ARMED_GROUP and mention.head.lemma not in self.lexicon.words["bodies"]
        )
        if not mention.person and armed and mention.head.pos == "PROPN":
            for word in ("group", "organization", "movement"):
                if word in self.lexicon.words["bodies"]:
                    self.bodies[word] = mention

    def speaker_of(self, head: Token, sentence: int) -> Speaker:
        """Return the source that a mention stands for, resolved as far as the text allows."""
        self.read_up_to(head.index)
        resolved = self._pronoun(head, sentence) or self._some_body(head, sentence)
        if resolved is not None:
            return resolved
        mention = describe(self.document, head, self.lexicon)
        self.note(mention)
        full = self._known(mention)
        person = (full or mention).person or self._one_of_many(head)
        source = Source(name=(full or mention).name, kind=(full or mention).kind, span=mention.span)
        plural = "Number=Plur" in head.feats or bool(self.document.children(head, "conj"))
        return Speaker(source, (full or mention).role, person, plural, sentence)

    def known_speaker(self, head: Token, sentence: int) -> Speaker | None:
        """Return who a mention stands for, noted as who spoke, None where it is nobody known to speak."""
        speaker = self.speaker_of(head, sentence)
        if speaker.source.kind is SourceKind.OTHER:
            return None
        self.remember(replace(speaker, sentence=sentence))
        return speaker

    def _one_of_many(self, head: Token) -> bool:
        """Tell whether a noun names one unnamed person: "a resident", "the spokesman"."""
        return head.lemma in self.lexicon.words["titles"] and "Number=Plur" not in head.feats

    def told_through(self, message: Token, sentence: int) -> Speaker | None:
        """Return who spoke last before "the statement", «в сообщении»: a message whose owner is not told."""
        deps = {child.dep for child in self.document.children(message)}
        definite = "det" in deps or self.lexicon.bare_definite
        own = {"det", "case", "punct", *(["acl"] if self.lexicon.words["told_in"] else [])}
        if "Number=Plur" in message.feats or not definite or deps - own:
            return None
        issuer = self._issuer(message, sentence)
        return issuer or next(
            (each for each in self._lately(sentence) if each.source.kind not in _NO_OFFICE), None
        )

    def _issuer(self, message: Token, sentence: int) -> Speaker | None:
        """Return who put a message out in the sentence before: "*the ministry* issued a statement"."""
        before = self.document.sentences[sentence - 1] if sentence else None
        for token in self.document.tokens_of(before) if before is not None else ():
            verb = self.document.head(token) if token.dep == "obj" and token.lemma == message.lemma else None
            doers = self.document.children(verb, "nsubj") if verb is not None else ()
            if doers and doers[0].pos in ("NOUN", "PROPN"):
                return self.known_speaker(doers[0], sentence)
        return None

    def remember(self, speaker: Speaker) -> None:
        """Take note of who has just spoken."""
        self.speakers.append(speaker)

    def _known(self, mention: Mention) -> Mention | None:
        """Return the fuller mention that a surname, a title or a plain noun takes up again."""
        if (whole := self.whole.get(self._short.get(mention.name, ""))) is not None:
            return whole
        words = mention.name.lower().split()
        known = self.persons.get(words[-1])
        own = known is None or known.head.index == mention.head.index or known.name == mention.name
        if own and (fuller := self._begins(mention)) is not None:
            return fuller
        if mention.person or (known is not None and mention.head.pos == "PROPN"):
            if known is None or not _ends_with(known, mention):
                return None
            return known if known.role is not None or mention.role is None else None
        if len(words) == 1 and self._definite(mention.head):
            return self.bodies.get(words[0]) or self._holder(words[0])
        return None

    def _holder(self, title: str) -> Mention | None:
        """Return who of those with a title acted last: the president who speaks, not the one he met."""
        holders = self.titled.get(title, {})
        last = max(
            holders, key=lambda name: (self._acted.get(name, -1), holders[name].head.index), default=""
        )
        return holders.get(last)

    def _begins(self, mention: Mention) -> Mention | None:
        """Return the only person whose name begins with this one: "Widodo" for Widodo Adi."""
        if not mention.person and mention.head.pos != "PROPN":
            return None
        start = f"{mention.name.lower()} "
        found = [each for each in self.persons.values() if each.name.lower().startswith(start)]
        return found[0] if len(found) == 1 else None

    def _definite(self, head: Token) -> bool:
        """Tell whether a singular noun points back: it has an article, or its language has none."""
        if "Number=Plur" in head.feats:
            return False
        articles = self.lexicon.words["articles"]
        if self.lexicon.bare_definite:
            return True
        dets = self.document.children(head, "det")
        return any(det.lower in articles and "Definite=Ind" not in det.feats for det in dets)

    def _pronoun(self, head: Token, sentence: int) -> Speaker | None:
        if head.pos not in ("PRON", "DET"):
            return None
        words, near = self.lexicon.words, self._lately(sentence)
        if head.lower in words["pronoun_person"]:
            fitting = (each for each in near if each.person and not self._other_sex(head, each))
            spoke = next(fitting, None)
            return spoke or self._last_person(head, sentence)
        if head.lower in words["pronoun_body"]:
            return next((each for each in near if not each.person and not each.plural), None)
        if head.lower in words["pronoun_many"]:
            return next((each for each in near if each.plural or not each.person), None)
        return None

    def _other_sex(self, pronoun: Token, speaker: Speaker) -> bool:
        """Tell whether somebody is called what a pronoun cannot take up: "she" no man, "he" no widow."""
        called = f"{speaker.source.name} {speaker.role or ''}".lower().split()
        return not self.lexicon.words.get(f"pronoun_not_{pronoun.lower}", frozenset()).isdisjoint(called)

    def _some_body(self, head: Token, sentence: int) -> Speaker | None:
        """Return the office that spoke last for a noun for any of them: «по данным *ведомства*»."""
        if head.lemma not in self.lexicon.words["any_body"] or self.document.children(head, "amod", "nmod"):
            return None
        near = self._lately(sentence)
        spoke = next((each for each in near if not each.person and not each.plural), None)
        return spoke if spoke is not None and spoke.source.kind not in HEARSAY else None

    def _lately(self, sentence: int) -> list[Speaker]:
        """Return who spoke a few sentences before one at most, the last first."""
        return [each for each in reversed(self.speakers) if self._away(each.sentence, sentence) <= _NEAR]

    def _away(self, before: int, sentence: int) -> int:
        """Return how many sentences lie between two, not counting those that are all quotation."""
        return self._open[sentence] - self._open[min(before, sentence)]

    def _last_person(self, head: Token, sentence: int) -> Speaker | None:
        """Return the person named last before `head`, in this sentence or a few before it."""
        for mention in reversed(self._recent):
            if self._away(self.document.sentence_of(mention.head).index, sentence) > _NEAR:
                return None
            inside = mention.head.index in self._quoted and head.index not in self._quoted
            if mention.head.index < head.index and not inside:
                source = Source(name=mention.name, kind=mention.kind, span=mention.span)
                return Speaker(source, mention.role, True, False, sentence)
        return None


def _ends_with(known: Mention, mention: Mention) -> bool:
    return known.name.lower().endswith(mention.name.lower())


def _head_of(document: Document, first: int, last: int) -> int:
    """Return the token of a name that the others hang on."""
    for index in range(first, last):
        head = document.tokens[index].head
        if not first <= head < last or head == index:
            return index
    return last - 1


def _titles(role: str | None, lexicon: SpeechLexicon) -> list[str]:
    return [word for word in (role or "").lower().split() if word in lexicon.words["titles"]]
