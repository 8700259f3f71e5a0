"""Noun phrases of a Kazakh sentence: runs of words that lean on the noun at their end.

Everything before a noun modifies it: adjectives, numerals, nouns without a case, genitives. A postposition
stands behind. The words for a source ("… мәліметінше", by the account of …) are turned into postpositions,
so that what stands before them is the source.
"""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.borders import (
    another_side,
    counted_person,
    inside_body,
    is_apart,
    is_person,
    leads_away,
    of_land,
    of_others,
    owns,
    top_of,
)
from oqiga.read.kk.entities import lands
from oqiga.read.kk.set_apart import name_actions, set_aside
from oqiga.read.kk.words import Word, listed, of_people

_MODIFIERS = frozenset({"ADJ", "DET", "NUM"})
_RELATION = {"ADJ": "amod", "DET": "det", "NUM": "nummod"}
_LONGEST_NAME = 5
_LONGEST_ASIDE = 15
_NEXT = 6
"""Words among which the next of a phrase stands, past marks and an abbreviation in brackets."""
_WHOSE_DEED = ("Abl", "Loc", "Gen", "Dat", "Ins")
"""Cases in which a deed is that of the people before it: "бүлікшілер шабуылынан"."""
_NAMED = ("GPE", "LOC", "FAC", "ORG", "NORP", "PERSON")
_OPENING = frozenset('«“"')
_CLOSING = frozenset('»”"')


def build_phrases(words: Sequence[Word]) -> None:
    """Attach modifiers and postpositions; what stays open (head -1) are heads of phrases and predicates."""
    name_actions(words)
    set_aside(words)
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word.head >= 0:
            continue
        if word.pos == "ADP" and place and _governed(words, place) is not None:
            word.head, word.dep = _governed(words, place) or 0, "case"
        elif word.lower in listed()["hedges"] and place and words[place - 1].pos == "NUM":
            word.head, word.dep = place - 1, "advmod"
        elif word.lower == "емес" and word.pos == "PART" and place and words[place - 1].pos == "ADJ":
            word.head, word.dep = place - 1, "advmod"  # "дәстүрлі *емес* діни топ": what it is not
    for place in range(len(words) - 1, -1, -1):
        if words[place].head < 0:
            _lean(words, place)
    for word in words:
        _shorten(words, word)


def _governed(words: Sequence[Word], place: int) -> int | None:
    """Return the noun before a postposition, past other postpositions and a closing mark."""
    for before in range(place - 1, max(-1, place - 4), -1):
        word = words[before]
        alone = word.lower in listed()["alone"] and before == place - 1  # "бұл туралы", about this
        if word.nominal or word.pos in ("NUM", "VERB") or alone:
            return before
        if word.pos != "ADP" and word.text not in ("»", "”", '"', ")"):
            return None
    return None


def _lean(words: Sequence[Word], place: int) -> None:
    """Hang a modifier on the next noun, if its phrase goes on."""
    word = words[place]
    following = _next(words, place)
    if following is None:
        return
    other = words[following]
    if word.pos in _MODIFIERS:
        goes_on = other.nominal or other.pos in _MODIFIERS
        if goes_on and (word.pos != "NUM" or _counts(words, place, following)):
            word.head, word.dep = following, _RELATION[word.pos]
    elif word.reading.case == "Gen" and _past(words, following):
        word.head, word.dep = following + 1, "nmod:poss"
    elif word.reading.possessed and word.reading.case == "Nom" and _opens_between(words, place, following):
        return  # "прокуратурасы "қиратты" деген адамның ісін …": what is quoted is not the prosecutors'
    elif word.nominal and _joins(word, other, glued=following == place + 1, words=words, place=place):
        word.head, word.dep = following, "nmod:poss" if word.reading.case == "Gen" else "compound"


