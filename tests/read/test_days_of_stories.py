"""Which day and place an event of a report is of: lists of deeds, anniversaries, what was a week ago."""

import pytest

from oqiga.model.claims import Event
from oqiga.model.report import Report
from oqiga.read.reader import read_report


def events(text, language="en", published=None):
    report = Report(id="r-test", published=published, language=language, text=text)
    return [claim for claim in read_report(report, gated=False).claims if isinstance(claim, Event)]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "ru",
            "Во вторник, 9 марта, мужчина врезался на машине в ограду, а затем напал с ножом на прохожих.",
            "2021-03-09",
        ),
        (
            "en",
            "On Tuesday a man crashed a lorry into a fence, then stabbed three people in a market.",
            "2021-03-09",
        ),
    ],
)
def test_the_day_that_opens_a_list_of_deeds_is_that_of_the_last_too(language, text, day):
    last = events(text, language, "2021-03-10")[-1]
    assert last.time.start == day


@pytest.mark.parametrize(
    ("language", "text", "type", "town"),
    [
        (
            "en",
            "On the anniversary of the bombings in Madrid, a gunman opened fire at a school in Toulouse.",
            "armed_attack",
            "Toulouse",
        ),
        (
            "ru",
            "В годовщину взрывов в Мадриде неизвестный напал с ножом на прохожих в Тулузе.",
            "stabbing",
            "Тулуза",
        ),
    ],
)
def test_an_attack_on_an_anniversary_is_not_what_is_remembered(language, text, type, town):
    (event,) = events(text, language, "2021-03-11")
    assert event.type.value == type
    assert [place.name for place in event.places if place.precision == "city"] == [town]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off at a vigil in Quetta, killing six.",
        "Gunmen attacked a memorial service in Quetta, killing six.",
    ],
)
def test_an_attack_on_a_memorial_is_where_it_is_held(text):
    assert any(
        place.name == "Quetta" for event in events(text, published="2021-03-10") for place in event.places
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A bomb killed five people in Herat. A week ago, gunmen killed two people in Herat."),
        ("en", "A bomb killed five people in Herat. Last month gunmen attacked a school in Herat."),
        ("ru", "Взрыв в Герате унёс жизни пяти человек. Неделей ранее боевики напали на школу в Герате."),
        ("ru", "Взрыв в Герате унёс жизни пяти человек. Месяц назад боевики напали на школу в Герате."),
        (
            "kk",
            "Гератта жарылыс болып, бес адам қаза тапты. Бір ай бұрын содырлар Гераттағы мектепке шабуыл жасады.",
        ),
    ],
)
def test_what_was_so_long_ago_is_background_though_nobody_knows_when_the_report_came_out(language, text):
    first, second = events(text, language)
    assert (first.background, second.background) == (False, True)
    assert first.incident != second.incident


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed five people in Herat. This week gunmen attacked a school in Herat.",
        "A bomb killed five people in Herat. Yesterday gunmen attacked a school in Herat.",
        "Last month gunmen attacked a school in Herat. They killed two teachers.",
    ],
)
def test_what_is_fresh_or_all_that_is_told_is_the_story(text):
    assert not any(event.background for event in events(text))


TWO = "A family attacked a police station in Herat on {}. Four officers were wounded. On {} a bomb went off in a church in Herat."


@pytest.mark.parametrize(
    ("days", "published", "incidents"),
    [
        (("Tuesday", "Monday"), "2021-03-10", 2),
        (("Tuesday", "Monday"), None, 2),
        (("Tuesday", "Tuesday"), "2021-03-10", 1),
        (("Tuesday", "Tuesday"), None, 1),
        (("Tuesday night", "Wednesday"), "2021-03-10", 1),
    ],
)
def test_sites_hit_on_two_days_are_two_attacks_but_for_a_night(days, published, incidents):
    assert len({event.incident for event in events(TWO.format(*days), published=published)}) == incidents


def test_a_town_of_a_part_is_the_place_of_the_report():
    text = "A van was driven into a crowd in north London. The attack took place on Tuesday. The driver comes from Cardiff."
    attack = events(text, published="2021-03-10")[-1]
    assert "Cardiff" not in {place.name for place in attack.places}


@pytest.mark.parametrize(
    ("language", "text", "published", "day"),
    [
        (
            "ru",
            "Днём 7 марта в Лионе расстреляли посетителей клуба, который закрывали в 2011 году.",
            None,
            None,
        ),
        (
            "en",
            "Gunmen attacked a club in Lyon on Sunday, which on Friday had hosted a wedding.",
            "2014-03-10",
            "2014-03-09",
        ),
        (
            "en",
            "The attack that took place on Sunday in Lyon killed nine people.",
            "2014-03-10",
            "2014-03-09",
        ),
    ],
)
def test_a_time_that_only_tells_of_somebody_is_not_that_of_the_event(language, text, published, day):
    assert [each.time.start for each in events(text, language, published)][:1] == [day]


