"""What the sketches of one report tell of each other, and what dates a report that does not tell its day."""

from dataclasses import replace
from datetime import date

import pytest

from oqiga.model.span import Span
from oqiga.reconcile.blocks import keys_of
from oqiga.reconcile.compare import compare
from oqiga.reconcile.kinship import weight
from oqiga.reconcile.sketching import sketches_of
from told import event, place, report, source, toll, when

AUGUST = date(2019, 8, 10).toordinal()


def sketches(number, *claims, text="", **more):
    own_words = " ".join(f"word{number}x{n}" for n in range(60))
    return sketches_of(report(number, text=f"{text} {own_words}", **more), claims)


def dated(number=1, day="2019-08-10", **more):
    (found,) = sketches(number, event("dated", day=day, incident="a"), **more)
    return found


def undated(number=2, text="", published=None, **more):
    (found,) = sketches(
        number, event("undated", day=None, incident="a", **more), text=text, published=published
    )
    return found


def met(one, other):
    assert set(keys_of(one).sought) & set(keys_of(other).filed)
    return compare(one, other).same


def test_a_day_that_the_text_names_dates_a_report_of_unknown_publication():
    assert met(dated(), undated(text="They came on 10 August at noon."))
    assert not compare(dated(), undated(text="They came on 3 March at noon.")).same


def test_two_reports_of_unknown_publication_meet_in_the_day_they_name():
    one = undated(2, text="They came on 10 August at noon.")
    other = undated(3, text="Нападение произошло 10 августа днём.")
    third = undated(4, text="They came on 3 March at noon.")
    assert met(one, other)
    assert not compare(one, third).same


def test_a_month_is_made_a_day_by_the_one_day_in_it_that_the_report_names():
    claim = event("e", incident="a")
    month = when("2019-08-01", "month", end="2019-08-31")
    (found,) = sketches(1, event("e", incident="a", day=None), text="On 10 August.")
    assert found.first is None
    object.__setattr__(claim, "time", month)
    (found,) = sketches(1, claim, text="The attacks of August 2019 began on 10 August.")
    assert (found.first, found.last) == (AUGUST, AUGUST)


def test_a_report_that_only_recalls_is_about_what_it_recalls():
    (found,) = sketches(1, event("e", incident="a", background=True), published="2024-08-10")
    assert not found.background
    assert met(found, dated(2))


def test_a_trial_long_after_that_names_the_town_is_about_the_attack_it_recalls():
    claims = [
        event("trial", day=None, incident="a"),
        event("attack", incident="b", background=True, start=90),
    ]
    about, _ = sketches(3, *claims, published="2019-11-20")
    assert about.recalled == (AUGUST,)
    assert met(about, dated(1))
    fresh, _ = sketches(3, *claims, published="2019-08-17")
    assert compare(fresh, dated(1)).parts[0].feature == "time"
    assert compare(fresh, dated(1)).parts[0].score < compare(about, dated(1)).parts[0].score


def test_the_place_of_an_anniversary_has_the_day_that_is_recalled_without_a_place():
    claims = [
        event("memorial", day=None, incident="a"),
        event("blast", places=[], incident="b", background=True, start=90),
    ]
    about, _ = sketches(3, *claims, published="2021-08-10")
    assert about.first == AUGUST
    assert about.placed


def test_an_attack_like_the_one_a_year_ago_that_counts_other_dead_is_of_its_own_day():
    claims = [
        event("now", day=None, incident="a"),
        toll("four", 4, start=30, incident="a"),
        event("then", places=[], incident="b", background=True, start=90),
        toll("thirteen", 13, start=120, incident="b", background=True),
    ]
    assert sketches(3, *claims, published="2021-08-10")[0].first is None
    assert sketches(3, *claims[:1], *claims[2:], published="2021-08-10")[0].first == AUGUST


def test_a_town_in_the_name_of_a_source_is_no_scene():
    named = source("Osh Evening News", "media")
    object.__setattr__(named, "span", Span(0, 16))
    claim = event("e", incident="a")
    counted = toll("t", 9, incident="a", start=40)
    object.__setattr__(counted, "said_by", (named,))
    (found,) = sketches(1, claim, counted)
    assert found.spots == ()


