from oqiga.model.span import Span
from oqiga.reconcile.group import divide
from oqiga.reconcile.kinship import threshold
from oqiga.reconcile.sketch import Sketch
from oqiga.reconcile.uniting import SLACK, linked


def sketch(name, **more):
    return Sketch(id=name, report=name, span=Span(0, 9), types=("armed_attack",), **more)


def incidents(web, points):
    """Divide a web by points of pairs, written "a b"; others have none."""
    both = {frozenset(pair.split()): value for pair, value in points.items()}
    found = divide(web, score=lambda one, other: both.get(frozenset((one.id, other.id)), 0.0))
    return {frozenset(each.id for each in incident) for incident in found}


def test_what_names_no_day_does_not_bring_two_days_together():
    web = [sketch("a"), sketch("b", told=("--12-18",)), sketch("c", told=("--05-19",))]
    points = {"a b": 5.25, "a c": 5.75, "b c": 2.0}
    assert incidents(web, points) == {frozenset("ac"), frozenset("b")}


def test_a_sketch_agrees_with_two_of_an_incident_whatever_the_others_leave_untold():
    web = [sketch(name, told=("--06-05",)) for name in "abcdef"] + [sketch("x")]
    points = {f"{one} {other}": 7.0 for one in "abcdef" for other in "abcdef" if one < other}
    points |= {"x a": 5.5, "x b": 5.25, "x c": 4.25, "x d": 4.25, "x e": 4.25, "x f": 4.25}
    assert incidents(web, points) == {frozenset("abcdefx")}


def test_the_few_that_came_early_are_compared_once_more():
    web = [sketch("a", names=tuple("pqr")), sketch("b", names=tuple("pq")), sketch("c"), sketch("d")]
    points = {"a b": 4.0, "a c": 6.0, "a d": 5.0, "b c": 5.5, "b d": 5.0, "c d": 6.0}
    assert incidents(web, points) == {frozenset("abcd")}


def test_what_tells_its_day_is_not_looked_at_again():
    day = {"first": 737000, "last": 737000}
    web = [
        sketch("a", names=tuple("pqr"), **day),
        sketch("b", names=tuple("pq"), **day),
        sketch("c"),
        sketch("d"),
    ]
    points = {"a b": 2.0, "a c": 5.5, "a d": 4.5, "b c": 5.0, "b d": 4.5, "c d": 5.5}
    assert frozenset("b") in incidents(web, points)


def two_that_opened_apart(between, **more):
    """Divide two incidents of two reports each, the second of which opened with what agrees little."""
    web = [sketch(name, names=tuple("pqr"), first=737000, last=737000) for name in "ab"]
    web += [sketch(name, names=tuple("pq"), **{"first": 737000, "last": 737000, **more}) for name in "yz"]
    points = {"a b": 7.0, "y z": 7.0, "a y": 3.0, "b y": 3.0, "a z": between, "b z": between}
    return incidents(web, points)


def test_whole_incidents_are_one_when_their_reports_agree_on_average():
    assert two_that_opened_apart(5.5) == {frozenset("abyz")}
    assert two_that_opened_apart(4.5) == {frozenset("ab"), frozenset("yz")}


def test_whole_incidents_of_two_days_are_two_however_well_they_agree():
    assert two_that_opened_apart(5.5, first=737003, last=737003) == {frozenset("ab"), frozenset("yz")}


def test_a_day_that_speaks_against_an_incident_is_heard_however_many_tell_none():
    web = [sketch(each, told=("--05-19",)) for each in "ab"] + [sketch(each) for each in "cdefgh"]
    points = {f"{one} {other}": 6.0 for one in "abcdefgh" for other in "abcdefgh" if one < other}
    late = sketch("x", told=("--12-18",))
    points |= {f"x {each}": 6.0 for each in "cdefgh"} | {"x a": 3.0, "x b": 3.0}
    assert frozenset("x") in incidents([*web, late], points)


def test_an_undated_report_that_counts_far_other_dead_is_of_another_incident():
    web = [sketch(each, figures=(("killed all", 170),)) for each in "ab"] + [sketch(each) for each in "cd"]
    points = {f"{one} {other}": 6.0 for one in "abcdx" for other in "abcdx" if one < other}
    few = sketch("x", figures=(("killed all", 16),))
    assert incidents([*web, few], points) == {frozenset("abcd"), frozenset("x")}
    dated = sketch("x", figures=(("killed all", 16),), published=738000)
    assert incidents([*web, dated], points) == {frozenset("abcdx")}


def test_far_other_dead_of_one_named_day_are_those_of_another_hour():
    web = [sketch(each, figures=(("killed all", 3),), told=("--06-05",)) for each in "ab"]
    points = {"a b": 6.0, "a x": 6.0, "b x": 6.0}
    late = sketch("x", figures=(("killed all", 19),), told=("--06-05",))
    assert incidents([*web, late], points) == {frozenset("abx")}


def between_two(**told):
    """Divide two incidents and a sketch x that agrees with two of one, and with all of the other."""
    web = [sketch(name, names=tuple("pqrs"), **told) for name in "abc"]
    web += [sketch(name, names=tuple("pq")) for name in "yz"] + [sketch("x")]
    points = {"a b": 6.5, "a c": 6.5, "b c": 6.5, "y z": 7.0, "x y": 7.0, "x z": 7.0, "x a": 7.0, "x b": 7.0}
    return incidents(web, points)


def test_an_undated_sketch_goes_with_those_that_it_agrees_with_best_on_the_whole():
    assert between_two() == {frozenset("abc"), frozenset("xyz")}


def test_what_was_placed_with_dated_reports_does_not_move():
    assert between_two(published=737000) == {frozenset("abcx"), frozenset("yz")}


def test_what_nobody_dates_moves_to_whom_it_fits_best_once_all_are_there():
    day = {"published": 737000}
    web = [sketch(name, names=tuple("pqr"), **day) for name in "abcd"]
    web += [sketch("x", names=tuple("pq")), sketch("y")]
    points = {"a b": 7.0, "c d": 7.0, "x a": 5.5, "x b": 5.5, "x c": 3.0, "x d": 5.0}
    points |= {"y c": 8.0, "y d": 8.0}
    assert incidents(web, points) == {frozenset("abx"), frozenset("cdy")}
    assert incidents(web, points | {"x y": 8.0}) == {frozenset("ab"), frozenset("cdxy")}


def test_half_a_point_less_brings_two_dated_reports_before_those_who_divide():
    dated, other, undated = sketch("a", published=737000), sketch("b", published=737001), sketch("c")
    assert linked(dated, other, threshold() - SLACK) and not linked(dated, other, threshold() - SLACK - 0.1)
    assert linked(dated, undated, threshold()) and not linked(dated, undated, threshold() - SLACK)
