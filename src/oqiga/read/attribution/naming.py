"""What a mention of a source is called, what it is, and what kind of source that makes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import SourceKind
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.noun_phrases import chunk_of, joined_to, text_of, without_edges
from oqiga.read.attribution.tree import spans_of, subtree
from oqiga.read.frames.names import standing_alone
from oqiga.read.languages import language_pack

_BODY_NAMES = frozenset({"ORG", "NORP", ""})
"""What a parse takes the name of a body for, or for nothing."""
_NAMING = ("PROPN", "NOUN", "ADJ")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a possible source.

    name: what the source is called here. role: what it is, None if not told here. span: of the name.
    whole: of everything that belongs to the mention. person: named as a person.
    """

    head: Token
    name: str
    role: str | None
    kind: SourceKind
    span: Span
    person: bool


def describe(document: Document, head: Token, lexicon: SpeechLexicon) -> Mention:
    """Return what the noun phrase headed by `head` is called, its role and its kind."""
    chunk = chunk_of(document, head, lexicon)
    if lexicon.known_speakers and (person := _person_before(chunk, head)) is not None:
        head, chunk = person, [token for token in chunk if token.index <= person.index]
    cut = _name_start(chunk, head, lexicon)
    if cut is not None:
        name, role_tokens = chunk[cut:], chunk[:cut]
        above = [] if role_tokens else _role_above(document, head, lexicon)
        role_tokens = role_tokens or above
        both = (text_of(document, role_tokens), _apposed_role(document, head, lexicon))
        role = ", ".join(each for each in both if each) or None
        return _mention(document, head, name, role, lexicon, person=True, lemmas=_lemmas(role_tokens))
    if inside := _name_inside(chunk, lexicon):
        told = [token for token in chunk if token not in inside and token.pos != "PUNCT"]
        role = text_of(document, told)
        return _mention(document, head, inside, role, lexicon, person=False, lemmas=_lemmas(told))
    own = _own_name(document, head) or _called(document, head, lexicon)
    if own:
        told = chunk + joined_to(document, head, lexicon)
        role = text_of(document, told)
        return _mention(document, own[0], own, role, lexicon, person=False, lemmas=_lemmas(told))
    named = _apposed_name(document, head, lexicon)
    if named is not None:
        told = chunk + joined_to(document, head, lexicon)
        name = chunk_of(document, named, lexicon)
        start = _name_start(name, named, lexicon) or 0  # "a survivor, 38-year-old guard *Bakyt Seitov*"
        name = name[start:]
        return _mention(
            document, named, name, text_of(document, told), lexicon, person=True, lemmas=_lemmas(told)
        )
    return _mention(document, head, chunk + joined_to(document, head, lexicon), None, lexicon, person=False)


def _own_name(document: Document, head: Token) -> list[Token]:
    """Return a body's own name behind its noun: «телеканал Tolo News», "the militant group Ansar Tarsk".

    Where nouns have no cases only a name right behind it is its own.
    """
    if head.entity or head.pos != "NOUN":
        return []
    cases = any(feat.startswith("Case=") for feat in head.feats)
    for child in document.children(head, "appos", "flat", "flat:name"):
        between = document.tokens[head.index + 1 : child.index]
        marks = (each.pos == "PUNCT" and cases for each in between)
        if child.entity == "ORG" and all(
            mark or each.entity == "ORG" for mark, each in zip(marks, between, strict=True)
        ):
            first = next(each.index for each in (*between, child) if each.entity == "ORG")
            last = child.index
            while last + 1 < len(document.tokens) and document.tokens[last + 1].entity == "ORG":
                last += 1
            return list(document.tokens[first : last + 1])
    return []


def _person_before(chunk: list[Token], head: Token) -> Token | None:
    """Return the person whom a parse hung on what he speaks of: "әкім *Данияр Беков* қаладағы жағдай …"."""
    persons = [token for token in chunk if token.entity == "PERSON"]
    owned = any(feat.startswith("Person[psor]") for feat in head.feats)  # "Беков кеңсесі", his office
    return persons[-1] if persons and head.entity != "PERSON" and not owned else None


def _name_inside(chunk: list[Token], lexicon: SpeechLexicon) -> list[Token]:
    """Return the name before the noun for a body: «Ош жаршысы» газеті, Reuters агенттігі."""
    if chunk[-1].lemma not in lexicon.words["bodies"]:
        return []
    closing = next((at for at, token in enumerate(chunk) if token.text in "»”"), 0)
    if chunk[0].text in "«“" and closing > 1:
        return chunk[1:closing]
    outlet = all(token.pos == "PROPN" for token in chunk[:-1]) and len(chunk) > 1
    media = outlet and kind_of([token.lower for token in chunk[:-1]], lexicon) is SourceKind.MEDIA
    return chunk[:-1] if media else []


def _called(document: Document, head: Token, lexicon: SpeechLexicon) -> list[Token]:
    """Return what a body is said to be called: "a group calling itself *the Tarsk Front*", "known as …"."""
    for verb in document.children(head, "acl", "acl:relcl"):
        for name in document.children(verb, "xcomp", "obj", "obl") if _calls(verb, lexicon) else ():
            if name.pos == "PROPN" and name.index > verb.index and name.entity in _BODY_NAMES:
                return chunk_of(document, name, lexicon)
    return []


def _calls(verb: Token, lexicon: SpeechLexicon) -> bool:
    return verb.lemma in lexicon.words["called"]


def _lemmas(tokens: Sequence[Token]) -> list[str]:
    return [token.lemma for token in tokens]


def full_span(document: Document, head: Token) -> tuple[Span, ...]:
    """Return the mention as it stands: the noun phrase with all that hangs on it."""
    return spans_of(document, subtree(document, head))