@pytest.mark.parametrize(
    ("places", "parts"),
    [
        pytest.param(
            [place(name="Osh Region", precision="region", geonames_id=5)], True, id="a region around"
        ),
        pytest.param([], True, id="no place told"),
        pytest.param([place(name="Termiz", country="UZ", geonames_id=7)], False, id="a town abroad"),
    ],
)
def test_parts_of_one_attack_lie_on_one_day_where_nothing_places_them_apart(places, parts):
    claims = [event("a", incident="a"), event("b", incident="b", start=60, places=places)]
    one, other = sketches(1, *claims)
    assert compare(one, other).same is parts


def test_reports_of_a_wave_meet_though_each_places_it_in_another_town():
    south = place(name="Batken", geonames_id=11, latitude=40.06, longitude=70.82)
    country = place(
        name="Kyrgyzstan", precision="country", geonames_id=1527747, latitude=None, longitude=None
    )
    (wide,) = sketches(
        1,
        event("w", incident="a", places=[country, place()]),
        text="Blasts shook Kyrgyzstan. In the cities of Osh and of Batken people fled. ",
    )
    (narrow,) = sketches(2, event("n", incident="a", places=[south]))
    assert compare(wide, narrow).same
    assert not compare(dated(3), narrow).same


def test_a_report_that_only_recalls_one_thing_is_about_it_on_the_one_day_it_names():
    recalled = event("e", day=None, incident="a", background=True)
    (about,) = sketches(
        1, recalled, text="A year ago: the attack of 10 August 2019 in Osh.", published="2020-08-11"
    )
    assert (about.background, about.first, about.last) == (False, AUGUST, AUGUST)
    (passing,) = sketches(2, recalled, text="The city recalled an earlier attack.", published="2019-08-11")
    assert passing.background


def test_a_town_told_in_another_case_places_an_undated_report():
    told = sketches(1, event("dated", places=(place("Perm"),), incident="a"))
    town = undated(2, text="Взрыв в Пермском университете 10 августа", places=())
    assert met(told[0], town)


def test_other_kinds_of_sites_tell_undated_attacks_in_one_town_apart():
    station = replace(undated(1, places=(place(),)), sites=("railway station",))
    bus = replace(undated(2, places=(place(),)), sites=("bus",))
    again = replace(undated(3, places=(place(),)), sites=("bus",))
    assert not compare(station, bus).same
    assert compare(bus, again).score > compare(station, bus).score
    named = replace(bus, names=("btrv",))
    assert compare(named, replace(again, names=("btrv",))).same


def test_the_day_of_an_arrest_is_not_that_of_the_attack_it_answers():
    attack = event("attack", day=None, incident="a")
    arrest = event("arrest", "arrest", "2019-08-14", incident="a", start=40)
    (found,) = sketches(1, attack, arrest, published="2019-08-14")
    assert (found.first, found.days) == (None, ())


def test_an_arrest_in_another_town_follows_the_attack_whose_town_it_names():
    caught = event(
        "caught", "arrest", "2019-08-12", places=(place("Uzgen", geonames_id=5, latitude=40.77), place())
    )
    attack = sketches(1, event("e", incident="a"), toll("t", 13, start=40, incident="a"))
    arrest = sketches(2, replace(caught, incident="b"), toll("t2", 13, start=60, incident="b"))
    assert compare(attack[0], arrest[0]).same


def test_a_trial_is_about_the_day_that_its_report_recalls_not_its_own():
    claims = [
        event("trial", day="2019-11-19", incident="a"),
        event("attack", incident="b", background=True, start=90),
    ]
    verdict = "Two sentenced over the raid on the mill."
    about, _ = sketches(3, *claims, published="2019-11-20", text=verdict)
    assert (about.first, about.last, about.late) == (AUGUST, AUGUST, True)
    fresh, _ = sketches(3, *claims, published="2019-11-20", text="Two held over the raid on the mill.")
    assert fresh.first == date(2019, 11, 19).toordinal()


