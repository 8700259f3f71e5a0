import pytest

from oqiga.errors import NoClaimsError, ReconcileError
from oqiga.model.phrase import phrase
from oqiga.reconcile.arithmetic import disputes_of_parts
from oqiga.reconcile.settle import settle
from oqiga.reconcile.standing import series
from told import place, told, toll

POLICE = ("police spokesman", "police")
HEALTH = ("Health Ministry", "health")
RESIDENTS = ("residents", "witness")
STRUCK = phrase("struck", analyst="A. Editor", at="2020-01-03", reason="a rumour")


def figure(*evidence, policy="default", struck=(), confirmed=()):
    points = series(evidence, dict.fromkeys(struck, STRUCK), frozenset(confirmed))
    return settle(points, policy=policy)


def test_fewer_in_hospital_days_later_are_no_dispute():
    told_then = told(toll("a", 19, outcome="hospitalized"), 1, "2020-01-02", publisher="First")
    told_later = told(toll("b", 12, outcome="hospitalized"), 2, "2020-01-08", publisher="Second")
    assert figure(told_then, told_later)[1] is None
    dead = [
        told(toll(each, n), at, day, publisher=each)
        for each, n, at, day in (("a", 19, 1, "2020-01-02"), ("b", 12, 2, "2020-01-08"))
    ]
    assert figure(*dead)[1] is not None


def easter():
    return (
        told(toll("a", 290, by=("police", "police")), 1, "2019-04-22T08:00"),
        told(toll("b", 359, by=POLICE), 2, "2019-04-24T09:00"),
        told(toll("c", 253, by=HEALTH, approximate=True), 3, "2019-04-25T19:00"),
    )


def test_a_ministry_that_counts_the_dead_again_replaces_the_higher_police_figure():
    settled, dispute = figure(*easter())
    assert (settled.best, settled.low, settled.high) == (253, 253, 253)
    assert dispute is None
    assert [point.standing for point in settled.series] == [False, False, True]
    assert "359 by police spokesman no longer stands" in settled.why
    assert "25 April 2019" in settled.why


@pytest.mark.parametrize(
    ("policy", "best"),
    [
        ("default", 11),
        ("highest-standing", 15),
        ("lowest-standing", 7),
        ("official-first", 11),
        ("majority", 7),
    ],
)
def test_each_policy_chooses_among_the_same_standing_claims(policy, best):
    settled, dispute = figure(
        told(toll("a", 11, by=HEALTH), 1, "2020-01-02T10:00"),
        told(toll("b", 15, by=RESIDENTS), 2, "2020-01-02T11:00"),
        told(toll("c", 7), 3, "2020-01-02T12:00", publisher="Globe"),
        told(toll("d", 7), 4, "2020-01-02T12:30", publisher="Herald"),
        policy=policy,
    )
    assert settled.best == best
    assert (settled.low, settled.high) == (7, 15)
    assert dispute is not None
    assert all(point.standing for point in settled.series)


