from dataclasses import replace

import pytest

from oqiga.model.terms import EventType
from oqiga.reconcile.blocks import keys_of
from oqiga.reconcile.compare import compare
from oqiga.reconcile.group import divide, resolve
from oqiga.reconcile.heading import title_of
from oqiga.reconcile.links import Links
from oqiga.reconcile.naming import skeleton
from oqiga.reconcile.sketch import resemblance, signature_of, sketch_from_json, sketch_to_json
from oqiga.reconcile.sketching import sketches_of
from told import event, place, report, toll, when

ALMATY = {"name": "Almaty", "geonames_id": 1526384, "country": "KZ", "admin1": "Almaty"}
ALMATY |= {"latitude": 43.25, "longitude": 76.91}
NEXT_DOOR = {"name": "Kara-Suu", "geonames_id": 1, "latitude": 40.6, "longitude": 72.85}
KYRGYZSTAN = {
    "name": "Kyrgyzstan",
    "precision": "country",
    "geonames_id": 1527747,
    "latitude": 41.0,
    "longitude": 75.0,
}


def sketch(number, day="2019-08-10", published="2019-08-11", places=None, text="x" * 400, tolls=(), **more):
    claims = [event(f"e{number}", day=day, places=places, incident="a", **more), *tolls]
    (found,) = sketches_of(report(number, published=published, text=text), claims)
    return found


def counted(number, count):
    return toll(f"t{number}", count, start=40, incident="a")


def same(left, right):
    one, other = compare(left, right), compare(right, left)
    assert one.score == other.score
    assert one.why.startswith("one incident" if one.same else "not one incident")
    assert set(keys_of(left).sought) & set(keys_of(right).filed) or not one.same
    assert set(keys_of(right).sought) & set(keys_of(left).filed) or not one.same
    return one.same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param({}, {}, id="one day, one town"),
        pytest.param({}, {"type": "bombing"}, id="types used for one attack"),
        pytest.param({}, {"day": None}, id="undated, out the next day"),
        pytest.param({"day": None}, {"day": None}, id="both undated, out together"),
        pytest.param({}, {"places": [place(**NEXT_DOOR)]}, id="the suburb next door"),
        pytest.param({}, {"type": "security_operation"}, id="the response on the same day"),
        pytest.param(
            {"tolls": [counted(1, 27)]},
            {"tolls": [counted(2, 27)], "places": [place(**KYRGYZSTAN)]},
            id="only the country, the same toll",
        ),
        pytest.param(
            {},
            {
                "day": None,
                "places": [],
                "text": "Attacks. People mourn the dead of the Osh attacks. " * 9,
                "tolls": [counted(2, 27)],
            },
            id="neither day nor place, but the town is named",
        ),
    ],
)
def test_one_incident(left, right):
    left.setdefault("tolls", [counted(1, 27)])
    assert same(sketch(1, **left), sketch(2, **right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param({}, {"day": "2019-08-11"}, id="a day apart"),
        pytest.param({}, {"day": "2018-08-10"}, id="a year apart"),
        pytest.param({}, {"places": [place(**ALMATY)]}, id="another country"),
        pytest.param({}, {"type": "protest"}, id="a protest on the day of an attack"),
        pytest.param({}, {"day": None, "published": "2019-10-01"}, id="undated, out weeks later"),
        pytest.param({}, {"day": None, "published": "2019-08-09"}, id="undated, out before"),
        pytest.param(
            {"tolls": [counted(1, 9)]},
            {"day": "2019-08-11", "tolls": [counted(2, 9)]},
            id="a day apart, same toll",
        ),
        pytest.param({}, {"background": True, "day": None}, id="recalled without a day"),
    ],
)
def test_not_one_incident(left, right):
    assert not same(sketch(1, **left), sketch(2, **right))


@pytest.mark.parametrize(("published", "one"), [("2019-08-10", True), ("2019-08-12", False)])
def test_who_comes_out_on_the_day_before_by_another_clock_is_of_the_day(published, one):
    ahead = sketch(1, day="2019-08-11", published=published)
    assert same(ahead, sketch(2, day=None, published="2019-08-10")) is one


def test_a_report_that_tells_two_incidents_apart_keeps_them_apart_unless_they_are_parts():
    text = "x" * 400
    apart = [event("a", day="2019-08-10", incident="a"), event("b", day="2019-08-12", incident="b", start=60)]
    one, other = sketches_of(report(1, text=text), apart)
    assert not compare(one, other).same
    parts = [event("a", incident="a"), event("b", incident="b", start=60)]
    one, other = sketches_of(report(1, text=text), parts)
    assert compare(one, other).same


