"""Names of streets and squares, called after people and places: «Сенная площадь», «Гоголь көшесі»."""

from __future__ import annotations

from oqiga.locate.places.lexicon import Words, dictionary_forms
from oqiga.model.syntax import Document, Sentence, Token

_JOINTS = frozenset("-–—")
_LONGEST_LIST = 12
"""Words of a list of streets that are looked through for the noun behind it."""


def names_street(document: Document, core: tuple[int, int], lexicon: Words) -> bool:
    """Tell whether a name (tokens first to last, exclusive) is that of a street beside it."""
    if not lexicon.street_nouns:
        return False
    first, last = core
    sentence = document.sentence_of(document.tokens[first])
    before = document.tokens[first - 1] if first > sentence.first else None
    after = document.tokens[last] if last < sentence.last else None
    noun = before if before is not None and before.lemma in lexicon.street_nouns else None
    if noun is not None and ("Number=Plur" not in noun.feats or _joined(document, last, sentence)):
        return True
    if _ends_crossing(document, first, sentence, lexicon):
        return True
    if (
        after is not None
        and after.text.islower()
        and _is_one_of(after, document.language, lexicon.street_nouns)
    ):
        return True
    return bool(lexicon.streets_listed) and _opens_list(document, last, sentence, lexicon)


def _joined(document: Document, last: int, sentence: Sentence) -> bool:
    """Tell whether another name follows a name: «улиц *Горького* и Панфилова», not «улицы *Оша*»."""
    if last + 1 >= sentence.last:
        return False
    joint, name = document.tokens[last], document.tokens[last + 1]
    return (joint.pos == "CCONJ" or joint.text in _JOINTS) and name.text[:1].isupper()


def _ends_crossing(document: Document, first: int, sentence: Sentence, lexicon: Words) -> bool:
    """Tell whether a name is the second of two streets: «на пересечении улиц Горького и *Панфилова*»."""
    if first - 3 < sentence.first:
        return False
    noun, name, joint = (document.tokens[first - back] for back in (3, 2, 1))
    return (
        noun.lemma in lexicon.street_nouns
        and "Number=Plur" in noun.feats
        and name.text[:1].isupper()
        and (joint.pos == "CCONJ" or joint.text in _JOINTS)
    )


def streets_named(document: Document, lexicon: Words) -> frozenset[str]:
    """Return the words that follow a noun for one street: «улица *Горького* … ниже Горького»."""
    return frozenset(
        document.tokens[token.index + 1].lower
        for token in document.tokens[:-1]
        if token.lemma in lexicon.street_nouns and "Number=Plur" not in token.feats
    )


def _is_one_of(token: Token, language: str, nouns: frozenset[str]) -> bool:
    return token.lemma in nouns or any(form in nouns for form in dictionary_forms(token.lower, language))


def _opens_list(document: Document, last: int, sentence: Sentence, lexicon: Words) -> bool:
    """Tell whether a name stands in a list of two or more in front of a noun for streets."""
    if (
        last < sentence.last
        and document.tokens[last].text.isalpha()
        and document.tokens[last].text[0].isupper()
    ):
        return False
    names = 1
    for token in document.tokens[last : min(sentence.last, last + _LONGEST_LIST)]:
        if token.text[:1].isupper():
            names += 1
        elif token.text != "," and token.pos != "CCONJ":
            return _is_one_of(token, document.language, lexicon.streets_listed) and (
                names > 1 or _behind_name(document, last - 2, sentence)
            )
    return False


def _behind_name(document: Document, joint: int, sentence: Sentence) -> bool:
    """Tell whether a joining word and a name stand in front: the last name of a list."""
    if joint <= sentence.first:
        return False
    token, name = document.tokens[joint], document.tokens[joint - 1]
    return (token.pos == "CCONJ" or token.text == ",") and name.text[:1].isupper()
