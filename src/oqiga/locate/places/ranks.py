"""Generic nouns that make a name a place, and say of what rank: "Amir-Timur district", «село Масанчи»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.locate.places.candidate import Candidate, capitalised
from oqiga.locate.places.lexicon import Words, demonyms, dictionary_forms
from oqiga.model.syntax import Document, Token

LONGEST_NAME = 6
GLUE = frozenset(("-", "‑", "–"))
_WIDE = frozenset(("region", "district"))
_LIST_MARKS = frozenset((",", ";", "&", "/"))
_LONGEST_GAP = 2
_SEVERAL = 2
_TIMES = ("DATE", "TIME")
_SMALL = frozenset(("de", "del", "du", "da", "la", "le", "el", "al", "sur", "es"))
"""Words inside a name that are written small."""


def named_by_rank(document: Document, first: int, end: int, lexicon: Words) -> Candidate | None:
    """Return an unknown name with the generic noun that makes it a place ("Amir-Timur district")."""
    last = first
    while last < min(end, first + LONGEST_NAME) and (
        (document.tokens[last].text.isalpha() and capitalised(document.tokens[last]))
        or (document.tokens[last].text in GLUE and _tight(document, last))
    ):
        last += 1
    if last == first or last >= end or not capitalised(document.tokens[last - 1]):
        return None
    ending = document.tokens[last - 1]
    if ending.pos == "ADJ" and "Case=Loc" in ending.feats and "Degree=Pos" not in ending.feats:
        return None  # "Ирандағы қала", a town in Iran
    if document.language != "en" and document.tokens[first].entity == "PERSON":
        first = last - 1  # where the rank stands behind the name, a person may be named right before it
    elif document.language != "en" and _two_names(document, first, last):
        return None
    noun = document.tokens[last]
    word = rank_word(noun, document.language, lexicon)
    rank = lexicon.ranks.get(word) or lexicon.ranks_of_several.get(word, "")
    inside = document.tokens[first:last]
    ahead = word in lexicon.ranks_before  # «ОМВД города Вахдат»
    if (
        not rank
        or ahead
        or not noun.text.islower()
        or any(each.pos == "VERB" or each.lower in demonyms() for each in inside)
    ):
        return None
    name = document.text[document.tokens[first].span.start : noun.span.end]
    if "Person[psor]=3" in noun.feats:  # "Жарсай ауылында": the noun alone takes the case
        bare = document.text[inside[0].span.start : inside[-1].span.end]
        name = f"{bare} {rank_word(noun, document.language, lexicon)}"
    if first == document.sentence_of(noun).first and document.tokens[first].pos not in ("PROPN", "X"):
        return None
    return Candidate(first, last + 1, name, (), document.tokens[first].entity, rank, (first, last))


def _tight(document: Document, dash: int) -> bool:
    """Tell whether a dash ties two words: one between spaces parts them ("ТАРАЗ – Ирандағы қала").

    In English, where datelines are looked for elsewhere, any does.
    """
    return document.language == "en" or document.tokens[dash].span.start == document.tokens[dash - 1].span.end


def _two_names(document: Document, first: int, last: int) -> bool:
    """Tell whether another name ends right before the last word: «в селе *Чере* Хивского района»."""
    if last - first < 2:
        return False
    before, described = document.tokens[last - 2 : last]
    return described.pos == "ADJ" and before.pos in ("NOUN", "PROPN", "X") and capitalised(before)


def named_after_rank(
    document: Document, position: int, end: int, lexicon: Words, floor: int
) -> Candidate | None:
    """Return an unknown name right behind a noun for a settlement («деревня Майское»)."""
    tokens = document.tokens
    rank, first = rank_before(document, position, floor, lexicon)
    if document.language == "en":
        if not rank or rank == "region":
            return None
    elif (
        not rank
        or tokens[position].entity == "PERSON"
        or not _stands_before(tokens[first], document, lexicon)
    ):
        return None
    last = position + 1
    while last < min(end, position + LONGEST_NAME) and _goes_on(document, last):
        last += 1
    if last < end and is_rank(document, last, lexicon):  # «села Хивского района»
        return None
    core = document.span_of(tokens[position], tokens[last - 1])
    return Candidate(first, last, core.of(document.text), (), tokens[position].entity, rank, (position, last))


def whole_settlement(
    document: Document, position: int, end: int, lexicon: Words, floor: int
) -> Candidate | None:
    """Return an English name of several words that a noun for a settlement makes one, whatever each is alone.

    "The town of *Pont Sonde*" is no Pont, nor "*Kakau Daji* village" a Kakau.
    """
    tokens = document.tokens
    last = position + 1
    while last < min(end, position + LONGEST_NAME) and (step := _name_goes_on(document, last, end)):
        last += step
    inside = tokens[position:last]
    if (
        document.language != "en"
        or len(inside) < _SEVERAL
        or any(each.lower in demonyms() for each in inside)
    ):
        return None
    rank, _ = rank_before(document, position, floor, lexicon)
    name = document.span_of(tokens[position], tokens[last - 1]).of(document.text)
    if rank and rank != "region":
        return Candidate(position, last, name, (), tokens[position].entity, rank, (position, last))
    if inside[-1].lower in lexicon.villages:  # "Kakau Daji *Village*"
        rank = lexicon.ranks.get(inside[-1].lower, "")
        return Candidate(position, last, name, (), tokens[position].entity, rank, (position, last))
    if last < end and tokens[last].text in lexicon.villages:
        rank = lexicon.ranks.get(tokens[last].text) or lexicon.ranks_of_several.get(tokens[last].text, "")
        return Candidate(position, last + 1, name, (), tokens[position].entity, rank, (position, last))
    return None


def _name_goes_on(document: Document, index: int, end: int) -> int:
    """Return how many tokens a name goes on for: one, two over a small word ("Juan *del Sur*"), or none."""
    token = document.tokens[index]
    if token.entity in _TIMES or not token.text.isalpha():
        return 0
    if capitalised(token):
        return 1
    after = document.tokens[index + 1] if index + 1 < end else None
    return 2 if token.lower in _SMALL and after is not None and capitalised(after) else 0


def ranked_as_several(document: Document, found: Sequence[Candidate], lexicon: Words) -> list[Candidate]:
    """Give the names of a list the rank that follows its last one ("the Irkutsk and Omsk *regions*")."""
    ranked = list(found)
    for position, candidate in enumerate(found):
        noun = document.tokens[candidate.last] if candidate.last < len(document.tokens) else None
        rank = lexicon.ranks_of_several.get(noun.text, "") if noun is not None else ""
        first = position
        while rank in _WIDE and first and joined(document, found[first - 1], found[first]):
            first -= 1
        if first < position:
            ranked[first : position + 1] = [
                replace(each, rank=each.rank or rank) for each in found[first : position + 1]
            ]
    return ranked


def joined(document: Document, one: Candidate, two: Candidate) -> bool:
    """Tell whether two names stand next to each other in a list."""
    between = document.tokens[one.last : two.first]
    return 0 < len(between) <= _LONGEST_GAP and all(
        token.text in _LIST_MARKS or token.pos == "CCONJ" for token in between
    )


def _stands_before(noun: Token, document: Document, lexicon: Words) -> bool:
    word = rank_word(noun, document.language, lexicon)
    return noun.text.islower() and word in lexicon.ranks_before


def _goes_on(document: Document, last: int) -> bool:
    """Tell whether a name goes on: over a hyphen, or from its adjective to its noun («Верхний Яраг»)."""
    token, before = document.tokens[last], document.tokens[last - 1]
    if before.text in GLUE or token.text in GLUE:
        return token.span.start == before.span.end
    if document.language == "en":
        return capitalised(token)
    return before.pos == "ADJ" and token.pos in ("NOUN", "PROPN", "X") and capitalised(token)


def opens_institution(document: Document, last: int, lexicon: Words) -> bool:
    """Tell whether the run ends with a rank that belongs to what follows ("Mount Pleasant City Council")."""
    after = document.tokens[last] if last < len(document.tokens) else None
    return (
        after is not None
        and capitalised(after)
        and after.pos in ("PROPN", "NOUN")
        and document.tokens[last - 1].lower in lexicon.institution_ranks
    )


def rank_before(document: Document, first: int, floor: int, lexicon: Words) -> tuple[str, int]:
    """Return the rank before a name ("province of Takhar", "в городе Ош") and the token it starts at.

    In English "the town of Baby" says what Baby is, but is no part of its name.
    """
    tokens = document.tokens
    if document.language == "en":
        if first - 2 < floor or tokens[first - 1].lower != "of":
            return "", first
        rank = lexicon.ranks_joined.get(tokens[first - 2].text, "")
        return (rank, first - 2) if rank == "region" else (rank, first)
    if first - 1 < floor:
        return "", first
    rank = lexicon.ranks.get(rank_word(tokens[first - 1], document.language, lexicon), "")
    if rank == "district" and "Case=Gen" in tokens[first].feats and tokens[first].pos != "ADJ":
        return "", first  # «в районе Хеврона»: round about the town
    return (rank, first - 1) if rank else ("", first)


def describes_a_thing(document: Document, position: int, lexicon: Words) -> bool:
    """Tell whether an adjective only names a thing that is no place: «у Никольского рынка».

    What is said to be in a place is there: «Ақтөбедегі дүкен».
    """
    token = document.tokens[position]
    if "Degree=Pos" not in token.feats:
        return False
    if document.language == "en" or token.pos != "ADJ" or token.dep != "amod" or token.head <= position:
        return False
    if "Case=Loc" in token.feats and "Degree=Pos" not in token.feats:
        return False  # "Кабулдағы жарылыс", the blast in Kabul: the ending says where
    thing = document.tokens[token.head]
    ranked = rank_word(thing, document.language, lexicon) in lexicon.ranks
    return thing.pos == "NOUN" and thing.text.islower() and not ranked


def is_rank(document: Document, index: int, lexicon: Words) -> bool:
    """Tell whether a token is a generic noun that may belong to the name before it."""
    token = document.tokens[index]
    if rank_word(token, document.language, lexicon) not in lexicon.ranks:
        return False
    return token.text.islower() or not opens_institution(document, index + 1, lexicon)


def rank_word(token: Token, language: str, lexicon: Words) -> str:
    """Return a generic noun as the lexicon has it, else the word itself."""
    if token.lower in lexicon.ranks or language == "en":
        return token.lower
    return next(
        (form for form in dictionary_forms(token.lower, language) if form in lexicon.ranks), token.lower
    )