@pytest.mark.parametrize(("night", "one"), [(True, True), (False, False)])
def test_what_one_report_tells_of_a_night_and_of_its_day_may_be_one(night, one):
    told = [event("a", day="2019-08-09", incident="a"), event("b", day="2019-08-10", incident="b", start=60)]
    first, other = sketches_of(report(1, text=" ".join(f"word{each}" for each in range(99))), told)
    assert compare(replace(first, night=night), other).same is one


def test_what_one_report_tells_of_a_town_without_a_time_is_of_the_attack_there():
    told = [event("a", day=None, incident="a"), event("b", incident="b", start=60)]
    untold, dated = sketches_of(report(1, text=" ".join(f"word{each}" for each in range(99))), told)
    assert compare(untold, dated).same
    assert compare(untold, replace(dated, first=None, last=None)).same
    assert not compare(replace(untold, background=True), dated).same
    assert not compare(replace(untold, types=("shelling",)), replace(dated, types=("stabbing",))).same
    assert not compare(replace(untold, sites=("mosque",)), replace(dated, sites=("market",))).same
    assert not compare(replace(untold, spots=()), dated).same


def test_who_names_the_town_tells_of_the_attack_where_kind_site_and_people_agree():
    almaty = sketch(1, day=None, published=None, places=[place(**ALMATY)], text="One.")
    told = replace(almaty, sites=("school",), hit=("pupil",))
    naming = replace(told, id="i-2", report="r-2", spots=(), towns=(), mentions=told.towns)
    assert compare(told, naming).same
    assert not compare(told, replace(naming, hit=())).same
    assert not compare(told, replace(naming, mentions=())).same


def test_a_verdict_is_about_the_attack_it_recalls():
    claims = [
        event("verdict", "arrest", None, places=[], incident="a"),
        event("attack", day="2019-08-10", incident="b", background=True, start=90),
    ]
    verdict, attack = sketches_of(report(1, published="2020-03-02", text="x" * 400), claims)
    assert (verdict.first, verdict.spots) == (attack.first, attack.spots)


def test_a_month_recalled_twice_is_one_incident():
    month = {"time": when("2010-06-01", "month", end="2010-06-30")}

    def recalled(number):
        claim = replace(event(f"e{number}", incident="a", background=True), **month)
        (found,) = sketches_of(report(number, text="x" * 400), [claim])
        return found

    assert same(recalled(1), recalled(2))


def test_texts_that_share_their_words_resemble_each_other():
    words = [f"word{n}" for n in range(300)]
    text, cut, other = " ".join(words), " ".join(words[30:]), " ".join(reversed(words))
    assert resemblance(signature_of(text), signature_of(text)) == 1
    assert resemblance(signature_of(text), signature_of(cut)) > 0.7
    assert resemblance(signature_of(text), signature_of(other)) < 0.2
    assert signature_of("too short") == ()


def test_a_sketch_survives_being_filed():
    found = sketch(1, tolls=[counted(1, 9)])
    assert sketch_from_json(sketch_to_json(found)) == found


def test_a_report_that_mixes_two_days_does_not_chain_them():
    first = [sketch(n, published="2019-08-11") for n in (1, 2)]
    second = [sketch(n, day="2019-08-11", published="2019-08-12") for n in (3, 4)]
    mixed = sketch(5, day=None, published="2019-08-12")
    web = [*first, *second, mixed]
    groups = {frozenset(each.report for each in group) - {"r-5"} for group in divide(web)}
    assert groups == {frozenset({"r-1", "r-2"}), frozenset({"r-3", "r-4"})}


def test_what_analysts_joined_or_parted_stays_so():
    one, other, third = sketch(1), sketch(2), sketch(3, day="2019-09-01")
    by_id = {each.id: each for each in (one, other, third)}
    assert len(resolve(by_id)) == 2
    assert len(resolve(by_id, Links(merged=((one.id, third.id),)))) == 1
    assert len(resolve(by_id, Links(apart=((other.id,),)))) == 3


def test_an_english_title_names_a_town_in_latin_letters_though_no_report_does():
    title = title_of(EventType.BOMBING, when("2016-06-05"), [place("Ош")], ())
    assert title == "Bombing in Osh, 5 June 2016"
    assert title_of(EventType.BOMBING, when("2016-06-05"), [place("Оша")], ()) == title
    unknown = title_of(EventType.BOMBING, when("2016-06-05"), [place("Хобда", geonames_id=None)], ())
    assert unknown == "Bombing in Хобда, 5 June 2016"


