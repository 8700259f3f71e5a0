"""Whether a Kazakh noun leans on what stands behind it ("ұлан сарбазы"), or stands for itself."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.borders import (
    another_side,
    counted_person,
    inside_body,
    is_apart,
    is_group_of,
    is_person,
    leads_away,
    of_land,
    of_others,
    owns,
    top_of,
)
from oqiga.read.kk.entities import lands
from oqiga.read.kk.words import Word, listed, of_people

MODIFIERS = frozenset({"ADJ", "DET", "NUM"})
LONGEST_NAME = 5
"""Words of a name in quotation marks."""
_LONGEST_ASIDE = 15
_WHOSE_DEED = ("Abl", "Loc", "Gen", "Dat", "Ins")
"""Cases in which a deed is that of the people before it: "бүлікшілер шабуылынан"."""
_DOERS = ("GPE", "ORG", "PERSON")
_NAMED = ("GPE", "LOC", "FAC", "ORG", "NORP", "PERSON")
OPENING = frozenset('«“"')
CLOSING = frozenset('»”"')


def modifies(word: Word, other: Word, *, glued: bool, words: Sequence[Word], place: int) -> bool:
    """Tell whether a noun modifies what follows it."""
    answer = _by_form(word, other, words, place)
    if answer is None:
        answer = _in_a_name(word, other, words, place, glued=glued)
    if answer is None:
        answer = _apart(word, other, words, place)
    return _leans(word, other, words, place, glued=glued) if answer is None else answer


def _by_form(word: Word, other: Word, words: Sequence[Word], place: int) -> bool | None:
    """Tell what a word's own form says: a genitive leans on what is owned, another case on nothing."""
    reading, next_reading = word.reading, other.reading
    if word.pos == "PROPN" and other.lower in listed()["naming"] and other.pos == "ADJ":
        return True  # "Арман Беков есімді азамат"
    if _is_outlet(word, other) or (reading.lemma in listed()["reporters"] and other.entity != "PERSON"):
        return False
    if word.lower == "ол":
        return other.pos == "NOUN" and next_reading.case not in ("", "Nom", "Acc", "Gen")
    if reading.case == "Gen":
        end = words[top_of(words, words.index(other, place))].reading
        if is_person(word) and not end.possessed and end.case in ("Ins", "Loc", "Abl"):
            return False  # "9 адамның ауыр жарақатпен ауруханада жатқанын": none of theirs
        if word.entity in _DOERS and not end.possessed and end.case == "Ins":
            return False  # "Ресейдің дронмен шабуыл жасағанын": by a drone, none of theirs
        owned = next_reading.case != "Gen" or next_reading.possessed or other.pos != "PROPN"
        return (other.nominal or other.pos in MODIFIERS) and owned  # "армиясының Украинаның аймағына"
    if reading.case not in ("", "Nom") or word.pos == "PRON":
        return False
    if is_group_of(words, place):
        return True
    return None


def _in_a_name(word: Word, other: Word, words: Sequence[Word], place: int, *, glued: bool) -> bool | None:
    """Tell whether a word is of the name of a body or a people, or says itself whose it is."""
    reading, next_reading = word.reading, other.reading
    of_body = word.entity in ("GPE", "ORG") or (word.pos == "PROPN" and word.text.isupper())
    if of_body and not reading.possessed and inside_body(words, words.index(other, place)):
        return True  # "ҚР Бас прокуратурасының", "Алматы Полиция департаментінің"
    if other.pos == "ADJ" and next_reading.has("Case=Loc") and next_reading.possessed:
        return True  # "тұрғындар арасындағы": among the residents
    if another_side(words, place, words.index(other, place)):
        return False
    titled = other.entity == "PERSON"  # "орталық басшысы Арман Бековке"
    if (
        reading.possessed
        and not titled
        and reading.lemma in of_people()
        and is_apart(words, words.index(other, place))
    ):
        return False  # "автобус жүргізушісі оқиға орнында": he is no owner of the place
    if "Number=Plur" in reading.feats and not glued and words[place + 1].text in OPENING:
        return False  # «Заря» тобының содырлары «Нұр» мешітіне шабуыл жасады
    if "Number=Plur" in reading.feats and not reading.possessed:
        of_body = next_reading.lemma in listed()["bodies"]
        theirs = next_reading.lemma in listed()["deeds"] and next_reading.case in _WHOSE_DEED
        return next_reading.possessed and (of_body or theirs or _behind_subject(words, place))
    left = next_reading.case == "Acc" and next_reading.possessed
    if f"{word.lower} {next_reading.lemma}" in listed()["pairs"] and not left:
        return True  # "тұрғын үйге", a dwelling; but "тұрғын үйін тастап шықты", left his house
    if _names_body(words, place):
        return True  # «Қара ту» террорлық ұйымы
    if other.pos == "ADJ" and _of_people(words, place):
        return True  # "тәжік әскери қызметшілері"
    return None