def test_an_unknown_policy_is_an_error():
    with pytest.raises(ReconcileError, match="known are default"):
        figure(*easter(), policy="guess")


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        pytest.param(
            [
                told(toll("a", 9, by=HEALTH), 1, "2020-01-02T10:00"),
                told(toll("b", 6, by=HEALTH), 2, "2020-01-02T12:00"),
            ],
            (6, 6, 6, False),
            id="the same origin replaces its figure downwards",
        ),
        pytest.param(
            [
                told(toll("a", 9, by=HEALTH), 1, "2020-01-02T10:00"),
                told(toll("b", 5, by=POLICE), 2, "2020-01-02T12:00"),
            ],
            (9, 5, 9, True),
            id="a lower figure of a less well placed office stands beside it",
        ),
        pytest.param(
            [
                told(toll("a", 9, by=HEALTH), 1, "2020-01-02T10:00"),
                told(toll("b", 12, by=POLICE), 2, "2020-01-02T12:00"),
            ],
            (12, 12, 12, False),
            id="a higher figure of any office replaces",
        ),
        pytest.param(
            [
                told(toll("a", 9, by=HEALTH), 1, "2020-01-02T10:00"),
                told(toll("b", 2, by=HEALTH, counts="additional"), 2, "2020-01-03T12:00"),
            ],
            (11, 11, 11, False),
            id="additional dead are added to the total before",
        ),
        pytest.param(
            [
                told(toll("a", 11, by=HEALTH), 1, "2020-01-03T10:00"),
                told(toll("b", 2, by=HEALTH, counts="additional", start=900), 1, "2020-01-03T10:00"),
            ],
            (11, 11, 11, False),
            id="additional dead far below a total in one report are in it already",
        ),
        pytest.param(
            [
                told(toll("a", 9), 1, "2020-01-02T10:00"),
                told(toll("b", 2, counts="additional", start=40), 1, "2020-01-02T10:00"),
            ],
            (11, 11, 11, False),
            id="additional dead in the same breath are added",
        ),
        pytest.param(
            [
                told(toll("a", 24, None, approximate=True), 1, "2020-01-02"),
                told(toll("b", 31, by=HEALTH), 2, "2020-01-03"),
            ],
            (31, 31, 31, False),
            id="dozens hold the exact figure and do not widen it",
        ),
        pytest.param(
            [told(toll("a", 9, None, by=HEALTH), 1, "2020-01-02")],
            (9, 9, None, False),
            id="at least nine is open above",
        ),
        pytest.param(
            [
                told(toll("a", 250, approximate=True), 1, "2020-01-02"),
                told(toll("b", 253, by=HEALTH), 2, "2020-01-02"),
            ],
            (253, 253, 253, False),
            id="a rounded figure agrees",
        ),
        pytest.param(
            [
                told(toll("a", 4, by=HEALTH), 1, "2020-01-02T08:00"),
                told(toll("b", 40, certainty="reported"), 2, "2020-01-02T09:00", publisher="Rumour"),
            ],
            (4, 4, 40, True),
            id="hearsay does not overtake an office but is shown",
        ),
        pytest.param(
            [
                told(toll("a", 4, by=HEALTH), 1, "2020-01-02T08:00"),
                told(toll("b", 6), 2, "2020-01-02T15:00", publisher="Globe"),
            ],
            (6, 4, 6, False),
            id="a later and higher figure in an outlet's own voice overtakes",
        ),
        pytest.param(
            [
                told(toll("a", 9, by=HEALTH), 1, "2020-01-02T10:00"),
                told(toll("b", 9, by=POLICE, certainty="denied"), 2, "2020-01-02T12:00"),
            ],
            (9, 9, 9, True),
            id="denied by another office",
        ),
    ],
)
def test_a_figure_is_settled_from_its_series(evidence, expected):
    settled, dispute = figure(*evidence)
    assert (settled.best, settled.low, settled.high, settled.disputed) == expected
    assert (dispute is not None) == settled.disputed


def test_an_outlet_that_repeats_a_replaced_figure_does_not_bring_it_back():
    late = told(toll("d", 359, by=POLICE), 4, "2019-04-26T08:00", publisher="Late Courier")
    settled, _ = figure(*easter(), late)
    assert settled.best == 253
    assert not settled.series[-1].standing


def test_a_figure_a_report_calls_earlier_falls_in_other_reports_too():
    settled, _ = figure(
        told(toll("a", 6), 1, "2020-01-02T08:00", publisher="Globe"),
        told(toll("b", 6, superseded_by="c"), 2, "2020-01-02T12:00"),
        told(toll("c", 9, by=HEALTH, revises=("updates", "b")), 2, "2020-01-02T12:00"),
    )
    assert settled.best == 9
    assert [(p.claim, p.standing) for p in settled.series] == [("a", False), ("b", False), ("c", True)]


def test_its_own_source_taking_a_figure_back_leaves_nothing_to_settle():
    with pytest.raises(NoClaimsError):
        figure(
            told(toll("a", 9, by=HEALTH), 1, "2020-01-02T10:00"),
            told(toll("b", 9, by=HEALTH, certainty="denied"), 2, "2020-01-02T12:00"),
        )


