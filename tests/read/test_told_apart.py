"""What one sentence or report sets beside its story: "a day after …", the attack of the day before, a series."""

import pytest

from onreport import grouped
from oqiga.model.report import Report
from oqiga.read.reader import read_report


def read(text, published, language="ru"):
    return read_report(Report(id="r", text=text, published=published, language=language), gated=False).claims


def events(claims):
    return [claim for claim in claims if claim.kind == "event"]


def test_what_stands_behind_a_day_after_lends_the_story_neither_type_nor_place():
    claims = grouped(
        "Eleven people were killed in a bus explosion in Osh, a day after a suicide bombing left at least 15 dead at a "
        "railway station in the same city."
    )
    story, before = events(claims)
    assert (story.type.value, story.background, [place.name for place in story.places]) == (
        "bombing",
        False,
        ["Osh"],
    )
    assert (before.type.value, before.background) == ("suicide_bombing", True)
    assert [
        (claim.low, claim.background, claim.incident == story.incident)
        for claim in claims
        if claim.kind == "toll"
    ] == [
        (11, False, True),
        (15, True, False),
    ]


def test_hours_count_as_days_do():
    claims = grouped(
        "At least 14 people were killed in a bombing of a tram in Osh, less than 24 hours after a deadly attack at the "
        "city's main bus station."
    )
    assert [event.background for event in events(claims)] == [False, True]
    assert all("station" not in place.name for place in events(claims)[0].places)


def test_hours_after_the_attack_are_the_storys_own():
    claims = grouped("Two men were killed in a shootout in Osh hours after the attack on the bank in Osh.")
    assert not any(event.background for event in events(claims))


def test_a_day_told_of_the_wounded_of_another_attack_dates_nothing():
    claims = grouped(
        "A bomb exploded near the hospital in Osh, where many of those hurt at the station were taken on Sunday."
    )
    assert [event.time.start for event in events(claims)] == [None]


def test_a_day_told_by_the_clause_of_the_attackers_dates_the_attack():
    claims = grouped("The gunmen who stormed a hotel in Osh on Sunday killed nine people.")
    assert {event.time.start for event in events(claims) if event.time.start} == {"2021-03-07"}


def test_a_dateline_far_from_the_town_of_the_lead_does_not_place_what_is_said_to_be_in_the_city():
    claims = grouped(
        "BISHKEK -- At least 14 people were killed on Monday by a bomb on a bus in the southern city of Osh.\n\n"
        "Investigators said the explosion was like that at the city's main railway station."
    )
    towns = {
        place.name for event in events(claims) for place in event.places if place.precision.value == "city"
    }
    assert towns == {"Osh"}


def test_an_attack_of_the_day_before_at_another_site_is_background():
    claims = read(
        "Взрыв прогремел в понедельник утром в автобусе в Оше. Погибли 10 человек.\n\n"
        "Накануне террористы взорвали бомбу на железнодорожном вокзале в Оше.",
        "2021-03-08",
    )
    assert [(event.time.start, event.background) for event in events(claims)] == [
        ("2021-03-08", False),
        ("2021-03-07", True),
    ]


def test_an_attack_of_the_day_before_that_the_top_tells_first_is_no_background():
    claims = grouped(
        "Gunmen attacked a market in Osh on Monday, killing four people. On Tuesday a bomb went off at a police "
        "station in Osh."
    )
    assert not any(event.background for event in events(claims))


SERIES = (
    "Серия взрывов в отелях и храмах произошла в Непале в воскресенье утром.\n\nШесть взрывов произошли одновременно "
    "в церквях Покхары и Биратнагара. Спустя два часа прогремел седьмой взрыв в отеле в Катманду.\n\n"
)


def test_a_series_goes_on_in_another_town():
    claims = read(SERIES, "2021-03-08")
    assert len({event.incident for event in events(claims)}) == 1


def test_days_later_is_another_attack():
    claims = read(SERIES.replace("Спустя два часа", "Спустя два дня"), "2021-03-12")
    assert len({event.incident for event in events(claims)}) > 1


def test_a_series_that_the_top_tells_is_the_story():
    claims = read(SERIES + "По последним данным, серия терактов унесла жизни 290 человек.", "2021-03-08")
    assert [claim.background for claim in claims if claim.kind == "toll" and claim.low == 290] == [False]


def test_the_latest_in_a_series_leaves_the_series_background():
    claims = grouped(
        "Gunmen killed three officers in Herat on Monday in the latest in a series of attacks. Police sealed off the "
        "area. Residents fled. The series of attacks has left 90 people dead."
    )
    assert [claim.background for claim in claims if claim.kind == "toll" and claim.low == 90] == [True]


def test_a_district_of_a_town_is_in_the_town():
    claims = read(
        "В Алматы в понедельник произошёл теракт.\n\nВзрыв прогремел утром в понедельник в Турксибском районе, погибли двое.",
        "2021-03-08",
    )
    assert len({event.incident for event in events(claims)}) == 1


