"""Russian names that the parser hung on the verb: what a noun is called by, who did what the verb tells."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from oqiga.model.syntax import ARGUMENTS
from oqiga.read.ru.word import Word, children, marked

_OPENING = frozenset({'"', "«", "“", "„"})
_CLOSING = frozenset({'"', "»", "”"})
_LONGEST = 6
"""Most words of a name in quotation marks."""
_INSTRUMENTAL = ("ом", "ем", "ым", "им", "ой", "ей", "ью", "ами", "ями")


def named_by(
    position: int,
    words: Sequence[Word],
    *,
    called: Collection[str],
    perpetrating: Collection[str],
    deeds: Collection[str],
) -> None:
    """Bring names, and what was done by those named, to where they belong.

    called: nouns behind which a name in quotation marks is theirs. perpetrating: verbs of doing a deed.
    deeds: nouns for what is done.
    """
    _deed_done(position, words, perpetrating, deeds)
    _of_its_noun(position, words, called)
    _of_who_did(position, words, perpetrating)


def _of_its_noun(position: int, words: Sequence[Word], called: Collection[str]) -> None:
    """«вина лежит на группировке «Заря»»: the name is that of the group, and no subject."""
    if words[position].lemma not in called or position + 2 >= len(words):
        return
    if words[position + 1].text not in _OPENING:
        return
    ends = (at for at in range(position + 2, len(words)) if words[at].text in _CLOSING)
    end = next(ends, len(words))
    if not 1 <= end - position - 2 <= _LONGEST:
        return
    inside = range(position + 2, end)
    tops = [at for at in inside if not position + 1 < words[at].head < end]
    if len(tops) == 1 and words[tops[0]].dep in ARGUMENTS and words[tops[0]].head != position:
        top = words[tops[0]]
        if "Case=Nom" in top.feats and "Case=Nom" not in words[position].feats:
            top.head, top.dep = position, "appos"


def _of_who_did(position: int, words: Sequence[Word], perpetrating: Collection[str]) -> None:
    """«взрыв устроен Таджикистаном», «… Арманом Бековым»: a name in the instrumental did what is told."""
    verb = words[position]
    if verb.lemma not in perpetrating or not {"VerbForm=Part", "Voice=Pass"} <= verb.feats:
        return
    for at in children(position, words, "obl", "nsubj:pass"):
        name = words[at]
        bare = at > position and name.pos == "PROPN" and not children(at, words, "case")
        if bare and name.dep == "nsubj:pass":
            others = [each for each in children(position, words, "nsubj:pass") if each != at]
            bare = bool(others) and name.text.endswith(_INSTRUMENTAL)
        elif bare:
            bare = "Case=Ins" in name.feats
        if bare:
            name.dep, name.feats = "obl:agent", marked(name.feats, "Case=Ins")


def _deed_done(
    position: int, words: Sequence[Word], perpetrating: Collection[str], deeds: Collection[str]
) -> None:
    """«при взрыве автомобиля, *устроенного* членами «Зари»»: the blast was, and not the car."""
    verb = words[position]
    if verb.dep != "acl" or verb.lemma not in perpetrating or not 0 <= verb.head < position:
        return
    noun = words[verb.head]
    above = noun.head if noun.dep == "nmod" else -1
    marks = {feat for feat in verb.feats if feat.startswith(("Gender=", "Number=", "Case="))}
    whole = above >= 0 and noun.lemma not in deeds and words[above].lemma in deeds
    if whole and marks <= words[above].feats:
        verb.head = above
