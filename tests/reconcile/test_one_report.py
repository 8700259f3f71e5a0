from dataclasses import replace

from oqiga.model.claims import Participant
from oqiga.model.decision import Anchor, Decision, DecisionKind
from oqiga.model.span import Span
from oqiga.model.terms import ParticipantKind
from oqiga.reconcile import incident as incidents
from oqiga.reconcile.arithmetic import people
from told import event, place, report, toll


def build_incidents(report, claims, decisions=(), **more):
    return incidents.build_incidents([report], {report.id: claims}, decisions, **more)


def decision(kind, claim, at="2019-08-12", **more):
    about = (Anchor(id=claim.id, report="r-1", kind=claim.kind, span=claim.span),)
    return Decision(
        id=f"d-{kind}",
        kind=DecisionKind(kind),
        analyst="A. Editor",
        reason="checked",
        at=at,
        about=about,
        **more,
    )


def attack():
    return (
        event("e", incident="i"),
        toll("all", 18, incident="i", start=30),
        toll("bad", 12, group="attackers", counts="subset", part_of="all", incident="i", start=60),
        toll("clerks", 2, group="civilians", incident="i", start=90),
        toll("police", 3, group="police", incident="i", start=120),
        event("old", "clash", "2010-06-10", incident="j", background=True, start=200),
        toll("dead", 401, None, incident="j", background=True, start=220),
    )


def figures(incident):
    return {(t.outcome.value, t.group.value): t.best for t in incident.tolls}


def test_background_is_an_incident_of_its_own_and_comes_last():
    first, second = build_incidents(report(1), attack())
    assert (first.id, first.background, second.id, second.background) == ("i", False, "j", True)
    assert figures(second) == {("killed", "all"): 401}


def test_attackers_have_a_figure_of_their_own_and_parts_never_add_to_the_total():
    incident, _ = build_incidents(report(1), attack())
    assert figures(incident) == {
        ("killed", "all"): 18,
        ("killed", "attackers"): 12,
        ("killed", "civilians"): 2,
        ("killed", "police"): 3,
    }
    assert people(incident.tolls) == 18
    assert incident.disputes == ()


def test_parts_that_are_more_than_the_total_are_a_dispute_that_names_the_claims():
    claims = (*attack()[:3], toll("more", 9, group="civilians", incident="i", start=90))
    (incident,) = build_incidents(report(1), claims)
    (dispute,) = incident.disputes
    assert set(dispute.claims) == {"all", "bad", "more"}
    assert "more than the 18 in all" in dispute.why


def test_nothing_is_known_before_the_report_came_out():
    assert build_incidents(report(1), attack(), as_of="2019-08-10") == ()
    assert len(build_incidents(report(1), attack(), as_of="2019-08-11")) == 2


def test_a_correction_counts_from_the_day_it_was_made():
    claims = attack()
    fix = decision("correct", claims[1], values={"low": 17, "high": 17})
    incident, _ = build_incidents(report(1), claims, [fix])
    assert figures(incident)["killed", "all"] == 17
    incident, _ = build_incidents(report(1), claims, [fix], as_of="2019-08-11")
    assert figures(incident)["killed", "all"] == 18


def test_a_strike_finds_its_words_again_after_the_report_was_read_anew():
    claims = attack()
    strike = decision("strike", claims[2])
    anew = toll("other-id", 12, group="attackers", incident="i", start=62)
    incident, _ = build_incidents(report(1), (*claims[:2], anew, *claims[3:]), [strike])
    assert ("killed", "attackers") not in figures(incident)


def test_a_withdrawn_decision_has_no_effect():
    claims = attack()
    strike = decision("strike", claims[1])
    back = Decision(
        id="w", kind=DecisionKind.WITHDRAW, analyst="B", reason="wrong", at="2019-08-13", withdraws=strike.id
    )
    incident, _ = build_incidents(report(1), claims, [strike])
    assert ("killed", "all") not in figures(incident)
    incident, _ = build_incidents(report(1), claims, [strike, back])
    assert figures(incident)["killed", "all"] == 18