@pytest.mark.parametrize(("dead", "day"), [(4, "2019-11-19"), (13, "2019-08-10")])
def test_an_attack_beside_the_trial_for_one_that_killed_others_is_of_its_own_day(dead, day):
    claims = [
        event("now", day="2019-11-19", incident="a"),
        toll("dead", dead, start=30, incident="a"),
        event("then", incident="b", background=True, start=90),
        toll("thirteen", 13, start=120, incident="b", background=True),
    ]
    text = "Two sentenced over the raid on the mill."
    assert sketches(3, *claims, published="2019-11-20", text=text)[0].first == (
        date.fromisoformat(day).toordinal()
    )


def test_a_trial_without_a_day_is_of_the_month_of_the_one_act_that_its_report_recalls():
    act = event("then", places=[], incident="b", background=True, start=90)
    object.__setattr__(act, "time", when("2019-08-01", "month", end="2019-08-31"))
    claims = [event("trial", day=None, incident="a"), act]
    trial = sketches(3, *claims, published="2021-05-01", text="Two sentenced over the raid on the mill.")[0]
    assert (trial.first, trial.last) == tuple(date(2019, 8, day).toordinal() for day in (1, 31))
    raid = sketches(3, *claims, published="2021-05-01", text="Gunmen raided the mill.")[0]
    assert raid.first is None


def test_an_anniversary_is_about_the_one_date_that_it_names():
    text = "Families mark the anniversary of the attack of 10 August 2019."
    (about,) = sketches(3, event("e", day=None, incident="a"), published="2024-08-12", text=text)
    assert about.first == AUGUST
    (two,) = sketches(
        3,
        event("e", day=None, incident="a"),
        published="2024-08-12",
        text=f"{text} He was born on 3 May 1990.",
    )
    assert two.first is None
    none = undated(3, text="Families mark the anniversary of the attack.", published="2024-08-12")
    assert compare(none, dated(1)).parts[0].score == weight("time", "unknown")
    assert set(keys_of(none).sought) & set(keys_of(dated(1)).filed)


def test_a_month_that_was_only_counted_back_gives_way_to_the_one_date_near_it():
    def late(day):
        claim = event("e", incident="a", day=None)
        object.__setattr__(claim, "time", when("2019-06-01", "month", end="2019-06-30"))
        text = f"An inquest opened into the attack of {day}."
        return sketches(1, claim, text=text, published="2022-05-01")[0]

    assert late("10 August 2019").first == AUGUST
    assert late("10 August 2021").first == date(2019, 6, 1).toordinal()


def test_undated_reports_are_compared_by_their_day_of_the_week():
    monday, friday = replace(undated(1), weekday=1), replace(undated(2), weekday=5)
    assert not compare(monday, replace(friday, names=("brtv", "krvn"))).same
    assert compare(monday, replace(friday, weekday=1)).score > compare(undated(1), undated(2)).score
    saturday = dated(3)
    assert compare(replace(undated(4), weekday=6), saturday).score > compare(monday, saturday).score


def test_a_night_between_two_days_of_the_week_tells_nothing_apart():
    sunday, monday = replace(undated(1), weekday=7), replace(undated(2), weekday=1)
    assert compare(sunday, monday).score < compare(sunday, replace(monday, night=True)).score
    assert compare(sunday, replace(monday, night=True)).score == compare(undated(1), undated(2)).score
    friday = replace(undated(3), weekday=5, night=True)
    assert compare(sunday, friday).score == compare(sunday, replace(friday, night=False)).score


def test_a_night_is_told_under_two_days():
    night = replace(dated(1, day="2019-08-09"), night=True)
    assert met(night, dated(2))
    assert not compare(dated(1, day="2019-08-09"), dated(2)).same
    assert not compare(replace(dated(1), night=True), dated(2, day="2019-08-09")).same


def test_an_undated_report_that_names_another_day_fits_its_publication_less():
    fits = undated(2, published="2019-08-11")
    other = undated(2, published="2019-08-11", text="It was on 9 August.")
    assert compare(dated(), other).score < compare(dated(), fits).score