def _apart(word: Word, other: Word, words: Sequence[Word], place: int) -> bool | None:
    """Tell whether a word is a title or stands for itself: somebody, a time, a place of its own."""
    reading, next_reading = word.reading, other.reading
    if not other.nominal or other.pos == "PRON":
        apart = word.entity in ("ORG", "PERSON") and other.entity == "GPE"  # "ДАИШ Қандағардағы мешітке …"
        apart = apart or words[place + 1].text in CLOSING  # "«Қара ту» Оштағы жарылысқа …"
        return other.pos == "ADJ" and next_reading.has("Case=Loc") and word.pos == "PROPN" and not apart
    if other.entity == "PERSON" and reading.lemma in listed()["offices"] and not reading.possessed:
        return False  # "Прокуратура Арман Бекке айып тақты": no title of his
    if (
        reading.lemma in listed()["times"]
        and reading.possessed
        and (other.pos == "PROPN" or other.entity in _NAMED)
    ):
        return False  # "сенбі күні Ош аумағына": on Saturday, to Osh
    if other.pos == "PROPN":
        following = words.index(other, place)
        of_body = inside_body(words, following) and words[top_of(words, following)].reading.case != "Loc"
        closed = words[place + 1].text in CLOSING and not of_body
        return not closed and (  # "«Қара ту» Telegram арнасында …"
            word.pos == "PROPN"
            or word.entity == other.entity == "PERSON"
            or reading.possessed
            or reading.lemma in listed()["speakers"]
            or _titled(word)
        )
    if counted_person(words, place) and next_reading.case in ("Acc", "Dat", "Abl") and not is_person(other):
        return False  # "екі полицей қызметін атқару кезінде": two policemen, not a police service
    if word.entity == "PERSON" and next_reading.lemma in listed()["homes"] and next_reading.case == "Loc":
        return False  # "Арман Беков үйінде қаза тапты": at his home
    owned = word.entity == "PERSON" or next_reading.lemma in listed()["own"]
    if owned and next_reading.possessed and next_reading.case == "Acc":
        return False  # "Беков кінәсін мойындамады": his own guilt; another's would have a genitive
    if of_others(words, place, words.index(other, place)):
        return False
    if reading.possessed and next_reading.case == "Gen" and not next_reading.possessed:
        return False  # "телеарнасы елдің әуе күштері": the land is not the channel's
    if other.entity == "DATE" != word.entity and (reading.possessed or is_person(word)):
        return False  # "екі мүшесі дүйсенбі күні қаза тапты"
    return None


def _leans(word: Word, other: Word, words: Sequence[Word], place: int, *, glued: bool) -> bool:
    """Tell whether a bare noun leans on the next: on what is owned, on a deed, on a kind of people."""
    reading, next_reading = word.reading, other.reading
    if reading.possessed and words[top_of(words, words.index(other, place))].reading.possessed:
        return True
    action = next_reading.has("VerbForm=Vnoun") and other.pos == "NOUN"
    if next_reading.possessed or (action and word.pos != "PROPN"):  # "Талибан айыптауларды жоққа шығарды"
        return True
    ends = words[top_of(words, words.index(other, place))].reading.case in ("", "Nom")
    theirs = is_person(other) and ends and not owns(words, words.index(other, place))
    if reading.lemma in listed()["actors"] and not theirs:
        return False  # "Полиция рейд жасады", "Полиция тұрғынды": whose it is would be told by a possessive
    if is_person(word) and not reading.possessed and leads_away(words, words.index(other, place)):
        return False  # "күдікті оқиға орнынан қашты": the suspect fled
    counted = place > 0 and words[place - 1].pos == "NUM"
    suspects = reading.lemma in listed()["suspected"] and (counted or (is_person(other) and not ends))
    if suspects and other.reading.lemma not in listed()["anybody"]:
        return False  # "Күдікті полицейлерге оқ атты": at policemen
    if _does_it_himself(word, other, words, place):
        return False
    led = word.lower in listed()["attributive"] or reading.lemma in listed()["attributive"]
    apart = reading.possessed and "Number=Plur" in next_reading.feats  # "Израиль әскері босқындар лагеріне"
    if led and not apart:
        return place == 0 or words[place - 1].pos != "NUM" or reading.lemma in listed()["attributive_counted"]
    top = words[top_of(words, words.index(other, place))]
    foreign = word.piece.text.isascii() and not other.piece.text.isascii()  # "Recreation орталығында"
    return word.pos == "PROPN" and (foreign or not glued) and top.reading.possessed