def test_the_timeline_is_in_order_and_every_entry_names_claims():
    incident, _ = build_incidents(report(1), attack())
    moments = [entry.at for entry in incident.timeline]
    assert moments == sorted(moments)
    assert all(entry.claims for entry in incident.timeline)
    assert incident.timeline[0].what == "armed attack (accomplished)"


def test_tolls_tell_the_place_where_no_event_does():
    (incident,) = build_incidents(report(1), [toll("t", 17, incident="i", place=place())])
    assert (incident.title, [each.name for each in incident.places]) == ("Incident in Osh", ["Osh"])
    (incident,) = build_incidents(
        report(1),
        [event("e", incident="i"), toll("t", 17, incident="i", place=place("Uzgen", geonames_id=1))],
    )
    assert [each.name for each in incident.places] == ["Osh"]


def test_claims_without_an_incident_make_none():
    assert build_incidents(report(1), [toll("a", 3)]) == ()


def test_a_total_without_the_attackers_does_not_replace_one_with_them():
    official, ministry = {"by": ("authorities", "official")}, {"by": ("Interior Ministry", "government")}
    claims = (
        event("e", incident="i"),
        toll("all", 17, incident="i", start=30, **official),
        toll("bad", 11, group="attackers", counts="subset", incident="i", start=60, **official),
        toll("victims", 6, incident="i", start=90, **ministry),
    )
    (incident,) = build_incidents(report(1), claims)
    assert figures(incident)["killed", "all"] == 17
    assert (
        "6 by Interior Ministry no longer stands (leaves out the 11 attackers that 17 holds)"
        in incident.tolls[0].why
    )


def test_the_count_of_a_later_raid_is_no_new_total():
    ministry, police = {"by": ("Interior Ministry", "government")}, {"by": ("police", "police")}
    claims = (
        event("e", incident="i"),
        toll("total", 18, group="attackers", incident="i", start=30, **ministry),
        toll("raid", 2, group="attackers", incident="i", start=400, **police),
    )
    (incident,) = build_incidents(report(1), claims)
    assert figures(incident)["killed", "attackers"] == 18
    (settled,) = [each for each in incident.tolls if each.group == "attackers"]
    assert (settled.low, settled.high) == (18, 18)
    assert "far below the total of 18" in settled.why


def test_who_made_arrests_is_no_perpetrator_of_the_attack():
    def group(name, kind="group"):
        return (Participant(name=name, kind=ParticipantKind(kind), span=Span(0, 4)),)

    claims = (
        event("e", incident="i", perpetrators=group("gunmen")),
        event("a", "arrest", incident="i", perpetrators=group("police"), targets=group("two men"), start=40),
    )
    (incident,) = build_incidents(report(1), claims)
    assert [each.name for each in incident.perpetrators] == ["gunmen"]
    assert incident.targets == ()
    (alone,) = build_incidents(report(1), claims[1:])
    assert [each.name for each in alone.perpetrators] == ["police"]


def target(name, start):
    return Participant(name=name, kind=ParticipantKind.GROUP, span=Span(start, start + len(name)))


def test_who_is_counted_among_the_attackers_is_no_target():
    quote = "Twelve rebels and three soldiers were killed"
    clash = replace(
        event("e", "clash", incident="i"), span=Span(0, 44), quote=quote,
        targets=(target("rebels", 7), target("soldiers", 24), target("base", 60)),
    )  # fmt: skip
    counted = replace(
        toll("a", 12, group="attackers", incident="i", group_text="rebels"), span=Span(0, 44), quote=quote
    )
    (whole,) = build_incidents(report(1), (clash, counted))
    assert [each.name for each in whole.targets] == ["soldiers", "base"]
    (untold,) = build_incidents(report(1), (clash,))
    assert [each.name for each in untold.targets] == ["rebels", "soldiers", "base"]