def test_what_is_known_by_its_year_meets_what_is_known_by_its_day():
    claim = event("e", incident="a", day=None)
    object.__setattr__(claim, "time", when("2019-01-01", "year", end="2019-12-31"))
    (year,) = sketches(1, claim)
    assert set(keys_of(year).sought) & set(keys_of(dated(2)).filed)
    assert set(keys_of(dated(2)).sought) & set(keys_of(year).filed)
    assert not set(keys_of(dated(3, day="2019-02-01")).sought) & set(keys_of(dated(2)).filed)


def test_the_narrowest_of_the_times_that_are_no_day_counts():
    year, month = event("e", incident="a", day=None), event("f", incident="a", day=None, start=30)
    object.__setattr__(year, "time", when("2019-01-01", "year", end="2019-12-31"))
    object.__setattr__(month, "time", when("2019-08-01", "month", end="2019-08-31"))
    (found,) = sketches(1, year, month)
    assert found.first == date(2019, 8, 1).toordinal()


def test_a_site_by_its_own_name_says_more_than_its_kind():
    one = replace(undated(1), sites=("mall",), site_names=("mall/krvn",))
    other = replace(undated(2), sites=("mall",), site_names=("mall/krvn",))
    assert met(one, other)
    assert not compare(one, replace(other, site_names=("mall/zr",))).same


def test_two_mosques_of_one_town_are_not_one_site_for_being_mosques():
    def at(number, name):
        site = place(name, precision="site")
        return undated(number, places=[place(), site])

    assert compare(at(1, "mosque"), at(2, "mosque")).parts[1].why == "the same town"
    assert compare(at(1, "Nur mosque"), at(2, "Nur mosque")).parts[1].why == "the same site"


def test_a_site_somewhere_in_a_country_is_in_no_town():
    site = place("building", precision="site", latitude=None, longitude=None)
    (found,) = sketches(1, event("e", incident="a", places=[site]))
    assert not found.placed


def test_towns_apart_of_one_name_may_be_one_taken_for_the_other():
    (here,) = sketches(1, event("e", incident="a", places=[place("Aktau")]))
    far = {"geonames_id": 7, "country": "US", "admin1": "Ohio", "latitude": 40.1, "longitude": -83.0}
    (there,) = sketches(2, event("e", incident="a", places=[place("Aktau", **far)]))
    (other,) = sketches(3, event("e", incident="a", places=[place("Lima", **far)]))
    assert met(here, there)
    assert not compare(here, other).same
    (next_day,) = sketches(4, event("e", incident="a", day="2019-08-14", places=[place("Aktau", **far)]))
    assert not compare(here, next_day).same


def test_an_early_count_of_the_least_does_not_speak_against_a_late_one():
    def counting(number, low, high, **more):
        return sketches(
            number, event("e", incident="a"), toll("t", low, high, incident="a", start=30), **more
        )[0]

    least, late = counting(1, 12, None), counting(2, 100, "same")
    assert least.least == ("killed all",)
    assert compare(least, late).score > compare(counting(3, 12, "same"), late).score


def test_without_any_time_other_kinds_of_sites_weigh_more():
    mall, hotel = replace(undated(1), sites=("mall",)), replace(undated(2), sites=("hotel",))
    known = [replace(each, published=AUGUST) for each in (mall, hotel)]
    scores = [
        next(part.score for part in compare(*pair).parts if part.feature == "sites")
        for pair in ((mall, hotel), known)
    ]
    assert scores[0] < scores[1] < 0


def test_what_is_told_again_further_down_dates_what_is_placed_in_a_land_only():
    land = place("Kyrgyzstan", precision="country", geonames_id=1527747)
    claims = [
        event("new", day=None, incident="a", places=[land]),
        event("again", incident="b", background=True, start=90, places=[land]),
    ]
    about, _ = sketches(3, *claims, published="2019-08-14")
    assert about.first == AUGUST
    claims[0] = event("new", day=None, incident="a")
    about, _ = sketches(3, *claims, published="2019-08-14")
    assert about.first is None