def kind_of(words: list[str], lexicon: SpeechLexicon) -> SourceKind:
    """Return the kind of source that words (lower case) name: the longest phrase, the last of equals.

    Of equals, words before the first preposition count more than those after it.
    """
    cut = next((i for i, word in enumerate(words) if word in lexicon.words["joints"] and i), len(words))
    found = _matches(words, lexicon)
    best = max(found, key=lambda match: (match[0], match[1], match[2] < cut, match[2]), default=None)
    return best[3] if best is not None else SourceKind.OTHER


def _matches(words: list[str], lexicon: SpeechLexicon) -> list[tuple[bool, int, int, SourceKind]]:
    found = []
    for start in range(len(words)):
        for length in range(min(lexicon.longest_kind, len(words) - start), 0, -1):
            kind = lexicon.kinds.get(tuple(words[start : start + length]))
            if kind is not None:
                found.append((kind not in lexicon.generic, length, start, kind))
                break
    return found


def _mention(
    document: Document,
    head: Token,
    name: list[Token],
    role: str | None,
    lexicon: SpeechLexicon,
    *,
    person: bool,
    lemmas: Sequence[str] = (),
) -> Mention:
    """Return the mention. lemmas: of the role, for languages that inflect it."""
    span = Span(name[0].span.start, name[-1].span.end)
    tokens = [document.tokens[i] for i in range(name[0].index, name[-1].index + 1)]
    words = [token.lemma for token in tokens]
    lowered = [token.lower for token in tokens]
    if role is not None:
        roles = role.lower().replace("’s", " 's").replace("'s", " 's").split()
        kind = kind_of(roles, lexicon)
        if kind is SourceKind.OTHER or kind in lexicon.generic:
            inflected = kind_of(list(lemmas), lexicon)
            kind = inflected if inflected is not SourceKind.OTHER else kind
        if kind is SourceKind.OTHER:
            kind = kind_of([*roles, *lowered], lexicon)
    else:
        kind = kind_of(words, lexicon)
        if kind in lexicon.generic:
            other = kind_of(lowered, lexicon)
            kind = other if other is not SourceKind.OTHER else kind
    if kind is SourceKind.OTHER and not person and head.entity == "GPE":
        kind = lexicon.place_kind
    name_text = standing_alone(document, language_pack(document.language), tokens, head)
    return Mention(head, name_text, role, kind, span, person)


def _name_start(chunk: list[Token], head: Token, lexicon: SpeechLexicon) -> int | None:
    """Return where in the chunk a person's name starts: after the last title, or with the name found."""
    titles = lexicon.words["titles"]
    for position in range(len(chunk) - 2, -1, -1):
        token = chunk[position]
        if token.lower.rstrip(".") in titles or token.lemma in titles:
            rest = chunk[position + 1 :]
            rest = rest[1:] if rest[0].text == "." and len(rest) > 1 else rest
            proper = all(each.text[:1].isupper() and each.pos in _NAMING for each in _without_particles(rest))
            known = any(each.lemma in titles or each.lemma in lexicon.words["bodies"] for each in rest)
            if proper or head.entity != "PERSON":
                return len(chunk) - len(rest) if proper and not known else None
            break  # "Minister of Defence Bakyt Seitov"
    if head.entity != "PERSON" or head.lemma in titles or head.lemma in lexicon.words["bodies"]:
        return None
    start = len(chunk)
    while start and chunk[start - 1].entity == "PERSON":
        start -= 1
    return start if start < len(chunk) else None


def _without_particles(name: list[Token]) -> list[Token]:
    """Return the words of a name without hyphens and what they tie on in small letters: "al-"."""
    tied = {token.index - 1 for token in name if token.text == "-"}
    return [token for token in name if token.text != "-" and token.index not in tied] or name


def _apposed_role(document: Document, head: Token, lexicon: SpeechLexicon) -> str | None:
    """Return "a spokesman for the ministry" in "Bakyt Seitov, a spokesman for the ministry"."""
    for child in document.children(head, "appos"):
        tokens = [document.tokens[i] for i in subtree(document, child)]
        nominal = child.pos in ("NOUN", "PROPN") and child.entity != "PERSON"
        if nominal and any(each.lemma in lexicon.words["titles"] for each in tokens):
            clauses = [t for t in tokens if t.dep in ("acl:relcl", "acl")]
            ends = min((subtree(document, t)[0] for t in clauses), default=tokens[-1].index + 1)
            cut = max(1, sum(t.index < ends for t in tokens))
            return text_of(document, without_edges(tokens[:cut], lexicon))
    return None


def _role_above(document: Document, head: Token, lexicon: SpeechLexicon) -> list[Token]:
    """Return "spokesman of the ministry" where the name is an apposition to its title."""
    above = document.head(head)
    if above is None or head.dep not in ("appos", "flat", "flat:name") or above.entity == "PERSON":
        return []
    if above.lemma not in lexicon.words["titles"] or above.index > head.index:
        return []
    return chunk_of(document, above, lexicon) + joined_to(document, above, lexicon)


def _apposed_name(document: Document, head: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return the name in "the spokesman, Bakyt Seitov"."""
    if head.lemma not in lexicon.words["titles"] or head.entity == "PERSON":
        return None
    for child in document.children(head, "appos"):
        if child.pos == "PROPN" and child.lemma not in lexicon.words["titles"]:
            return child
        if (
            child.lemma in lexicon.words["titles"] and child.index > head.index
        ):  # «офицер полиции майор Беков»
            return _apposed_name(document, child, lexicon)
    for body in document.children(head, "nmod"):  # "the spokesman of the police, Bakyt Seitov"
        person = [child for child in document.children(body, "appos") if child.entity == "PERSON"]
        if person and body.entity != "PERSON":
            return person[0]
    return None
