"""Phrases in three languages: every sentence is in the catalogues with the same values, and reads as one."""

import re
from importlib.resources import files

import pytest
from babel.messages.pofile import read_po

from oqiga.codebook.phrases import phrase_templates, slots_of
from oqiga.model.phrase import english, english_all, figured, joined, phrase
from oqiga.publish.phrases import in_words, spoken

LETTERS = re.compile(r"[A-Za-z]")


def values(template):
    return sorted((slot.name, slot.form) for slot in slots_of(template) if slot.name)


def worded(template):
    return any(LETTERS.search(slot.words) for slot in slots_of(template))


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_phrase_is_translated_with_the_same_values(language):
    with (files("oqiga.publish") / "locale" / f"{language}.po").open("rb") as opened:
        known = {str(each.id): str(each.string) for each in read_po(opened) if each.id and not each.context}
    said = [template for template in phrase_templates().values() if worded(template)]
    assert len(said) > 30
    assert [each for each in said if not known.get(each)] == []
    assert [each for each in said if values(each) != values(known[each])] == []
    assert [known[each] for each in said if worded(known[each])] == []


def fallen():
    gives = phrase("gives", speaker="Health Ministry", at="2019-04-25T19:00", figure=figured(253, None))
    return phrase("fell", figure=359, speaker="", fallen=phrase("same_origin", says=gives))


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "359 by the report itself no longer stands (replaced by the same origin: "
               "Health Ministry, 25 Apr 2019, 19:00, gives 253 or more)"),
        ("ru", "359 – само сообщение: больше не действует (заменено тем же источником: "
               "Health Ministry, 25 апр. 2019, 19:00, – 253 или больше)"),
        ("kk", "359 – хабардың өзі: енді күшінде емес (сол дереккөздің өзі ауыстырған: "
               "Health Ministry, 25 сәу. 2019, 19:00, – 253 немесе одан көп)"),
    ],
)  # fmt: skip
def test_a_phrase_within_a_phrase_is_written_in_the_language(language, written):
    assert spoken(fallen(), language) == written


def test_the_record_has_it_in_english():
    assert english(fallen()) == (
        "359 by the report no longer stands (replaced by the same origin: "
        "Health Ministry, 25 April 2019, gives 253 or more)"
    )
    assert english_all([phrase("agree", count=2), phrase("added", figure=3)]) == (
        "2 origins agree. Its 3 are added to what was told before."
    )


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "1 civilian and 4 attackers are more than the 3 in all"),
        ("ru", "1 мирный житель и 4 нападавших – больше общего числа (3)"),
        ("kk", "1 бейбіт тұрғын және 4 шабуылдаушы – жалпы саннан (3) көп"),
    ],
)
def test_groups_take_the_form_their_number_asks_for(language, written):
    parts = joined([phrase("part", count=1, group="civilians"), phrase("part", count=4, group="attackers")])
    assert spoken(phrase("more_than_all", parts=parts, total=3), language) == written


@pytest.mark.parametrize(("group", "written"), [("all", "погибли"), ("police", "погибли, полицейские")])
def test_a_group_is_named_only_when_it_is_not_everybody(group, written):
    assert in_words(phrase("about_figure", outcome="killed", group=group), "ru") == written


def test_nothing_stays_nothing():
    assert in_words(None, "kk") is None