def test_ten_outlets_with_one_source_are_one_origin():
    copies = [
        told(toll(f"c{n}", 9, by=HEALTH), n, "2020-01-02T10:00", publisher=f"Outlet {n}") for n in range(10)
    ]
    settled, _ = figure(*copies, told(toll("x", 5), 20, "2020-01-02T10:00"), policy="majority")
    assert {point.origin for point in settled.series} == {"health ministry", "daily"}


def test_a_struck_claim_falls_and_a_confirmed_one_wins():
    settled, _ = figure(*easter(), struck=["c"])
    assert settled.best == 359
    settled, _ = figure(*easter(), confirmed=["b"])
    assert settled.best == 359
    assert "confirmed by an analyst" in settled.why


def test_parts_of_the_same_group_are_never_the_total():
    with pytest.raises(NoClaimsError):
        figure(told(toll("a", 2, counts="subset"), 1, "2020-01-02"))


def corrected(*, by=HEALTH):
    new = toll("c", 253, by=by, revises=("corrects", "d"))
    return told(new, 3, "2019-04-25T19:00"), told(
        toll("d", 359, by=by, superseded_by="c"), 3, "2019-04-25T19:00"
    )


def test_what_was_counted_on_the_way_up_falls_with_the_figure_that_is_corrected():
    before = (
        told(toll("a", 321), 1, "2019-04-23T08:00"),
        told(toll("b", 359, by=POLICE), 2, "2019-04-24T09:00"),
    )
    settled, dispute = figure(*before, *corrected())
    assert (settled.best, settled.low, settled.high, dispute) == (253, 253, 253, None)
    assert "revised by Health Ministry" in settled.why
    later = told(toll("e", 300), 4, "2019-04-28T08:00", publisher="Globe")
    disputed, _ = figure(*before, *corrected(), later)
    assert disputed.high == 300


def test_a_correction_by_those_who_do_not_keep_the_count_takes_back_nothing_of_others():
    before = told(toll("a", 321, by=HEALTH), 1, "2019-04-23T08:00")
    settled, _ = figure(before, *corrected(by=RESIDENTS))
    assert settled.best == 321


def test_what_a_report_tells_only_to_correct_it_replaces_nothing_of_others():
    settled, _ = figure(
        told(toll("a", 153, by=HEALTH), 1, "2019-04-25T19:00"),
        told(toll("b", 259, start=40, by=("authorities", "government"), superseded_by="c"), 2, "2019-04-26"),
        told(toll("c", 153, by=HEALTH, background=True), 2, "2019-04-26"),
    )
    assert (settled.best, settled.low, settled.high) == (153, 153, 153)


def test_one_person_that_an_office_tells_of_is_no_new_total():
    settled, _ = figure(
        told(toll("a", 5, by=("Reuters", "media")), 1, "2019-04-22T08:00"),
        told(toll("b", 1, by=POLICE, counts="unknown"), 2, "2019-04-23T08:00"),
    )
    assert settled.best == 5
    assert "1 by police spokesman no longer stands" in settled.why


def test_an_office_that_counts_one_dead_is_heard():
    settled, _ = figure(
        told(toll("a", 5, by=("Reuters", "media")), 1, "2019-04-22T08:00"),
        told(toll("b", 1, by=POLICE), 2, "2019-04-23T08:00"),
    )
    assert settled.best == 1


def test_the_least_that_an_office_told_is_outgrown_by_a_later_count():
    first = told(toll("a", 30, None, by=POLICE), 1, "2020-01-01T12:00")
    assert figure(first, told(toll("b", 60), 2, "2020-01-02T12:00"))[0].best == 60
    assert figure(first, told(toll("b", 60), 2, "2020-01-01T11:00"))[0].best == 30


def test_up_to_twenty_is_not_none():
    settled, _ = figure(told(toll("a", 0, 20), 1, "2020-01-01"))
    assert (settled.low, settled.best, settled.high) == (0, 20, 20)
    assert figure(told(toll("a", 0), 1, "2020-01-01"))[0].best == 0


