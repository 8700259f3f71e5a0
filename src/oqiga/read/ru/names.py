"""Russian names in the nominative: «в Следственном комитете» names the «Следственный комитет»."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import Token
from oqiga.read.ru.morphology import in_nominative, lives

_INFLECTED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "VERB"})
_PLAIN = (None, "Case=Nom")
_SHORT = 5
"""Letters of the longest abbreviation."""
_NUMBERS = ("Number=Sing", "Number=Plur")


def nominative(tokens: Sequence[Token], head: Token) -> tuple[str, ...]:
    """Return the words of a name with its head, and all that agrees with it, in the nominative.

    Genitives that hang on the head stay («министерства обороны» gives «министерство обороны»), and so do
    words that the dictionary cannot inflect.
    """
    told = next((case for each in _telling(tokens, head) if (case := _case(each)) not in _PLAIN), None)
    if told is None or (head.dep == "nsubj" and told == "Case=Acc"):  # a subject, whatever the tagger says
        return tuple(token.text for token in tokens)
    return tuple(_plain(token, head, told) if _agrees(token, head, told) else token.text for token in tokens)


def _telling(tokens: Sequence[Token], head: Token) -> list[Token]:
    """Return the words whose case is that of the name: its head, and further names of a person."""
    return [head, *(token for token in tokens if token.dep == "flat:name" and token.entity == "PERSON")]


def _case(token: Token) -> str | None:
    return next((feat for feat in token.feats if feat.startswith("Case=")), None)


def _agrees(token: Token, head: Token, told: str) -> bool:
    """Tell whether a word stands in the case of the head because it belongs to it, not as its genitive."""
    if token.dep == "flat:name" and token.entity == head.entity == "PERSON":
        return True  # the words of a name share one case, whatever the tagger says
    if token.pos not in _INFLECTED or _case(token) != told:
        return False
    if token.index == head.index:
        return True
    if token.dep in ("amod", "det", "acl") and token.head == head.index:
        return True
    return token.dep in ("flat:name", "flat", "appos") and (token.entity == "PERSON") == (
        head.entity == "PERSON"
    )


def _plain(token: Token, head: Token, told: str) -> str:
    if token.text.isupper() and len(token.text) <= _SHORT:  # «сторонники ИГ»: letters, and no word
        return token.text
    leads = head if token.dep in ("amod", "det", "acl") else token  # «два оружейных магазина»: its number
    number = next((feat for feat in leads.feats if feat in _NUMBERS), "Number=Sing")
    surname = token.dep == "flat:name" and token.entity == "PERSON"
    feats = (
        {told, number} if surname else token.feats
    )  # «Мадину Юсупову»: the tagger knows no gender of names
    tag = "|".join((token.pos, *sorted(feats)))
    found = in_nominative(token.lower, tag, "plur" if number == "Number=Plur" else "sing")
    foreign = surname or (token.entity == "PERSON" and not lives(token.lower))
    if found is None or (foreign and token.lower.endswith("и") and not found.endswith("ий")):
        return token.text  # «Ашрафа Гани»: foreign surnames in a vowel do not decline
    return _cased(token.text, found)


def _cased(written: str, plain: str) -> str:
    halves = written.split("-"), plain.split("-")
    if len(halves[0]) == len(halves[1]) > 1:  # «Интерлента-Казахстан»
        return "-".join(_cased(*half) for half in zip(*halves, strict=True))
    if written.isupper() and len(written) > 1:
        return plain.upper()
    return plain[:1].upper() + plain[1:] if written[:1].isupper() else plain