@pytest.mark.parametrize(
    ("language", "text", "then"),
    [
        (
            "en",
            "A bomb killed nine people in Omsk on Tuesday. {} a bomb killed 14 in Omsk.",
            "Earlier this month",
        ),
        (
            "en",
            "A bomb killed nine people in Omsk on Tuesday. {} a bomb killed 14 in Omsk.",
            "Earlier this year",
        ),
        (
            "ru",
            "Во вторник взрыв в Омске унёс жизни девяти человек. {} взрыв в Омске унёс жизни 14.",
            "Ранее в этом месяце",
        ),
        (
            "ru",
            "Во вторник взрыв в Омске унёс жизни девяти человек. {} взрыв в Омске унёс жизни 14.",
            "В начале марта",
        ),
        (
            "kk",
            "Сейсенбі күні Омбыда жарылыстан 9 адам қаза тапты. {} Омбыда жарылыстан 14 адам өлді.",
            "Осы айдың басында",
        ),
    ],
)
def test_an_earlier_part_of_the_month_is_before_the_day_of_the_story(language, text, then):
    told = events(text.format(then), language, "2014-03-12")
    assert [event.background for event in told] == [False, True]


def test_an_earlier_part_of_the_month_is_the_story_where_no_day_is_told():
    (told,) = events("A bomb killed nine people in Omsk earlier this month, police said.", "en", "2014-03-12")
    assert not told.background


def test_a_feast_that_only_says_of_what_sort_a_market_is_dates_nothing():
    (told,) = events("A man drove into a Christmas market in Lyon, killing nine.", "en", "2014-12-21")
    assert told.time.start is None


def test_a_year_that_tells_who_somebody_is_dates_nothing_even_alone():
    (told,) = events("Gunmen who came to France in 2006 attacked a club in Lyon.", "en", "2014-12-21")
    assert told.time.start is None


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        # when it happened stands between what is told and who tells it
        ("en", "A man fired into a crowd in Toulouse, on Friday, police said.", "2021-03-05"),
        # what only takes up the attack gives it its day
        ("en", "A clerk was robbed at gunpoint. It happened about 9 p.m. Friday in the shop.", "2021-03-05"),
        ("en", "Two men opened fire on a patrol. The incident took place on March 5.", "2021-03-05"),
        (
            "kk",
            "Ауылда қарулы қақтығыс болды. Оқиға 5 наурыз күні кешке мектеп маңында болған.",
            "2021-03-05",
        ),
        ("kk", "Белгісіз біреу дүкенге шабуыл жасады. Бұл қанды қылмыс екі күн бұрын болған.", "2021-03-08"),
        ("kk", "Белгісіз біреу дүкенге шабуыл жасады. Оқиға Таразда өткен түнде болған.", "2021-03-09"),
        (
            "kk",
            "Сейсенбінің таңында Таразда сұмдық жағдай орын алды. Оқушыларға шабуыл жасалды.",
            "2021-03-09",
        ),
        # a subject stands between the day and the deed
        (
            "kk",
            "5 наурызға қараған түні Тараз қаласында белгісіз адам дүкенге шабуыл жасап, терезесін сындырды.",
            "2021-03-05",
        ),
    ],
)
def test_the_day_told_beside_the_deed_is_its_own(language, text, day):
    assert day in {
        event.time.start and event.time.start[:10] for event in events(text, language, "2021-03-10")
    }


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot in Toulouse. It was the fourth shooting in the first 60 days of 2021.",
        "A man was shot in Toulouse. A similar incident took place on March 5.",
        "A man was shot in Toulouse. It came after a warning on March 5.",
        "The mayor condemned the shooting in Toulouse on March 5.",
    ],
)
def test_other_days_beside_a_deed_are_not_its_own(text):
    found = [event for event in events(text, published="2021-03-10") if not event.background]
    assert all(event.time.start is None for event in found)


def test_a_trial_is_of_the_one_month_that_it_tells_where_it_tells_no_day():
    text = (
        "Two men were hanged in Osh over an attack on a mill, a court said on Saturday. "
        "In late October 2019 a group of gunmen opened fire at the mill."
    )
    acts = [each for each in events(text, published="2020-07-11") if each.type == "armed_attack"]
    assert acts and not any(each.background for each in acts)


def test_the_attack_is_where_the_attacker_is_called_by():
    text = "Police said that a man whose picture went round as that of the Bishkek mosque bomber had nothing to do with the attack."
    (attack,) = events(text, published="2027-09-06")
    assert [place.name for place in attack.places] == ["Bishkek"]