def lone(*publishers):
    fewer = (
        told(toll(f"f{n}", 12 + n), 2 + n, f"2020-01-{3 + n:02d}", publisher=each)
        for n, each in enumerate(publishers)
    )
    return told(toll("a", 44), 1, "2020-01-02T10:00", publisher="Globe"), *fewer


def test_a_figure_that_stands_alone_is_outvoted_by_many_that_count_less_than_half():
    settled, dispute = figure(*lone("Herald", "Star", "Sun"))
    assert (settled.best, settled.low, settled.high) == (14, 14, 44)
    assert dispute is not None
    assert figure(*lone("Herald", "Star"))[0].best == 44
    again = told(toll("b", 40), 9, "2020-01-02T11:00", publisher="Wire")
    assert figure(*lone("Herald", "Star", "Sun"), again)[0].best == 40


def test_an_older_exact_figure_stands_where_a_later_one_tells_only_the_least():
    exact = told(toll("a", 125), 1, "2020-01-02T10:00", publisher="Globe")
    least = told(toll("b", 71, None), 2, "2020-01-05T10:00", publisher="Herald")
    assert figure(exact, least)[0].best == 125
    more = told(toll("b", 130, None), 2, "2020-01-05T10:00", publisher="Herald")
    assert figure(exact, more)[0].best == 130


def test_a_later_and_higher_figure_that_an_agency_is_said_to_give_overtakes_an_office():
    office = told(toll("a", 2, by=HEALTH), 1, "2020-01-02T10:00")
    agency = toll("b", 12, by=("Wire", "media"), certainty="reported")
    assert figure(office, told(agency, 2, "2020-01-03T10:00"))[0].best == 12
    assert figure(office, told(agency, 2, "2020-01-01T10:00"))[0].best == 2
    hearsay = toll("b", 12, by=("residents", "witness"), certainty="reported")
    assert figure(office, told(hearsay, 2, "2020-01-03T10:00"))[0].best == 2


def test_of_one_day_the_higher_figures_of_several_outlets_stand_before_an_office():
    office = told(toll("a", 75, by=("Senator", "government")), 1, "2020-01-02")
    higher = [told(toll(f"b{n}", n), n, "2020-01-02", publisher=f"Outlet {n}") for n in (77, 84)]
    settled, _ = figure(office, *higher)
    assert (settled.best, settled.low, settled.high) == (84, 75, 84)
    assert figure(office, higher[0])[0].best == 75


def disputes(*evidence):
    return disputes_of_parts([settle([point])[0] for point in series(evidence, {})])


def test_attackers_are_left_out_of_a_total_that_holds_just_those_they_attacked():
    dead = told(toll("a", 2), 1, "2020-01-02", publisher="First")
    staff = told(toll("b", 2, group="civilians"), 2, "2020-01-02", publisher="Second")
    bandits = told(toll("c", 5, group="attackers"), 3, "2020-01-03", publisher="Third")
    assert disputes(dead, staff, bandits) == ()
    fewer = told(toll("b", 1, group="civilians"), 2, "2020-01-02", publisher="Second")
    assert len(disputes(dead, fewer, bandits)) == 1


def test_some_of_those_taken_may_have_got_away_when_the_rest_is_counted():
    held = told(toll("a", 73, outcome="abducted"), 1, "2020-01-08", publisher="First")
    taken = told(toll("b", 101, group="children", outcome="abducted"), 2, "2020-01-02", publisher="Second")
    same_day = told(toll("b", 101, group="children", outcome="abducted"), 2, "2020-01-08", publisher="Second")
    assert disputes(held, taken) == ()
    assert len(disputes(held, same_day)) == 1


