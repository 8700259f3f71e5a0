"""What brings reports without a day together: nights, feasts, the other's publication, counts told otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from oqiga.codebook.when_told import feasts_in, only_follows
from oqiga.model.claims import Participant
from oqiga.model.span import Span
from oqiga.model.terms import Group, Outcome, ParticipantKind
from oqiga.reconcile.blocks import keys_of
from oqiga.reconcile.compare import compare
from oqiga.reconcile.group import resolve
from oqiga.reconcile.kinship import weight
from oqiga.reconcile.naming import skeleton
from oqiga.reconcile.sketching import sketches_of
from oqiga.reconcile.told_days import weekdays_at
from told import event, place, report, toll, when


def sketches(number, *claims, text="x" * 300, published=None, **more):
    return sketches_of(replace(report(number, text=text, published=published), **more), claims)


def undated(number, published=None, **more):
    (found,) = sketches(number, event(f"e{number}", day=None, incident="a"), published=published)
    return replace(found, **more)


def part(one, other, feature):
    parts = [compare(*pair).parts for pair in ((one, other), (other, one))]
    scores = {each.score for found in parts for each in found if each.feature == feature}
    (score,) = scores
    return score


def test_days_next_to_each_other_are_one_where_a_report_tells_of_the_night():
    evening, night = undated(1, told=("--06-03",)), undated(2, told=("--06-04",), night=True)
    assert compare(evening, night).same
    assert not compare(evening, replace(night, night=False)).same


@pytest.mark.parametrize(
    ("published", "joined"), [("2021-06-04", True), ("2021-06-05", True), ("2021-06-09", False)]
)
def test_a_report_that_names_no_day_came_out_on_the_day_that_the_other_names(published, joined):
    named, out = undated(1, told=("--06-04",)), undated(2, published=published)
    assert compare(named, out).same == joined


def test_the_day_that_a_report_names_first_is_that_of_its_story():
    out = undated(1, published="2019-08-10")
    again, then = (undated(2, told=days) for days in (("--06-02", "--08-10"), ("--08-10", "--06-02")))
    assert part(out, then, "time") > part(out, again, "time") == 0


def test_a_new_report_of_another_time_of_the_year_than_all_named_days_is_of_another_attack():
    summer = undated(1, published="2019-08-10")
    assert part(summer, undated(2, told=("--02-15",)), "time") == weight("time", "written_apart")
    assert part(summer, undated(2, told=("--07-28",)), "time") == 0
    trial = replace(summer, late=True)
    assert part(trial, undated(2, told=("--02-15",)), "time") == 0


def test_a_report_that_names_a_day_of_its_own_came_out_on_the_others_day_by_chance():
    named, out = undated(1, told=("--06-04",)), undated(2, published="2021-06-04", told=("--05-30",))
    assert not compare(named, out).same


@pytest.mark.parametrize(
    ("text", "feasts"),
    [
        ("The Easter bombings were claimed on Tuesday.", ("easter",)),
        ("Взрыв прогремел во время пасхальной службы.", ("easter",)),
        ("Жарылыс жаңа жыл түнінде болды.", ("new year",)),
        ("Нападение в рождественскую ночь.", ("christmas",)),
        ("A man of New York was hurt.", ()),
    ],
)
def test_feasts_are_found_in_each_language(text, feasts):
    assert feasts_in(text) == feasts


def test_one_feast_brings_undated_reports_of_a_town_together():
    one, other = (undated(number, feasts=("easter",)) for number in (1, 2))
    assert compare(one, other).same
    assert not compare(one, replace(other, feasts=("ashura",))).same


def test_a_feast_in_the_opening_is_of_what_the_report_is_about():
    text = "Toll of the Easter attacks lowered. " + "More words. " * 40 + "At Christmas nobody was hurt."
    (found,) = sketches(1, event("e", day=None, incident="a"), text=text)
    assert found.feasts == ("easter",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He was remanded in custody and is due back in court on April 5. ", ()),
        ("He was convicted. The hearing has been set for April 5. ", ()),
        ("The president signed the order on April 5. ", ()),
        ("He was remanded. On April 5 a gunman opened fire. ", ("--04-05",)),
        ("Суд арестовал его до 5 апреля. ", ()),
        ("Взрыв прогремел 5 апреля. ", ("--04-05",)),
        ("Сот оны 5 сәуірге дейін қамады. ", ()),
        ("Жарылыс 5 сәуірде болды. ", ("--04-05",)),
    ],
)
def test_a_day_on_which_something_is_to_follow_is_not_told_of_the_story(text, told):
    (found,) = sketches(1, event("e", day=None, incident="a"), text=text + "word " * 40)
    assert found.told == told


def test_only_what_stands_right_behind_a_day_puts_it_off():
    assert only_follows("", "дейін қамады")
    assert only_follows("", "deadline passed")
    assert not only_follows("", "болды, соған дейін")


@pytest.mark.parametrize(
    "text",
    [
        "Взрыв в больнице\nОсло, 8 августа - Вестник. Взрыв прогремел в больнице города. ",
        "Hospital hit\nOSLO, 8 August — Agency. A bomb went off at a hospital. ",
    ],
)
def test_a_dateline_may_follow_the_heading(text):
    (found,) = sketches(1, event("e", day=None, incident="a", start=150), text=text + "word " * 40)
    assert found.told == ()


def test_more_than_a_count_is_told_as_the_count():
    def figures(low, quote):
        claim = toll("t", low, None, incident="a", start=30)
        claim = replace(claim, quote=quote, span=Span(30, 30 + len(quote)))
        (found,) = sketches(1, event("e", incident="a"), claim)
        return found.figures

    assert figures(166, "killed more than 165") == figures(165, "killed at least 165")
    assert figures(1201, "more than 1,200 killed") == (("killed all", 1200),)
    assert figures(51, "более пятидесяти погибших") == (("killed all", 50),)
    assert figures(51, "at least 51 killed") == (("killed all", 51),)


@pytest.mark.parametrize(
    ("mine", "theirs", "points"),
    [
        ("killed civilians", "killed all", 2.0),
        ("killed attackers", "killed all", 0.0),
        ("injured all", "killed all", 0.0),
    ],
)
def test_one_count_of_the_dead_may_be_told_of_others(mine, theirs, points):
    one, other = undated(1, figures=((mine, 27),)), undated(2, figures=((theirs, 27),))
    assert part(one, other, "figures") == points


def test_a_small_or_round_count_is_compared_with_its_like_only():
    for count in (6, 30):
        one, other = (
            undated(number, figures=((f"killed {group}", count),))
            for number, group in ((1, "civilians"), (2, "all"))
        )
        assert part(one, other, "figures") == 0


MEMORIAL = "Prayers mark the anniversary of the attack a year ago. On 15 March a gunman opened fire. "


def test_an_anniversary_told_beforehand_is_of_the_day_in_the_year_before():
    # read as the day to come, since the report came out three days before it
    ahead = event("e", day="2022-03-15", incident="a")
    (found,) = sketches(1, ahead, text=MEMORIAL + "word " * 40, published="2022-03-12")
    assert found.first == found.last == date(2021, 3, 15).toordinal()


def test_a_day_to_come_without_a_year_that_is_told_is_of_no_year():
    text = "The trial over the attack opened. On 15 March a gunman opened fire. "
    ahead = event("e", day="2022-03-15", incident="a")
    (found,) = sketches(1, ahead, text=text + "word " * 40, published="2022-03-12")
    assert (found.first, found.told) == (None, ("--03-15",))


def test_a_sentence_is_about_the_attack_of_the_month_that_its_report_recalls():
    text = "The gunman was sentenced to life in prison. " + "word " * 60
    verdict = event("v", day=None, incident="a", places=[])
    attack = event("o", incident="b", background=True, start=150)
    month = when("2019-03-01", "month", end="2019-03-31")
    object.__setattr__(attack, "time", month)
    found = sketches(1, verdict, attack, text=text, published="2020-08-27")
    (about,) = (each for each in found if not each.background)
    assert about.placed
    assert (about.first, about.last) == (date(2019, 3, 1).toordinal(), date(2019, 3, 31).toordinal())


@pytest.mark.parametrize(
    ("text", "night"),
    [
        ("Погибли семь человек: взрыв прогремел в ночь на 4 июня. ", True),
        ("Seven died. The attack came on the night of June 4. ", True),
        ("Погибли семь человек: взрыв прогремел 4 июня. Ночью шёл дождь. ", False),
    ],
)
def test_a_night_right_before_the_day_that_is_named_is_of_the_attack(text, night):
    (found,) = sketches(1, event("e", day=None, incident="a"), text=text + "word " * 40)
    assert (found.told, found.night) == (("--06-04",), night)


def test_a_siege_may_be_told_under_the_day_after():
    first, second = (
        sketches(number, event(f"e{number}", type, day=day, incident="a"))[0]
        for number, type, day in ((1, "hostage_taking", "2019-08-10"), (2, "armed_attack", "2019-08-11"))
    )
    assert compare(first, second).same
    assert not compare(replace(first, types=("armed_attack",)), second).same


def in_year(number, year, published=None):
    claim = event(f"e{number}", day=None, incident="a")
    object.__setattr__(claim, "time", when(f"{year}-01-01", "year", end=f"{year}-12-31"))
    (found,) = sketches(number, claim, published=published)
    return found


def met(one, other):
    return all(
        set(keys_of(mine).sought) & set(keys_of(theirs).filed)
        for mine, theirs in ((one, other), (other, one))
    )


def test_what_is_known_by_its_year_is_looked_for_among_undated_reports():
    year = in_year(1, 2019)
    assert met(year, undated(2))
    assert met(year, undated(3, published="2019-05-04"))
    assert not met(year, undated(4, published="2021-05-04"))


def test_a_report_that_came_out_in_the_year_of_another_may_be_of_any_day_in_it():
    year, out = in_year(1, 2019), undated(2, published="2019-05-04")
    assert part(year, out, "time") == 0
    month = replace(year, first=date(2019, 5, 1).toordinal(), last=date(2019, 5, 31).toordinal())
    assert part(month, out, "time") == 1


def quarter(number, name):
    inside = place(name, "neighbourhood", geonames_id=None, admin1=None, latitude=40.5, longitude=72.7)
    (found,) = sketches(number, event(f"e{number}", day=None, incident="a", places=[inside, place()]))
    return found


def test_a_quarter_that_no_gazetteer_has_is_known_by_its_name():
    one, other = quarter(1, "Mansur shopping district"), quarter(2, "район Аль-Мансур")
    assert part(one, other, "place") == 4
    assert part(one, quarter(3, "Zeytun shopping district"), "place") == 3
    assert part(quarter(4, "Osh district"), quarter(5, "район Ош"), "place") == 3


def test_about_a_hundred_and_more_than_a_hundred_are_little_evidence():
    rough = undated(1, figures=(("injured all", 100),), least=("injured all",))
    exact = undated(2, figures=(("injured all", 100),))
    assert part(rough, exact, "figures") < part(exact, replace(exact, id="i", report="r-9"), "figures")
    claim = toll("t", 100, incident="a", start=30, outcome="injured", approximate=True)
    (found,) = sketches(3, event("e", incident="a"), claim)
    assert found.least == ("injured all",)


def test_the_count_that_says_most_is_taken_not_the_largest():
    figures = (("injured all", 200), ("killed all", 43))
    one, other = (undated(number, figures=figures, least=("injured all",)) for number in (1, 2))
    assert part(one, other, "figures") > part(one, replace(other, figures=figures[:1]), "figures")


def test_who_is_in_hospital_here_is_wounded_there():
    def figures(outcome):
        (found,) = sketches(
            1, event("e", incident="a"), toll("t", 17, incident="a", start=30, outcome=outcome)
        )
        return found.figures

    assert figures("hospitalized") == figures("injured") == (("injured all", 17),)


def test_a_word_that_the_report_also_writes_small_is_no_name():
    text = "Rebels struck. Omarov led the rebels, police said. " + "word " * 40
    doers = tuple(
        Participant(name=name, kind=ParticipantKind.GROUP, span=Span(0, 6)) for name in ("Rebels", "Omarov")
    )
    (found,) = sketches(1, event("e", incident="a", perpetrators=doers), text=text)
    assert found.names == (skeleton("Omarov"),)


def test_a_quarter_that_a_report_also_takes_for_a_town_keeps_its_name():
    inside = [
        place(name, precision, geonames_id=None, admin1=None)
        for name, precision in (("Аль-Мансур", "neighbourhood"), ("Аль-Мансуре", "city"))
    ]
    (found,) = sketches(2, event("e", day=None, incident="a", places=[*inside, place()]))
    assert part(quarter(1, "Mansur shopping district"), found, "place") == 4


def test_few_wounded_in_the_first_hour_do_not_speak_against_the_same_dead():
    early, late = (
        undated(number, figures=(("injured all", wounded), ("killed all", dead)))
        for number, wounded, dead in ((1, 20, 15), (2, 125, 37))
    )
    assert part(early, late, "figures") == 0
    assert part(early, replace(late, figures=(("injured all", 125), ("killed all", 90))), "figures") < 0


def test_what_nobody_dates_does_not_bring_attacks_of_two_years_together():
    figures = (("killed all", 18), ("injured all", 43))
    old, new = (
        replace(undated(number, published=out), figures=figures)
        for number, out in ((1, "2011-06-29"), (2, "2018-01-21"))
    )
    vague = [undated(number, figures=figures) for number in (3, 4, 5)]
    told = {each.id: each for each in (old, new, *vague)}
    incidents = resolve(told)
    where = {each.id: number for number, incident in enumerate(incidents) for each in incident}
    assert where[old.id] != where[new.id]
    assert where[vague[0].id] in (where[old.id], where[new.id])


def test_undated_reports_of_one_kind_of_site_in_a_town_are_one_where_no_name_or_count_speaks_against_it():
    one, other = (undated(number, sites=("mosque",)) for number in (1, 2))
    assert compare(one, other).same
    assert not compare(one, replace(other, sites=("school",))).same
    named = [
        replace(each, site_names=(name,))
        for each, name in ((one, "mosque/nr"), (other, "mosque/slm"))
    ]  # fmt: skip
    assert not compare(*named).same
    counted = [
        replace(each, figures=(("killed all", dead),)) for each, dead in ((one, 1), (other, 14))
    ]  # fmt: skip
    assert not compare(*counted).same


def test_one_dead_is_told_though_it_is_no_evidence_where_it_is_the_same():
    (found,) = sketches(1, event("e", incident="a"), toll("t", 1, incident="a", start=30))
    assert found.figures == (("killed all", 1),)
    one, other = (undated(number, figures=found.figures) for number in (1, 2))
    assert part(one, other, "figures") == 0


def test_a_report_that_names_another_day_than_several_others_is_not_of_their_incident():
    shared = {"figures": (("killed all", 18),), "names": ("brtv",)}
    fourth = [replace(undated(number, told=("--12-04",)), **shared) for number in (1, 2, 3)]
    vague = [replace(undated(number), **shared) for number in (4, 5)]
    other = replace(undated(6, told=("--12-18",)), **shared)
    incidents = resolve({each.id: each for each in (*fourth, *vague, other)})
    (found,) = (incident for incident in incidents if other in incident)
    assert not set(found) & set(fourth)


def test_undated_reports_of_other_hours_of_the_day_are_of_two_attacks():
    morning, evening = undated(1, hours=(7, 8, 9)), undated(2, hours=(20, 21, 22))
    assert part(morning, evening, "hour") < 0 < part(morning, replace(evening, hours=(8, 9, 10)), "hour")
    assert part(morning, replace(evening, hours=tuple(range(3, 13))), "hour") == 0
    dated = [replace(each, published=1) for each in (morning, evening)]
    assert part(*dated, "hour") == 0


def test_the_hours_are_those_of_clocks_before_those_of_a_morning():
    quotes = ("A bomb went off on Friday morning.", "The bomb went off at 8:05 am.")
    claims = [event(f"e{number}", day=None, incident="a") for number in (1, 2)]
    claims = [
        replace(each, quote=quote, span=Span(start, start + len(quote)))
        for each, quote, start in zip(claims, quotes, (0, 40), strict=True)
    ]
    (found,) = sketches(1, *claims)
    assert found.hours == (7, 8, 9)


def test_the_dead_and_the_wounded_far_apart_together_speak_for_two_attacks():
    def counting(number, dead, hurt):
        return undated(number, figures=(("injured all", hurt), ("killed all", dead)))

    assert part(counting(1, 35, 175), counting(2, 10, 28), "figures") < 0
    assert part(counting(1, 15, 125), counting(2, 13, 20), "figures") == 0
    early = replace(counting(2, 10, 28), least=("killed all",))
    assert part(counting(1, 35, 175), early, "figures") == 0
    dated = [replace(each, published=1) for each in (counting(1, 35, 175), counting(2, 10, 28))]
    assert part(*dated, "figures") == 0


def test_of_several_counts_of_one_thing_the_nearest_are_compared():
    one = undated(1, figures=(("killed all", 12), ("killed all", 202)))
    other = undated(2, figures=(("killed all", 14),))
    assert part(one, other, "figures") >= 0
    assert part(one, replace(other, figures=(("killed all", 2000),)), "figures") < 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The blast came before a verdict on the bombings last Oct. 12. ", ()),
        ("The blast came on Oct. 12, a verdict on the bombings is near. ", ("--10-12",)),
    ],
)
def test_a_day_of_last_year_is_none_of_the_storys(text, told):
    (found,) = sketches(1, event("e", day=None, incident="a"), text=text + "word " * 40)
    assert found.told == told


def test_the_day_of_a_dateline_is_near_that_of_what_is_told():
    text = "OSLO, Norway, July 17 - A bomb went off at a hospital. " + "word " * 40
    (wire,) = sketches(1, event("e1", day=None, incident="a", start=60), text=text)
    assert wire.written == "--07-17" and wire.told == ()
    assert part(wire, undated(2, told=("--07-16",)), "time") > part(wire, undated(2), "time")
    assert part(wire, undated(2, told=("--01-14",)), "time") < 0
    (dated,) = sketches(1, event("e1", day=None, incident="a", start=60), text=text, published="2009-07-17")
    assert dated.written is None


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("Osh, Talas; May 30, 2010: The death toll is 94. ", "2010-05-30"),
        ("May 30, 2010: gunmen stormed a market. ", None),
        ("5 June 2016: gunmen stormed a market. ", None),
    ],
)
def test_a_dateline_may_end_with_a_colon_but_a_list_of_days_has_none(text, dateline):
    (found,) = sketches(1, event("e", day=None, incident="a", start=60), text=text + "word " * 40)
    assert found.written == dateline


def test_people_in_hospital_do_not_place_what_nothing_else_places():
    (found,) = sketches(
        1,
        event("e", day=None, incident="a", places=()),
        replace(toll("t", 3, start=40, incident="a"), place=place(), outcome=Outcome.HOSPITALIZED),
    )
    assert not found.spots


def test_a_day_of_the_week_beside_a_day_tells_of_which_years_it_can_be():
    text = "A siege ended on Sunday (Oct 29) after twelve hours. " + "word " * 40
    (siege,) = sketches(1, event("e", day=None, incident="a"), text=text)
    assert siege.told_weekdays == ("10-29/7",)
    (then,) = sketches(2, event("e", day="2017-10-29", incident="a"))
    (later,) = sketches(3, event("e", day="2022-10-29", incident="a"))
    assert part(siege, then, "time") > 0 > part(siege, later, "time")


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("It was Tuesday, January 15, in the town.", ("01-15/2",)),
        ("Во вторник, 15 января, в городе.", ("01-15/2",)),
        ("15 қаңтар, сейсенбі күні болды.", ("01-15/2",)),
        ("It was on January 15. Tuesday came.", ()),
    ],
)
def test_only_what_stands_beside_a_day_is_its_day_of_the_week(text, beside):
    assert weekdays_at(text) == beside


def test_a_report_on_who_was_caught_may_be_of_an_attack_weeks_before():
    (attack,) = sketches(1, event("e", incident="a", day="2017-01-01"), published="2017-01-01")
    held = toll("t", 1, incident="a", start=30)
    held = replace(held, outcome=Outcome.DETAINED, group=Group.ATTACKERS)
    (caught,) = sketches(2, event("e", day=None, incident="a"), held, published="2017-01-17")
    (other,) = sketches(3, event("e", day=None, incident="a"), published="2017-01-17")
    assert part(attack, caught, "time") == 0 > part(attack, other, "time")
    (long_ago,) = sketches(4, event("e", day=None, incident="a"), held, published="2017-08-17")
    assert part(attack, long_ago, "time") < 0


def test_a_memorial_is_not_of_an_attack_at_another_time_of_the_year():
    held = undated(1, told=("--12-29",), late=True, commemorates=True)
    other = undated(2, told=("--10-21",))
    assert part(held, other, "time") == weight("time", "other_day_named")
    assert part(replace(held, commemorates=False), other, "time") == weight("time", "undated")
    assert part(held, undated(3, told=("--12-30",)), "time") >= weight("time", "undated")


def test_a_day_told_only_of_what_is_recalled_in_passing_is_none_of_the_storys():
    text = f"{'x' * 40} which claimed that of 17 February {'x' * 200} on 13 March."
    passing = event("old", day=None, incident="b", background=True, start=43)
    passing = replace(passing, span=Span(43, 80))
    story = [event("e", day=None, incident="a"), event("f", "bombing", day=None, incident="a", start=260)]
    found = sketches(1, *story, passing, text=text)
    assert [each.told for each in found if not each.background] == [("--03-13",)]


def test_two_people_named_in_full_by_both_say_more_than_any_other_names():
    def named(number, *people):
        return undated(number, people=people, spots=(), towns=())

    names = ("drnv srgi", "mrzkl timr")
    assert part(named(1, *names), named(2, *names), "names") == 2.5
    assert part(named(1, *names, "akrm blat"), named(2, *names, "akrm blat"), "names") == 3.0
    assert part(named(1, names[0]), named(2, names[0]), "names") == 1.25


def test_an_anniversary_that_names_no_day_is_of_no_other_time_of_the_year():
    held = undated(1, late=True, commemorates=True, recalled=(date(2013, 9, 21).toordinal(),))
    winter, autumn = undated(2, told=("--01-15",)), undated(3, told=("--09-21",))
    assert part(held, winter, "time") < 0 < part(held, autumn, "time")