def _opens_between(words: Sequence[Word], place: int, following: int) -> bool:
    """Tell whether a quotation opens between two words, and nothing in it ends a name of a body."""
    marks = [at for at in range(place + 1, following) if words[at].text in _OPENING]
    if not marks or sum(word.text == '"' for word in words[: marks[0]]) % 2:
        return False
    inside = words[marks[0] + 1 : marks[0] + 2 + _LONGEST_NAME]
    closing = next((at for at, word in enumerate(inside) if word.text in _CLOSING), None)
    return closing is None or any(word.pos == "VERB" for word in inside[:closing])


def _past(words: Sequence[Word], place: int) -> bool:
    """Tell whether a noun with a case stands before the one that is owned: "оның шабуылға *қатысы*"."""
    if place + 1 >= len(words):
        return False
    between, owned = words[place], words[place + 1]
    apart = between.nominal and between.reading.case in ("Dat", "Abl") and not between.reading.possessed
    return apart and between.head < 0 and owned.pos == "NOUN" and owned.reading.possessed


def _counts(words: Sequence[Word], place: int, following: int) -> bool:
    """Tell whether a numeral belongs to the noun behind it: bare, or with a hedge that took its case."""
    case, possessed = words[place].reading.case, words[place].reading.possessed
    if _numbers_outlet(words, place, following):
        words[place].head, words[place].dep = place - 1, "flat"
        return False
    hedged = any(words[between].lower in listed()["hedges"] for between in range(place + 1, following))
    return hedged or (case in ("", "Nom") and not possessed)


def _numbers_outlet(words: Sequence[Word], place: int, following: int) -> bool:
    """Tell whether a number is a part of the name of an outlet: "Channel *12* телеарнасы"."""
    before = words[place - 1]
    foreign = place > 0 and before.pos == "PROPN" and before.piece.text.isascii()
    foreign = foreign and before.reading.case == "Nom"
    return foreign and following == place + 1 and inside_body(words, following)


def _next(words: Sequence[Word], place: int) -> int | None:
    """Return the next word of the same run: past quotation marks, hedges and what hangs on a numeral."""
    beyond = _past_aside(words, place)
    for following in range(beyond, min(len(words), beyond - 1 + _NEXT)):
        word = words[following]
        if word.text in "()" and word.pos == "PUNCT" and _around_short(words, following):
            continue
        if word.dep in ("appos", "flat") or (word.lower == "емес" and word.head == place):
            continue
        dash = word.text in ("–", "—") and _inside_marks(words, following)  # «Әш – Шабаб»
        if (
            dash
            or word.text in ("«", "“", "»", "”", '"', "-")
            or (word.lower in listed()["hedges"] and words[place].pos == "NUM")
        ):
            continue
        return (
            following
            if word.pos not in ("PUNCT", "ADP", "CCONJ", "VERB", "AUX", "ADV", "PART")
            and word.dep != "compound:lvc"
            else None
        )
    return None


def _past_aside(words: Sequence[Word], place: int) -> int:
    """Return where a phrase goes on: behind brackets between a quoted name and its body.

    "«Қара ту» (Қазақстанда тыйым салынған) экстремистік тобы".
    """
    if [word.text for word in words[place + 2 : place + 3]] != ["("] or words[place + 1].text not in _CLOSING:
        return place + 1
    for at in range(place + 3, min(len(words) - 1, place + _LONGEST_ASIDE)):
        if words[at].text == ")":
            return at + 1 if inside_body(words, at + 1) else place + 1
    return place + 1


def _around_short(words: Sequence[Word], place: int) -> bool:
    """Tell whether a bracket stands beside an abbreviation that is set aside."""
    inside = place + 1 if words[place].text == "(" else place - 1
    return 0 <= inside < len(words) and words[inside].dep == "appos"


def _inside_marks(words: Sequence[Word], place: int) -> bool:
    """Tell whether a sign stands in a short name in quotation marks."""
    opens = any(word.text in _OPENING for word in words[max(0, place - 2) : place])
    return opens and any(word.text in _CLOSING for word in words[place + 1 : place + 3])


