"""What a sketch takes from its report: the town of its heading, the days and sites of its own story."""

from dataclasses import replace
from datetime import date

import pytest

from oqiga.model.claims import Source
from oqiga.model.span import Span
from oqiga.model.terms import SourceKind
from oqiga.reconcile.compare import compare
from oqiga.reconcile.naming import base_of_adjective, site_words, skeleton
from oqiga.reconcile.sketching import sketches_of
from told import event, place, report, toll

JUNE = date(2018, 6, 3).toordinal()


def sketches(*claims, number=1, text="x" * 200, title=None, language="en", **more):
    told = replace(report(number, text=text, **more), title=title, language=language)
    return sketches_of(told, claims)


def quoted(claim, quote):
    """Return a claim that rests on these words."""
    return replace(claim, quote=quote, span=Span(claim.span.start, claim.span.start + len(quote)))


def unplaced(id="e", **more):
    return event(id, incident="a", places=[], **more)


@pytest.mark.parametrize(
    ("title", "language", "towns"),
    [
        ("Ambulance used in Kabul bombing", "en", ("kabul",)),
        ("Число погибших в Кабуле растёт", "ru", ("kabul",)),
        ("Bombs in Kabul and Lahore", "en", ()),
        ("A bomb goes off", "en", ()),
        (None, "en", ()),
    ],
)
def test_the_one_town_of_the_heading_places_what_the_text_places_nowhere(title, language, towns):
    (found,) = sketches(unplaced(), title=title, language=language)
    assert found.towns == towns
    assert found.placed == bool(towns)


def test_a_heading_places_nothing_that_the_text_places():
    (found,) = sketches(event("e", incident="a"), title="Ambulance used in Kabul bombing")
    assert [spot.place for spot in found.spots] == [1527534]


def test_a_town_that_is_only_recalled_or_a_quarter_of_some_town_keeps_no_heading_out():
    old = event("o", incident="b", background=True, start=60)
    (now, _) = sketches(unplaced(), old, title="Ambulance used in Kabul bombing")
    assert now.towns == ("kabul",)
    quarter = place("Zafraniya", "neighbourhood", geonames_id=None, country=None, latitude=None)
    (found,) = sketches(event("e", incident="a", places=[quarter]), title="Ambulance used in Kabul bombing")
    assert found.towns == ("kabul",)


def test_a_town_of_less_fame_needs_its_country():
    (alone,) = sketches(unplaced(), title="Bomb in Aktobe")
    (told,) = sketches(unplaced(), title="Bomb in Aktobe", text="The government of Kazakhstan met. " * 4)
    assert (alone.placed, told.placed) == (False, True)


def test_two_reports_placed_by_their_headings_are_in_one_town():
    (one,) = sketches(unplaced(), title="Взрыв в Кабуле", language="ru", published="2019-08-11")
    (other,) = sketches(
        unplaced("f"), number=2, title="Kabul bombing", text="y" * 200, published="2019-08-11"
    )
    assert compare(one, other).same


def test_an_anniversary_held_on_the_day_that_it_names_leaves_the_year_open():
    claim = event("e", incident="a", day="2018-06-03")
    text = "The anniversary of the attack was marked. They came on June 3 at noon. " + "word " * 40
    (found,) = sketches(claim, text=text, published="2018-06-03")
    assert found.first is None and found.told == ("--06-03",)
    (year,) = sketches(event("f", incident="a", day="2017-06-03"), number=2, published="2017-06-04")
    assert compare(found, year).same


def test_a_first_anniversary_is_of_the_year_before():
    text = "The first anniversary of the attack was marked. They came on June 3 at noon. " + "word " * 40
    (found,) = sketches(event("e", incident="a", day="2018-06-03"), text=text, published="2018-06-03")
    assert found.first == date(2017, 6, 3).toordinal()


def test_what_happens_on_the_day_of_its_report_keeps_its_year():
    claim = event("e", incident="a", day="2018-06-03")
    (found,) = sketches(
        claim, text="A bomb went off on June 3 at noon. " + "word " * 40, published="2018-06-03"
    )
    assert found.first == JUNE


def test_a_day_that_only_another_attack_of_the_report_is_told_with_is_not_its_own():
    text = (
        "A bomb went off in Osh at noon today. "
        + "word " * 20
        + "On July 14 a truck was driven into a crowd."
    )
    start = text.index("On July")
    one = quoted(event("a", incident="a", day=None), text[:37])
    other = quoted(event("b", incident="b", day=None, start=start), text[start:])
    first, second = sketches(one, other, text=text)
    assert (first.told, second.told) == ((), ("--07-14",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Москва. 16 января. АГЕНТСТВО - Взрыв прогремел в отеле. ", ()),
        ("МИНСК, 13 мая — Agency. Взрыв прогремел в отеле. ", ()),
        ("OSH (Daily News / Agency - 08th July, 2018) A bomb went off in a hotel. ", ()),
        ("Взрыв прогремел в отеле 15 января, сообщила полиция. ", ("--01-15",)),
    ],
)
def test_the_day_of_a_dateline_is_none_of_the_story(text, told):
    claim = event("e", incident="a", day=None, start=150)
    (found,) = sketches(claim, text=text + "слово " * 40, language="ru")
    assert found.told == told


def test_a_word_for_many_is_no_count_to_compare():
    claims = [event("e", incident="a"), toll("t", 40, None, incident="a", start=30)]
    (vague,) = sketches(*claims)
    (told,) = sketches(claims[0], quoted(claims[1], "killed at least 40 men"))
    (twelve,) = sketches(claims[0], toll("t", 12, None, incident="a", start=30))
    assert [each.figures for each in (vague, told, twelve)] == [
        (),
        (("killed all", 40),),
        (("killed all", 12),),
    ]


