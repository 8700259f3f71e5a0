"""What stands beside a Kazakh word, by which one of its readings is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.vocabulary import vocabulary
from oqiga.read.kk.words import Word, listed, of_people

_ENDS = ("»", "”", '"')
"""Marks that end a name."""
_NEAR = 6
"""Words among which a verb stands behind a number and those it counts."""
_SHORTEST = 3
"""Letters of a word that an adjective in -лық is made of, at least one more."""


def is_topic(words: list[Word], place: int) -> bool:
    """Tell whether "if it is" only sets apart of whom the sentence tells: "ал *тұрғындар болса*, …"."""
    before, behind = words[place - 1], words[place + 1 : place + 2]
    somebody = before.entity in ("PERSON", "ORG") or before.reading.lemma in listed()["speakers"]
    bare = place > 0 and before.pos in ("NOUN", "PROPN") and before.reading.case in ("", "Nom")
    return bare and somebody and bool(behind) and behind[0].text == ","


def joins_nouns(words: Sequence[Word], place: int) -> bool:
    """Tell whether "with" stands right between a bare noun and what goes on: "Сирия *мен* Ирактағы топ"."""
    before, behind = words[place - 1], words[place + 1 : place + 2]
    bare = place > 0 and before.nominal and before.reading.case in ("", "Nom") and before.entity != "DATE"
    return bare and bool(behind) and behind[0].pos in ("NOUN", "PROPN", "ADJ", "NUM")


def acts_on(words: Sequence[Word], place: int) -> bool:
    """Tell whether an action stands between its object and a postposition: "үйін *тінту* кезінде"."""
    behind = words[place + 1 : place + 2]
    return place > 0 and words[place - 1].reading.case == "Acc" and bool(behind) and behind[0].pos == "ADP"


def leads_noun(words: Sequence[Word], place: int) -> bool:
    """Tell whether an adjective stands before a noun, or before an adjective of one: "лаңкестік шабуыл"."""
    behind = words[place + 1 : place + 2]
    return bool(behind) and behind[0].pos in ("NOUN", "PROPN", "ADJ", "NUM", "ADP")


def calls_people(words: Sequence[Word], place: int) -> bool:
    """Tell whether "is said to be" leads from a noun to people: "күдікті *делінген* 18 адам"."""
    before = words[place - 1]
    what = place > 0 and before.pos in ("NOUN", "ADJ") and before.reading.case in ("", "Nom")
    return what and _leads_to_people(words, place)


def tells_of_people(words: Sequence[Word], place: int) -> bool:
    """Tell whether "is said" leads from a clause to people: "шабуылға қатысы бар *делінген* бес адам"."""
    closed = place > 0 and words[place - 1].lower in listed()["existence"]
    return closed and _leads_to_people(words, place)


def _leads_to_people(words: Sequence[Word], place: int) -> bool:
    behind = words[place + 1 : place + 2]
    return bool(behind) and (behind[0].pos == "NUM" or behind[0].reading.lemma in of_people())


def stands_somewhere(words: Sequence[Word], place: int) -> bool:
    """Tell whether what looks like "there is" is a place something is near to: "*бар* маңында", by a bar."""
    behind = words[place + 1 : place + 2]
    return bool(behind) and behind[0].lower in listed()["near"]


def suspected_of(words: Sequence[Word], place: int) -> bool:
    """Tell whether "suspect" says of what people behind it are suspected: "шабуылға *күдікті* бес адам".

    Without a deed it says so of those whom a number counts and to whom something is done: "*күдікті* бес адам
    ұсталды", but "күдікті бес адамды өлтірді".
    """
    if _counts_suffering(words, place + 1):
        return True
    before, behind = words[place - 1], words[place + 1 : place + 2]
    deed = (
        before.reading.has("VerbForm=Vnoun") or before.reading.lemma in listed()["deeds"] | listed()["made"]
    )
    of_it = place > 0 and before.reading.case == "Dat" and deed
    return (
        of_it and bool(behind) and (behind[0].pos in ("NUM", "ADJ") or behind[0].reading.lemma in of_people())
    )


def _counts_suffering(words: Sequence[Word], place: int) -> bool:
    """Tell whether a number, people without a case and a passive stand here, one behind another."""
    behind = words[place : place + _NEAR]
    if len(behind) < _SHORTEST or behind[0].pos != "NUM":
        return False
    people, rest = behind[1], behind[2:]
    bare = people.reading.lemma in of_people() and people.reading.case in ("", "Nom")
    verb = next((word for word in rest if word.pos in ("VERB", "PUNCT")), None)
    return bare and not people.reading.possessed and verb is not None and verb.reading.has("Voice=Pass")


def ends_sentence(words: Sequence[Word], place: int) -> bool:
    """Tell whether nothing but an auxiliary stands behind a word: "екі адам қаза тапты *деген* болатын"."""
    behind = [word for word in words[place + 1 : place + 4] if word.pos != "PUNCT"]
    return place > 0 and all(word.lower in listed()["finite_behind"] for word in behind)


def base_of(word: str) -> str:
    """Return what a word in -лық is made of, "" for another word: палестиналық is of Палестина."""
    return next((word[: -len(end)] for end in vocabulary().relational if word.endswith(end)), "")


def is_counted(words: Sequence[Word], place: int) -> bool:
    """Tell whether a number, or what hedges one, stands right before a word."""
    return place > 0 and (words[place - 1].pos == "NUM" or words[place - 1].lower in listed()["hedges"])


def is_relational(words: list[Word], place: int) -> bool:
    """Tell whether an unknown word in -лық before a noun is an adjective: "террористік қауіп"."""
    base = base_of(words[place].lower)
    following = words[place + 1] if place + 1 < len(words) else None
    if is_counted(words, place):  # "450 палестиналық": people
        return False
    return len(base) > _SHORTEST and following is not None and following.pos in ("NOUN", "ADJ")


def tells_lacking(word: Word) -> bool:
    """Tell whether a word says what somebody or something is without: "заңсыз", unlawful."""
    ends = tuple(listed()["lacking"])
    return len(word.lower) >= _SHORTEST + len(ends[0]) and word.lower.endswith(ends)


def tells_having(lower: str) -> bool:
    """Tell whether an unknown word says what somebody or something has: "дәстүрлі", traditional."""
    return lower[-2:] in ("лы", "лі") and lower[:-2] in vocabulary().nouns


def names_noun(words: Sequence[Word], place: int) -> bool:
    """Tell whether "by name" stands between a name and its noun: "Арман Беков *есімді* азамат"."""
    following = words[place + 1] if place + 1 < len(words) else None
    behind = following is not None and (
        following.pos in ("NUM", "ADJ") or (following.nominal and following.text[:1].islower())
    )
    before = words[place - 1].text if place else ""  # "«Қара ту» *атты* мейрамхана": a name in marks
    return behind and (before[:1].isupper() or before in _ENDS)


def denies_quality(words: Sequence[Word], place: int) -> bool:
    """Tell whether "not" belongs to an adjective before a noun: "дәстүрлі *емес* діни ағым"."""
    following = words[place + 1] if place + 1 < len(words) else None
    quality = place > 0 and words[place - 1].pos == "ADJ"
    compared = place > 1 and words[place - 2].reading.case == "Abl"  # "12-ден аз емес адам", no fewer than 12
    noun = following is not None and following.pos in ("ADJ", "NOUN") and following.text[:1].islower()
    return quality and noun and not compared


def is_lasting(words: list[Word], place: int) -> bool:
    """Tell whether an unknown word is a converb: it ends like one, before a verb of lasting."""
    following = words[place + 1].lower if place + 1 < len(words) else ""
    return words[place].lower.endswith("п") and following in listed()["lasting"]


def may_close(words: list[Word], place: int) -> bool:
    """Tell whether a clause may end with this word."""
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or (following.pos in ("PUNCT", "CCONJ") and following.text not in ("«", "(", "-")):
        return True
    return following.lower in listed()["closing"]