def _does_it_himself(word: Word, other: Word, words: Sequence[Word], place: int) -> bool:
    """Tell whether somebody told with his age stands before whom he acts on, and is no kind of them.

    "14 жастағы *оқушы мұғалімге* пышақ салды"; "14 жастағы оқушы қызды" may be one girl.
    """
    told = place > 0 and words[place - 1].lower in listed()["told_ages"] and is_person(word)
    acted_on = is_person(other) and other.reading.case in ("Acc", "Dat")
    return told and acted_on and other.reading.lemma not in listed()["anybody"] | listed()["young"]


def _of_people(words: Sequence[Word], place: int) -> bool:
    """Tell whether a people leads over an adjective to a noun for people: "тәжік *әскери* қызметші"."""
    lemma, top = words[place].reading.lemma, words[top_of(words, place + 1)]
    noun = words[max(words[place + 1].head, place + 1)]
    top = noun if top.pos == "NUM" else top  # "қырғыз әскери қызметкерінің *біріне*"
    theirs = lemma in lands() and noun.reading.possessed  # "Иран әскери қолбасшысы"
    if not of_land(lemma) or not (theirs or lemma in listed()["attributive"]):
        return False
    of_them = top.reading.lemma in of_people() or top.reading.lemma in listed()["forces"]
    return top.nominal and (of_them or (theirs and top.entity == "PERSON"))


def _is_outlet(word: Word, other: Word) -> bool:
    """Tell whether an outlet stands before whom it cites: "Baq.kz Reuters-ке", "ҚазАқпарат ТАСС-қа"."""
    if other.pos != "PROPN" or word.pos != "PROPN" or word.entity == "GPE" or word.reading.possessed:
        return False
    site = "." in word.text[1:-1] and word.text.isascii()
    abbreviation, hyphen, _ = other.text.partition("-")
    return site or (bool(hyphen) and abbreviation.isupper() and not word.text.isupper())


def _names_body(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word ends a quoted name, and what it names stands behind with adjectives before it."""
    if place + 2 >= len(words) or words[place + 1].text not in CLOSING:
        return False
    if not any(word.text in OPENING for word in words[max(0, place - LONGEST_NAME) : place]):
        return False
    if (beyond := past_aside(words, place)) > place + 1:
        return inside_body(words, beyond)
    behind = place + 5 if place + 5 < len(words) and words[place + 3].dep == "appos" else place + 2
    if words[behind].pos == "PROPN" and words[top_of(words, behind)].reading.case == "Loc":
        return False  # "«Қара ту» Telegram арнасында …"
    return inside_body(words, behind)


def past_aside(words: Sequence[Word], place: int) -> int:
    """Return where a phrase goes on: behind brackets between a quoted name and its body.

    "«Қара ту» (Қазақстанда тыйым салынған) экстремистік тобы".
    """
    if [word.text for word in words[place + 2 : place + 3]] != ["("] or words[place + 1].text not in CLOSING:
        return place + 1
    for at in range(place + 3, min(len(words) - 1, place + _LONGEST_ASIDE)):
        if words[at].text == ")":
            return at + 1 if inside_body(words, at + 1) else place + 1
    return place + 1


def _behind_subject(words: Sequence[Word], place: int) -> bool:
    """Tell whether a bare noun or pronoun stands right before: "олар жолаушылар автобусын"."""
    before = words[place - 1] if place else None
    return (
        before is not None
        and (before.nominal or before.pos == "PRON")
        and before.reading.case in ("", "Nom")
        and (not before.reading.possessed or before.reading.lemma in listed()["forces"])
    )


def _titled(word: Word) -> bool:
    return word.reading.lemma.endswith(tuple(listed()["title_ends"]))