def test_of_two_days_in_one_sentence_the_later_is_the_storys():
    claims = grouped(
        "Twenty people killed, 59 wounded\n\nThe images of the January 30 bombing at a church in Naryn were still fresh "
        "when gunmen struck at a mosque in Osh on Friday. At least 20 worshippers were killed in Osh."
    )
    assert {(event.time.start, event.background) for event in events(claims) if event.time.start} == {
        ("2021-01-30", True),
        ("2021-03-05", False),
    }
    assert not any(claim.background for claim in claims if claim.kind == "toll")


def test_what_an_undated_event_goes_on_about_is_background_as_the_sentence_before():
    claims = read(
        "Сегодня в Оше почтут память жертв теракта. Об этом сообщила мэрия. Площадь закрыли для проезда.\n\n"
        "27 февраля прошлого года на вокзале в Оше погибли 18 человек. В марте 2020 года в Оше прогремел ещё один взрыв. "
        "От самоподрыва террориста погибли 16 человек.",
        "2021-03-08",
    )
    assert [(claim.low, claim.background) for claim in claims if claim.kind == "toll"] == [
        (18, True),
        (16, True),
    ]


def test_the_name_of_an_outlet_places_nothing():
    claims = grouped("According to Osh Herald, six people were killed in a shooting on Monday.")
    assert [place.name for event in events(claims) for place in event.places] == []


@pytest.mark.parametrize(
    ("told", "chain"),
    [
        (
            "Reuters reported that six people were killed in a shooting in Osh, citing police.",
            ["police", "Reuters"],
        ),
        (
            "According to Osh Herald, six people were killed in a shooting on Monday, authorities announced.",
            ["authorities", "Osh Herald"],
        ),
        ("According to Osh Herald, six people were killed in a shooting on Monday.", ["Osh Herald"]),
    ],
)
def test_who_says_it_is_who_counted_and_who_hands_it_on(told, chain):
    tolls = [claim for claim in read(told, "2021-03-08", "en") if claim.kind == "toll"]
    assert [[source.name for source in claim.said_by] for claim in tolls] == [chain]


def test_of_two_subjects_before_one_verb_the_first_is_that_of_the_copula():
    claims = read(
        "В результате перестрелки в Оше 8 человек погибли, шестеро из них были полицейскими, ещё пятеро находятся в больнице.",
        "2021-03-08",
    )
    tolls = {(claim.outcome.value, claim.group.value, claim.low) for claim in claims if claim.kind == "toll"}
    assert tolls == {("killed", "all", 8), ("killed", "police", 6), ("hospitalized", "all", 5)}


def test_whom_a_source_counts_with_parts_is_counted():
    claims = grouped(
        "According to Osh Herald, six people, including two soldiers and three attackers, were killed and 11 were wounded "
        "in a shooting in Naryn on Monday."
    )
    tolls = {(claim.outcome.value, claim.group.value, claim.low) for claim in claims if claim.kind == "toll"}
    assert {("killed", "all", 6), ("killed", "military", 2), ("killed", "attackers", 3)} <= tolls


@pytest.mark.parametrize(
    ("told", "by"),
    [
        ("По последним данным в Оше погибли 5 человек.", []),
        ("По имеющейся информации при взрыве в Оше погибли 5 человек.", []),
        ("По информации из больницы, погибли 5 человек.", ["больница"]),
        ("По данным от МВД, погибли 5 человек.", ["МВД"]),
    ],
)
def test_where_it_happened_is_nobody_who_says_it(told, by):
    tolls = [claim for claim in read("Взрыв прогремел в Оше. " + told, "2021-03-08") if claim.kind == "toll"]
    assert [[source.name for source in claim.said_by] for claim in tolls] == [by]


def test_two_attacks_of_one_sentence_with_a_day_each_are_two():
    claims = grouped(
        "At least 14 people were killed on Monday by a bomb on a bus in Osh. Police suspect a connection between Monday's "
        "attack and a suicide bombing on Sunday. The death toll of the Sunday attack grew to 17."
    )
    of_day = {event.time.start: event.incident for event in events(claims) if event.time.start}
    assert of_day["2021-03-08"] != of_day["2021-03-07"]
    assert [claim.incident for claim in claims if claim.kind == "toll" and claim.low == 17] == [
        of_day["2021-03-07"]
    ]


def test_a_site_lies_where_the_report_tells_and_not_where_it_was_sent_from():
    claims = read(
        "Бишкек. 5 июня. ВЕСТИ - В Оше после нападения на рынок введён комендантский час.\n\n"
        "Нападавшие захватили автобус и протаранили на нём ворота воинской части.",
        "2021-06-05",
    )
    towns = {
        place.name for event in events(claims) for place in event.places if place.precision.value == "city"
    }
    assert towns == {"Ош"}


def test_a_count_since_a_day_is_not_of_that_day():
    claims = read(
        "Задержан последний участник нападений в Оше. Об этом сообщило МВД. Следствие продолжается. "
        "Всего с 5 июня убиты 18 нападавших, девять задержаны.",
        "2021-06-12",
    )
    assert [claim.background for claim in claims if claim.kind == "toll" and claim.low == 18] == [False]