def spot_of(number, day="2019-08-10", **more):
    return sketch(number, day=day, places=[place("Osh", **more)])


def scored(one, other, feature):
    return next(part for part in compare(one, other).parts if part.feature == feature)


def test_towns_under_three_kilometres_apart_are_one_spot():
    here = spot_of(1)
    near = spot_of(2, geonames_id=777, latitude=40.54, longitude=72.81)
    beyond = spot_of(3, geonames_id=778, latitude=40.63, longitude=72.9)
    assert scored(here, near, "place").score == scored(here, spot_of(4), "place").score
    assert scored(here, beyond, "place").score < scored(here, near, "place").score


def test_reports_that_share_two_towns_are_of_one_whichever_they_tell_first():
    almaty = place("Almaty", geonames_id=1526384, latitude=43.25, longitude=76.91)
    wave, turned = sketch(1, places=[place("Osh"), almaty]), sketch(2, places=[almaty, place("Osh")])
    assert (
        scored(wave, turned, "place").score == scored(wave, sketch(3, places=[place("Osh")]), "place").score
    )
    other = sketch(4, places=[place("Taraz", geonames_id=1, latitude=42.9, longitude=71.4), place("Osh")])
    assert scored(wave, other, "place").score < scored(wave, turned, "place").score


def test_a_night_told_under_the_day_after_is_that_of_the_eve():
    eve, day = sketch(1, day="2019-08-09"), sketch(2, day="2019-08-10")
    assert not compare(eve, day).same
    overnight = replace(day, eve=True)
    assert scored(eve, overnight, "time").why == "the night between the two days"
    assert compare(eve, overnight).same


def test_a_round_number_as_the_least_is_little_evidence():
    one, other = (
        replace(sketch(number), figures=(("killed all", 40),), least=("killed all",)) for number in (1, 2)
    )
    exact = [replace(each, least=()) for each in (one, other)]
    odd = [replace(each, figures=(("killed all", 43),)) for each in (one, other)]
    assert scored(one, other, "figures").score < scored(*exact, "figures").score
    assert scored(one, exact[1], "figures").score == scored(one, other, "figures").score
    assert scored(*odd, "figures").score == scored(*exact, "figures").score


def test_a_name_of_the_incident_counts_where_the_other_report_mentions_it():
    one = replace(sketch(1), names=("fnsbr",), mentions=("fnsbr",))
    told, silent = (
        replace(sketch(2), names=(), mentions=("fnsbr",)),
        replace(sketch(3), names=(), mentions=()),
    )
    assert scored(one, told, "names").score > scored(one, silent, "names").score == 0
    both = replace(told, names=("fnsbr",))
    assert scored(one, both, "names").score > scored(one, told, "names").score


def test_a_town_in_another_case_is_no_name_that_both_tell():
    town = skeleton("Грозный")
    left, right = (replace(sketch(n), towns=(town,), names=(skeleton("Грозном"),)) for n in (1, 2))
    assert scored(left, right, "names").score == 0


def undated(number, **more):
    return replace(sketch(number, published=None), first=None, last=None, published=None, **more)


def test_without_dates_a_group_that_strikes_again_and_again_says_nothing():
    left, right = (undated(number, names=("front", "rebel"), groups=("front", "rebel")) for number in (1, 2))
    assert not compare(left, right).same
    assert compare(replace(left, groups=()), replace(right, groups=())).same


def test_without_dates_close_counts_of_the_dead_do_not_outweigh_other_counts_of_the_wounded():
    left = undated(1, figures=(("injured all", 61), ("killed all", 28)))
    right = undated(2, figures=(("injured all", 75), ("killed all", 27)))
    assert not compare(left, right).same
    assert compare(left, replace(right, figures=(("injured all", 63), ("killed all", 27)))).same


def test_thirty_wounded_as_the_least_is_a_round_number_too():
    left, right = (undated(n, figures=(("injured all", 30),), least=("injured all",)) for n in (1, 2))
    assert any(part.score == 1.0 for part in compare(left, right).parts if part.feature == "figures")


def test_the_same_count_of_the_wounded_beside_that_of_the_dead_says_more():
    figures = (("injured all", 54), ("killed all", 9))
    left, right, dead = (undated(n, figures=figures[n > 2 :]) for n in (1, 2, 3))
    assert scored(left, right, "figures").score > scored(left, dead, "figures").score
    rough = [
        replace(each, figures=(("injured all", 50), ("killed all", 9)), least=("injured all",))
        for each in (left, right)
    ]
    assert scored(left, right, "figures").score > scored(*rough, "figures").score
    assert scored(*rough, "figures").score > scored(left, dead, "figures").score