def _joins(word: Word, other: Word, *, glued: bool, words: Sequence[Word], place: int) -> bool:
    """Tell whether a noun modifies what follows it."""
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
        owned = next_reading.case != "Gen" or next_reading.possessed or other.pos != "PROPN"
        return (other.nominal or other.pos in _MODIFIERS) and owned  # "армиясының Украинаның аймағына"
    if reading.case not in ("", "Nom") or word.pos == "PRON":
        return False
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
    if "Number=Plur" in reading.feats and not glued and words[place + 1].text in _OPENING:
        return False  # «Заря» тобының содырлары «Нұр» мешітіне шабуыл жасады
    if "Number=Plur" in reading.feats and not reading.possessed:
        of_body = next_reading.lemma in listed()["bodies"]
        theirs = next_reading.lemma in listed()["deeds"] and next_reading.case in _WHOSE_DEED
        return next_reading.possessed and (of_body or theirs or _behind_subject(words, place))
    if f"{word.lower} {next_reading.lemma}" in listed()["pairs"] and next_reading.case != "Acc":
        return True  # "тұрғын үйге", a dwelling; but "тұрғын үйін тастап шықты", left his house
    if _names_body(words, place):
        return True  # «Қара ту» террорлық ұйымы
    if other.pos == "ADJ" and _of_people(words, place):
        return True  # "тәжік әскери қызметшілері"
    if not other.nominal or other.pos == "PRON":
        apart = word.entity in ("ORG", "PERSON") and other.entity == "GPE"  # "ДАИШ Қандағардағы мешітке …"
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
        return (
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
    if reading.possessed and words[top_of(words, words.index(other, place))].reading.possessed:
        return True
    if next_reading.possessed or (next_reading.has("VerbForm=Vnoun") and other.pos == "NOUN"):
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
    led = word.lower in listed()["attributive"] or reading.lemma in listed()["attributive"]
    apart = reading.possessed and "Number=Plur" in next_reading.feats  # "Израиль әскері босқындар лагеріне"
    if led and not apart:
        return place == 0 or words[place - 1].pos != "NUM" or reading.lemma in listed()["attributive_counted"]
    top = words[top_of(words, words.index(other, place))]
    foreign = word.piece.text.isascii() and not other.piece.text.isascii()  # "Recreation орталығында"
    return word.pos == "PROPN" and (foreign or not glued) and top.reading.possessed


def _of_people(words: Sequence[Word], place: int) -> bool:
    """Tell whether a people leads over an adjective to a noun for people: "тәжік *әскери* қызметші"."""
    lemma, top = words[place].reading.lemma, words[top_of(words, place + 1)]
    noun = words[max(words[place + 1].head, place + 1)]
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
    if place + 2 >= len(words) or words[place + 1].text not in _CLOSING:
        return False
    if not any(word.text in _OPENING for word in words[max(0, place - _LONGEST_NAME) : place]):
        return False
    if (beyond := _past_aside(words, place)) > place + 1:
        return inside_body(words, beyond)
    behind = place + 5 if place + 5 < len(words) and words[place + 3].dep == "appos" else place + 2
    return inside_body(words, behind)


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


def _leads_on(word: Word) -> bool:
    """Tell whether a word only leads to the noun that a genitive before it owns."""
    return word.dep in _RELATION.values() or (word.dep == "compound" and not word.reading.possessed)


def _shorten(words: Sequence[Word], word: Word) -> None:
    """Let a modifier hang on the head of its phrase rather than on a word in between."""
    while word.dep == "nmod:poss" and _leads_on(words[word.head]):
        word.head = words[word.head].head  # "Қазақстанның 12 азаматы", "күдіктінің 28 жастағы тұрғын екені"
    if word.dep not in ("amod", "det", "nummod", "compound"):
        return
    steps = 0
    while words[word.head].dep in ("compound", "amod", "det", "nummod") and steps < 12:
        word.head, steps = words[word.head].head, steps + 1
