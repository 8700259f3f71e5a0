from dataclasses import replace

from oqiga.model.claims import Measure
from oqiga.model.moments import earliest, latest
from oqiga.model.span import Span
from oqiga.model.terms import MeasureStatus, MeasureType, PlacePrecision
from oqiga.reconcile.evidence import Evidence
from oqiga.reconcile.measures import by_measure, course, holds, place_of
from told import header, place

TOWN = place()
REGION = place("Aqtobe region", geonames_id=2, precision=PlacePrecision.REGION)
LAND = place("Kazakhstan", geonames_id=3, admin1=None, precision=PlacePrecision.COUNTRY)


def measure(id, type="alert_level", status="in_force", places=True, spot=None, **more):
    return Measure(
        id=id,
        span=Span(0, 4),
        quote="xxxx",
        type=MeasureType(type),
        status=MeasureStatus(status),
        places=(spot or TOWN,) if places else (),
        **more,
    )


def told(claim, day):
    return Evidence(claim, header(claim.id, day))


RAISED = told(measure("red", level="red"), "2016-06-05T18:00")
REPEATED = told(measure("again", level="red", places=False), "2016-06-06T08:00")
LOWERED = told(measure("yellow", level="yellow"), "2016-06-10T09:00")
CURFEW = told(
    measure("curfew", "curfew", valid_from="2016-06-05", valid_until="2016-06-07"), "2016-06-05T20:00"
)
EXTENDED = told(measure("longer", "curfew", valid_until="2016-06-09"), "2016-06-07T12:00")
LIFTED = told(measure("over", "curfew", "lifted"), "2016-06-08T10:00")
ALL = (LIFTED, EXTENDED, CURFEW, LOWERED, REPEATED, RAISED)


def ids(measures):
    return [each.id for each in measures]


def in_force(evidence, as_of):
    """Return the ids of what a reader is shown to hold: of what was known then, in the state it came to."""
    known = [each for each in evidence if earliest(each.at) <= latest(as_of)]
    return [group[-1].id for group in by_measure(course(known)) if holds(group[-1], as_of)]


def test_the_course_tells_each_change_once_and_in_order():
    assert ids(course(ALL)) == ["red", "curfew", "longer", "over", "yellow"]


def test_what_is_in_force_depends_on_the_moment():
    assert in_force(ALL, as_of="2016-06-05") == ["red", "curfew"]
    assert in_force(ALL, as_of="2016-06-07T23:00") == ["red", "longer"]
    assert in_force(ALL, as_of="2016-06-08") == ["red"]
    assert in_force(ALL, as_of="2016-06-11") == ["yellow"]
    assert in_force([CURFEW], as_of="2016-06-08") == []


def test_claims_are_grouped_by_what_they_speak_of_and_what_holds_comes_first():
    assert [ids(group) for group in by_measure(course(ALL))] == [
        ["red", "yellow"],
        ["curfew", "longer", "over"],
    ]


def test_what_is_only_announced_is_not_in_force_before_its_day():
    planned = told(measure("soon", "curfew", "announced", valid_from="2016-07-01"), "2016-06-20")
    assert in_force([planned], as_of="2016-06-25") == []
    assert in_force([planned], as_of="2016-07-02") == ["soon"]


def test_what_ends_in_the_region_ends_in_its_town():
    town = told(measure("town", level="red"), "2016-06-05T18:00")
    region = told(measure("region", level="red", spot=REGION), "2016-06-05T22:00")
    land = told(measure("land", level="yellow", spot=LAND), "2016-06-07T09:00")
    over = told(measure("over", status="lifted", level="red", spot=REGION), "2016-06-10T12:00")
    every = (town, region, land, over)
    assert [ids(group) for group in by_measure(course(every))] == [["land"], ["town", "over"]]
    assert in_force(every, as_of="2016-06-09") == ["town", "land"]
    assert in_force(every, as_of="2016-06-11") == ["land"]


def test_a_cordon_in_the_region_is_none_in_the_town():
    town = told(measure("town", "cordon"), "2016-06-05T18:00")
    over = told(measure("over", "cordon", "lifted", spot=REGION), "2016-06-10T12:00")
    assert in_force((town, over), as_of="2016-06-11") == ["town"]


def nowhere(id, day, *, spot=LAND, **more):
    """A measure whose words name no place: it has that of its report, named elsewhere."""
    return told(replace(measure(id, spot=spot, **more), span=Span(100, 104)), day)


def test_what_is_lifted_without_a_place_is_the_one_that_stands():
    raised = told(measure("red", level="red", spot=REGION), "2016-06-05T18:00")
    over = nowhere("over", "2016-06-07T09:00", status="lifted", level="red")
    (group,) = by_measure(course([raised, over]))
    assert ids(group) == ["red", "over"]
    assert place_of(group) is REGION
    assert in_force([raised, over], as_of="2016-06-08") == []
    again = nowhere("again", "2016-06-06T09:00", level="yellow")
    assert [ids(each) for each in by_measure(course([raised, again]))] == [["red", "again"]]


def test_what_names_its_land_or_may_be_of_two_places_lifts_neither():
    here = told(measure("here", level="red", spot=REGION), "2016-06-05T18:00")
    there = told(
        measure("there", level="red", spot=place("Talas", geonames_id=9, admin1="Talas")), "2016-06-05T19:00"
    )
    over = nowhere("over", "2016-06-07T09:00", status="lifted", level="red")
    assert len(by_measure(course([here, there, over]))) == 3
    named = told(measure("named", status="lifted", level="red", spot=LAND), "2016-06-07T09:00")
    assert len(by_measure(course([here, named]))) == 2
    abroad = nowhere("abroad", "2016-06-07T09:00", status="lifted", spot=replace(LAND, country="KZ"))
    assert len(by_measure(course([here, abroad]))) == 2
    shut = told(measure("shut", "cordon", spot=REGION), "2016-06-05T18:00")
    assert len(by_measure(course([shut, nowhere("other", "2016-06-06", type="cordon")]))) == 2


def unknown(name):
    return place(name, "district", geonames_id=None, latitude=None, longitude=None, country=None, admin1=None)


def test_a_district_that_the_gazetteer_lacks_is_one_in_every_spelling():
    ordered = told(measure("kk", "curfew", spot=unknown("Меркі")), "2025-10-14T11:00")
    lifted = told(measure("ru", "curfew", "lifted", spot=unknown("Меркенский район")), "2025-10-15T13:00")
    town = told(measure("en", "curfew", spot=place("Merki", geonames_id=1520969)), "2025-10-14T15:00")
    other = told(measure("other", "curfew", spot=unknown("Korday district")), "2025-10-14T20:00")
    groups = [ids(group) for group in by_measure(course([ordered, lifted, town, other]))]
    assert groups == [["other"], ["kk", "ru"]]


def test_names_of_few_sounds_and_towns_of_the_gazetteer_are_not_brought_together():
    osh, osinniki = measure("a", "curfew", spot=unknown("Ош")), measure("b", "curfew", spot=unknown("Ошкол"))
    karasu = measure("c", "curfew", spot=place("Karasu", geonames_id=5))
    karasuu = measure("d", "curfew", spot=place("Kara-Suu", geonames_id=6))
    assert len(by_measure([osh, osinniki, karasu, karasuu])) == 4