def test_a_source_is_no_site_of_the_attack():
    words = "a television station said that a hotel was attacked"
    speaker = Source(name="a television station", kind=SourceKind.MEDIA, span=Span(0, 20))
    claim = quoted(event("e", incident="a"), words)
    assert sketches(claim)[0].sites == ("hotel", "television station")
    assert sketches(replace(claim, said_by=(speaker,)))[0].sites == ("hotel",)


def test_the_weekday_of_later_events_is_not_that_of_the_story():
    said = [quoted(event(f"e{n}", incident="a", day=None, start=30 * n), "a bomb went off") for n in range(3)]
    late = quoted(event("late", incident="a", day=None, start=120), "a man was stabbed on Monday")
    assert sketches(*said, late)[0].weekday is None
    first = quoted(event("first", incident="a", day=None), "a man was stabbed on Monday")
    assert sketches(first, *said)[0].weekday == 1


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("Вестминстерском", "Westminster"),
        ("Бруклинский", "Brooklyn"),
        ("Bridge", "Bridge"),
        ("Томск", "Tomsk"),
    ],
)
def test_an_adjective_calls_a_site_as_its_name_does(word, base):
    assert skeleton(base_of_adjective(word)) == skeleton(base)


def test_nouns_for_sites_are_no_names():
    assert {skeleton(word) for word in ("Bridge", "Market", "Mosque", "Hotel")} <= site_words()
    assert skeleton("Finsbury") not in site_words()


def test_an_attack_told_beside_in_another_region_has_no_names_of_the_report():
    text = (
        "Gunmen led by Karim Sodik attacked the Nur mosque in Osh. In another attack a bomb hit a mosque in Naryn. "
        * 4
    )
    here = place()
    there = place("Naryn", geonames_id=3, admin1="Naryn", latitude=41.4, longitude=76.0)
    claims = [
        event("e1", places=(here,), incident="a"),
        event("e2", places=(there,), start=60, incident="b"),
    ]
    first, second = sketches_of(report(1, text=text), claims)
    assert first.mentions
    assert second.mentions == second.people == second.site_names == ()


def spelled(claim, text):
    return replace(claim, time=replace(claim.time, text=text))


def test_a_day_spelled_out_comes_before_the_day_before_publication():
    eve = spelled(event("e", day="2018-06-04", type="bombing", incident="a"), "the day before")
    act = spelled(event("f", day="2018-06-03", start=40, incident="a"), "Sunday, June 3")
    (found,) = sketches(eve, act, published="2018-06-05")
    assert (found.first, found.last) == (JUNE, JUNE)
    far = spelled(event("f", day="2018-05-20", start=40, incident="a"), "May 20")
    assert sketches(eve, far, published="2018-06-05")[0].first == JUNE + 1
    answer = spelled(event("f", day="2018-06-03", type="arrest", start=40, incident="a"), "June 3")
    assert sketches(eve, answer, published="2018-06-05")[0].first == JUNE + 1


@pytest.mark.parametrize(
    ("title", "language", "sites"),
    [
        ("Osh police HQ attack: family of five", "en", ("police station",)),
        ("Взрыв в мечети Оша", "ru", ("mosque",)),
        ("Police post hit after church bombings", "en", ()),
        ("Wounded brought to hospital", "en", ()),
        (None, "en", ()),
    ],
)
def test_the_one_kind_of_site_of_the_heading_is_that_of_an_attack_told_without_any(title, language, sites):
    (found,) = sketches(event("e", incident="a"), title=title, language=language)
    assert found.sites == sites


def test_a_heading_gives_no_site_to_what_tells_its_own():
    attack = quoted(event("e", incident="a"), "A bomb hit a church")
    (found,) = sketches(attack, title="Osh police HQ attack")
    assert found.sites == ("church",)


def test_a_threat_tells_no_day_where_an_attack_is_told():
    attack, threat = (
        event("e", incident="a", day=None),
        event("f", incident="a", day="2019-08-01", stage="threatened"),
    )
    (found,) = sketches(attack, threat)
    (alone,) = sketches(threat)
    assert (found.first, alone.exact) == (None, True)


def test_the_site_that_an_event_is_placed_at_is_its_own_where_its_words_name_none():
    mosque = place("Grand mosque", precision="site")
    (found,) = sketches(quoted(event("e", incident="a", places=[mosque]), "an explosion"))
    assert found.sites == ("mosque",)


def test_the_day_of_what_is_only_recalled_in_its_words_is_not_that_of_the_story():
    words = "The attack comes while the town mourns those killed on Sunday"
    day = Span(words.index("on Sunday"), len(words))
    told = quoted(unplaced("e", day=None), words)
    told = replace(told, time=replace(told.time, text="on Sunday", span=day))
    recalled = event("b", day=None, incident="b", background=True, start=20)
    recalled = quoted(recalled, words[20:])
    story = next(each for each in sketches(told, recalled, text=words + " x" * 100) if not each.background)
    assert story.weekday is None


@pytest.mark.parametrize(
    ("land", "kept"),
    [("KG", {1527534}), (None, {1527534, 99}), ("US", {99})],
)
def test_a_town_of_another_land_than_the_one_told_is_a_namesake(land, kept):
    told = [place("Osh"), place("Lynwood", geonames_id=99, country="US", latitude=33.9, longitude=-118.2)]
    told += [place("land", "country", geonames_id=1, country=land)] if land else []
    (found,) = sketches_of(report(1), [event("e", places=told, incident="a")])
    assert {spot.place for spot in found.spots if spot.town} == kept