def test_up_to_thirty_tells_no_least_and_confirms_nothing():
    office = told(toll("a", 9, by=HEALTH), 1, "2020-01-01T10:00")
    rumour = told(toll("b", 0, 30, by=RESIDENTS), 2, "2020-01-01T12:00")
    for policy in ("default", "lowest-standing", "majority"):
        settled, _ = figure(office, rumour, policy=policy)
        assert (settled.low, settled.best, settled.high) == (9, 9, 30)
        assert settled.claims == ("a",)
        assert "origins agree" not in settled.why
    below, dispute = figure(office, told(toll("b", 0, 5, by=POLICE), 2, "2020-01-01T12:00"))
    assert below.low == 9
    assert "police spokesman says up to 5" in dispute.why


def test_the_series_says_which_claims_deny():
    settled, _ = figure(
        told(toll("a", 9, by=HEALTH), 1, "2020-01-01T10:00"),
        told(toll("b", 9, by=POLICE, certainty="denied"), 2, "2020-01-01T12:00"),
    )
    assert [(each.claim, each.denied, each.standing) for each in settled.series] == [
        ("a", False, True),
        ("b", True, False),
    ]


def at_market(id, low, **more):
    return told(toll(id, low, place=place("market", "site"), **more), 1, "2020-01-01T10:00")


def test_a_count_of_one_site_is_no_total_but_one_put_right_against_another_speaker_is():
    whole = told(toll("w", 20, by=POLICE, start=40), 1, "2020-01-01T10:00")
    assert [point.claim for point in figure(at_market("a", 7, by=HEALTH), whole)[0].series] == ["w"]
    lowered = at_market("a", 7, by=HEALTH, revises=("corrects", None))
    assert figure(lowered, whole)[0].best == 7
    same = told(toll("w", 20, by=HEALTH, start=40), 1, "2020-01-01T10:00")
    assert [point.claim for point in figure(lowered, same)[0].series] == ["w"]
    withdrawn = told(toll("w", 20, by=HEALTH, start=40, certainty="denied"), 1, "2020-01-01T10:00")
    assert figure(at_market("a", 7, by=HEALTH), withdrawn)[0].best == 7


def test_who_tells_only_the_least_does_not_give_a_higher_figure():
    settled, _ = figure(
        told(toll("a", 3, None, by=RESIDENTS), 1, "2020-01-02T10:00"),
        told(toll("b", 9, by=HEALTH), 2, "2020-01-02T12:00"),
    )
    assert (settled.best, settled.claims) == (9, ("b",))
    assert "agree" not in settled.why
    least, _ = figure(
        told(toll("a", 9, None, by=RESIDENTS), 1, "2020-01-02T10:00"),
        told(toll("b", 9, by=HEALTH), 2, "2020-01-02T12:00"),
    )
    assert (least.best, set(least.claims)) == (9, {"a", "b"})


def test_a_late_copy_tells_an_old_figure_and_is_not_cited_for_it():
    settled, _ = figure(
        told(toll("a", 4, by=POLICE), 1, "2020-01-02T10:00", publisher="Wire"),
        told(toll("copy", 4, by=POLICE), 2, "2020-01-02T13:00", publisher="Herald", root="r-1"),
    )
    assert (settled.claims, settled.as_of) == (("a",), "2020-01-02T10:00")
    assert [(point.claim, point.standing) for point in settled.series] == [("copy", False), ("a", True)]
    since, _ = figure(
        told(toll("a", 4, by=POLICE), 1, "2020-01-02T10:00", publisher="Wire"),
        told(toll("copy", 4, by=POLICE), 2, "2020-01-02T13:00", publisher="Herald", root="r-1"),
        told(toll("b", 7, by=POLICE), 3, "2020-01-02T14:00"),
    )
    assert since.why.count("4 by police spokesman no longer stands") == 1


def test_a_late_copy_does_not_outdate_a_figure_told_since():
    doctors = ("City Hospital", "health")
    settled, _ = figure(
        told(toll("a", 8, by=doctors), 1, "2020-01-02T10:00", publisher="Wire"),
        told(toll("b", 7, by=HEALTH), 2, "2020-01-02T12:00"),
        told(toll("copy", 8, by=doctors), 3, "2020-01-02T13:00", publisher="Herald", root="r-1"),
    )
    assert settled.best == 7