@pytest.mark.parametrize("quarter", ["востоке Алматы", "east Almaty", "центре Алматы"])
def test_a_quarter_told_by_where_it_lies_is_no_site_with_a_name(quarter):
    places = [place(**{**ALMATY, "name": quarter}, precision="neighbourhood"), place(**ALMATY)]
    left, right = (sketch(number, places=places) for number in (1, 2))
    assert all(part.score <= 3.0 for part in compare(left, right).parts if part.feature == "place")


def test_the_middle_of_a_town_is_no_site_with_a_name():
    places = [place(**{**ALMATY, "name": "central Almaty"}, precision="neighbourhood"), place(**ALMATY)]
    left, right = (sketch(number, places=places) for number in (1, 2))
    assert all(part.score <= 3.0 for part in compare(left, right).parts if part.feature == "place")


def test_a_report_that_recalls_another_attack_is_not_about_it():
    old = undated(1, figures=(("injured all", 61), ("killed all", 28)))
    new = undated(2, figures=(("injured all", 125), ("killed all", 34)), names=("hall",))
    recalled = replace(
        undated(3, figures=(("killed all", 28),)), report=new.report, id="i-recalled", background=True
    )
    alike = replace(old, names=("hall",))
    scores = {frozenset((new.id, alike.id)): 5.5, frozenset((recalled.id, alike.id)): 6.0}
    groups = divide(
        [alike, new, recalled],
        score=lambda one, other: scores.get(frozenset((one.id, other.id)), -9.0),
    )
    assert {frozenset(each.id for each in group) for group in groups} == {
        frozenset((alike.id, recalled.id)),
        frozenset((new.id,)),
    }


def test_when_undated_reports_were_entered_does_not_matter():
    one, other, third = (undated(n, figures=(("killed all", 28),)) for n in (1, 2, 3))
    early = [replace(each, known=f"2020-01-0{day}") for each, day in ((one, 1), (other, 2), (third, 3))]
    late = [replace(each, known=f"2020-01-0{day}") for each, day in ((one, 3), (other, 2), (third, 1))]
    first, second = ({frozenset(each.id for each in group) for group in divide(web)} for web in (early, late))
    assert first == second


def test_a_type_that_is_seldom_says_more_of_two_reports_of_a_town():
    left, right = (undated(n, types=("vehicle_attack",)) for n in (1, 2))
    assert compare(left, right).score > compare(undated(3), undated(4)).score


HUNDREDS = {"day": None, "published": "2019-08-15", "places": [place(**KYRGYZSTAN)]}


@pytest.mark.parametrize(
    ("sites", "counts", "expected"),
    [
        (("church", "hotel"), (185, 250), True),
        (("church", "hotel"), (18, 25), False),
        (("market",), (185, 250), False),
    ],
    ids=["hundreds dead, the same kinds of sites", "few dead", "other sites"],
)
def test_of_hundreds_of_dead_at_several_kinds_of_sites_there_is_one_in_a_week(sites, counts, expected):
    left = replace(sketch(1, tolls=[counted(1, counts[0])]), sites=("church", "hotel"))
    right = replace(sketch(2, tolls=[counted(2, counts[1])], **HUNDREDS), sites=sites)
    assert same(left, right) is expected


SUBURB = {"name": "Kara-Balta", "geonames_id": 2, "latitude": 40.9, "longitude": 72.8}
FAR_SUBURB = SUBURB | {"latitude": 41.3}
NAMING = "The airport lies near Kara-Balta. People flew from there. " * 9


@pytest.mark.parametrize(
    ("spot", "text", "counts", "expected"),
    [
        (SUBURB, NAMING, (31, 31), True),
        (SUBURB, "x" * 400, (31, 31), False),
        (SUBURB, NAMING, (3, 40), False),
        (FAR_SUBURB, NAMING, (31, 31), True),
        (FAR_SUBURB, NAMING, (12, 14), False),
    ],
    ids=["suburb named", "not named", "another count", "farther, one count", "farther, other counts"],
)
def test_a_suburb_that_the_other_report_names_may_be_the_city(spot, text, counts, expected):
    left = sketch(1, text=text, tolls=[counted(1, counts[0])])
    right = sketch(2, places=[place(**spot)], tolls=[counted(2, counts[1])])
    assert compare(left, right).same is expected