def test_what_happened_overnight_began_on_the_eve_that_is_told():
    overnight, eve = event("e", incident="a"), event("f", incident="a", day="2019-08-09", start=30)
    object.__setattr__(overnight, "time", when("2019-08-10", "part_of_day"))
    (found,) = sketches(1, overnight, eve)
    assert found.first == AUGUST - 1
    (alone,) = sketches(1, overnight)
    assert alone.first == AUGUST


@pytest.mark.parametrize(("text", "day"), [("on Saturday night", "2019-08-10"), ("overnight", "2019-08-09")])
def test_a_night_called_by_its_day_of_the_week_began_on_it(text, day):
    night, eve = event("e", incident="a"), event("f", incident="a", day="2019-08-09", start=30)
    object.__setattr__(night, "time", replace(when("2019-08-10", "part_of_day"), text=text))
    (found,) = sketches(1, night, eve)
    assert date.fromordinal(found.first).isoformat() == day


def test_a_round_number_of_wounded_does_not_outweigh_the_dead():
    def counting(number, dead):
        claims = (
            toll("t", dead, incident="a", start=30),
            toll("u", 300, outcome="injured", incident="a", start=60),
        )
        return sketches(number, event("e", incident="a"), *claims)[0]

    few, many, same = counting(1, 90), counting(2, 687), counting(3, 90)
    scores = [
        next(part.score for part in compare(few, other).parts if part.feature == "figures")
        for other in (many, same)
    ]
    assert scores[0] < 0 < scores[1]


def test_a_story_on_another_kind_of_site_has_not_the_day_that_it_recalls():
    now, then = (
        event("now", day=None, incident="a"),
        event("then", places=[], incident="b", background=True, start=90),
    )
    on_a_bus = [replace(now, quote="a bomb near a police station"), replace(then, quote="a bomb on a bus")]
    assert sketches(3, *on_a_bus, published="2019-09-20")[0].first is None
    assert sketches(3, now, then, published="2019-09-20")[0].first == AUGUST


def test_a_first_anniversary_may_be_told_of_the_day_after():
    text = "The first anniversary of the attack was observed here on Saturday."
    about = undated(2, text=text, published="2020-08-11")
    assert AUGUST in about.recalled
    assert met(about, dated(1))


COUNTS = [toll("t", 14, start=40, incident="a"), toll("u", 31, start=60, outcome="injured", incident="a")]


def today(number, published, text="today"):
    """Return what a report that came out on a day tells to have been on it."""
    claim = replace(event("e", incident="a"), time=replace(when(published), text=text))
    (found,) = sketches(number, claim, *COUNTS, published=published)
    return found


def test_what_a_page_of_the_day_after_calls_today_may_be_the_day_before():
    (told,) = sketches(1, event("e", incident="a"), *COUNTS, published="2019-08-10")
    assert met(told, today(2, "2019-08-11"))
    assert not compare(told, today(2, "2019-08-11", text="on Sunday")).same
    assert not compare(told, today(2, "2019-08-12")).same
    early = undated(3, published="2019-08-10")
    named = compare(early, today(2, "2019-08-11", "on Sunday"))
    assert compare(early, today(2, "2019-08-11")).score > named.score


@pytest.mark.parametrize("after", range(6))
def test_an_undated_report_meets_a_dated_one_whichever_comes_first(after):
    for day in range(1, 9):
        one = dated(day=f"2019-08-0{day}")
        other = undated(published=date(2019, 8, day + after).isoformat())
        late, early = keys_of(other), keys_of(one)
        assert set(late.sought) & set(early.filed) and set(early.sought) & set(late.filed)


def test_an_operation_in_a_district_far_off_does_not_take_the_day_and_town_of_the_story():
    district = place("Nookat District", "district", geonames_id=1, latitude=40.2, longitude=72.6)
    near = place("Karasuu District", "district", geonames_id=2, latitude=40.6, longitude=72.85)
    for where, apart in ((district, True), (near, False)):
        claims = [
            event("e1", incident="a"),
            event("e2", "security_operation", day=None, places=[where], start=60, incident="b"),
        ]
        _, operation = sketches_of(report(1, text="x" * 200), claims)
        assert (operation.first is None) is apart
