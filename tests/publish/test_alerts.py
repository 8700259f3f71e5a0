import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from cap12 import chain_faults, faults
from dossiers import dossier
from oqiga.alerting.round import alerts, write_files
from oqiga.alerting.webhook import DELIVERY, SIGNATURE, RefusedError, payload, post, signature
from oqiga.errors import PublishError, SettingsError
from oqiga.model.claims import Measure
from oqiga.model.phrase import phrase
from oqiga.model.span import Span
from oqiga.model.terms import Group, MeasureStatus, MeasureType, Outcome
from oqiga.publish.alerts.memory import AlertMemory, load_memory, save_memory
from oqiga.publish.alerts.rules import Rules, read_rules
from oqiga.publish.exports.cap import NAMESPACE, cancellation
from oqiga.reconcile.disputing import about_figure, dispute_of

NOW = datetime(2019, 8, 11, 12, 0, tzinfo=UTC)
TARAZ = {"latitude": 42.9, "longitude": 71.37, "km": 30}


def rules(**rule):
    return Rules.model_validate({"rule": [{"name": "Taraz", **rule}], "sender": "desk@oqiga.example"})


def fire(found, memory, incident=None, at=NOW, gone=None):
    book = dossier()
    incidents = [] if gone else [incident or book.incidents[0]]
    return alerts(incidents, found, memory, dossier_of=lambda _: book, fate_of=lambda _: gone, at=at)


def grown(best):
    incident = dossier().incidents[0]
    toll = replace(incident.tolls[0], best=best, low=best, reasons=(), why=f"{best} by the ministry")
    return replace(incident, tolls=(toll, *incident.tolls[1:]))


def test_a_rule_fires_once_per_change_and_again_when_the_figure_grows():
    memory = AlertMemory()
    wanted = rules(within=TARAZ, toll=[{"outcome": "killed", "at_least": 5}])
    (first,) = fire(wanted, memory)
    assert "killed: 9 or more" in first.text
    assert fire(wanted, memory) == []
    (second,) = fire(wanted, memory, grown(12))
    assert "killed: 12" in second.text


def test_a_figure_that_comes_back_to_what_it_was_fires_again():
    memory = AlertMemory()
    wanted = rules(toll=[{"outcome": "killed", "at_least": 5}])
    told = [[each.text for each in fire(wanted, memory, grown(best))] for best in (7, 9, 7, 3, 7, 7)]
    assert [len(each) for each in told] == [1, 1, 1, 1, 1, 0]
    assert "killed: 7" in told[2][0]
    assert "killed: fewer than 5 now: 3" in told[3][0]
    assert len({each.id for each in memory.changes}) == len(memory.changes) == 5


def lowered(best, *fallen, denied=False):
    incident = grown(best)
    before = incident.tolls[0].series[0]
    points = [replace(before, low=low, high=low, claim=f"c-{low}-{n}", standing=False, denied=denied)
              for n, low in enumerate(fallen)]  # fmt: skip
    toll = replace(incident.tolls[0], series=(*points, replace(before, low=best, high=best, standing=True)))
    return replace(incident, tolls=(toll, *incident.tolls[1:]))


def test_a_correction_downwards_fires_once_however_many_carry_the_old_figure():
    memory, wanted = AlertMemory(), rules(corrected=True)
    (first,) = fire(wanted, memory, lowered(6, 8, 9))
    assert [each.reason.split(":")[0] for each in first.firings] == ["killed corrected from 9 to 6"]
    assert fire(wanted, memory, lowered(6, 8, 9, 9, 8)) == []
    (second,) = fire(wanted, memory, lowered(5, 8, 9, 6))
    assert "corrected from 9 to 5" in second.text


def test_what_somebody_denied_is_no_figure_corrected():
    assert fire(rules(corrected=True), AlertMemory(), lowered(6, 30, denied=True)) == []


def test_that_nothing_reaches_a_rules_figure_is_told_only_behind_what_did():
    memory, wanted = AlertMemory(), rules(toll=[{"outcome": "killed", "at_least": 5}])
    without = replace(dossier().incidents[0], tolls=())
    assert [fire(wanted, memory, each) for each in (grown(3), without)] == [[], []]
    fire(wanted, memory, grown(7))
    (withdrawn,) = fire(wanted, memory, without)
    assert "killed: no figure stands any longer" in withdrawn.text
    assert fire(wanted, memory, without) == []


def test_two_thresholds_of_one_figure_tell_it_once_and_fall_apart():
    memory = AlertMemory()
    wanted = rules(toll=[{"outcome": "killed", "at_least": each} for each in (5, 8)])
    told = [[firing.reason for each in fire(wanted, memory, grown(best)) for firing in each.firings]
            for best in (9, 6, 3)]  # fmt: skip
    assert told[0] == ["killed: 9 by the ministry"]
    assert told[1] == ["killed: 6 by the ministry", "killed: fewer than 8 now: 6 by the ministry"]
    assert told[2] == ["killed: fewer than 5 now: 3 by the ministry"]


def ordered(*states):
    """Return the incident with measures, each (type, status, level, rank)."""
    taraz = dossier().incidents[0].places[0]
    measures = tuple(
        Measure(
            id=f"m{number}", span=Span(0, 5), quote=f"words {number}", type=MeasureType(kind),
            status=MeasureStatus(status), level=level, level_rank=rank, level_scale=level and "kz-terrorism",
            places=(taraz,),
        )
        for number, (kind, status, level, rank) in enumerate(states)
    )  # fmt: skip
    return replace(dossier().incidents[0], measures=measures)


def test_a_level_that_is_lowered_and_lifted_is_told_so_and_in_the_readers_words():
    memory, wanted = AlertMemory(), rules(alert_level=True)
    red, yellow = ("alert_level", "in_force", "red", 3), ("alert_level", "in_force", "сары", 1)
    course = [ordered(red), ordered(red), ordered(red, yellow), ordered(red, yellow, red),
              ordered(red, yellow, red, ("alert_level", "lifted", "red", 3))]  # fmt: skip
    told = [[each.reason for alert in fire(wanted, memory, now) for each in alert.firings] for now in course]
    assert told == [
        ["alert level “red”, Taraz: “words 0”"],
        [],
        ["alert level “сары” (yellow), Taraz, lowered from “red”: “words 1”"],
        ["alert level “red”, Taraz: “words 2”"],
        ["alert level “red” lifted, Taraz: “words 3”"],
    ]


def test_measures_that_a_rule_names_are_told_ordered_and_lifted_and_no_others():
    memory, wanted = AlertMemory(), rules(measures=["curfew"])
    on, off = ("curfew", "in_force", None, None), ("curfew", "lifted", None, None)
    assert fire(wanted, memory, ordered(("cordon", "in_force", None, None))) == []
    (first,), (last,) = fire(wanted, memory, ordered(on)), fire(wanted, memory, ordered(on, off))
    assert "curfew, Taraz: “words 0”" in first.text
    assert "curfew lifted, Taraz: “words 1”" in last.text


def quarrel(subject, *reasons):
    return dispute_of(subject, claims=["c1"], reasons=reasons)


def test_a_dispute_is_told_with_all_who_take_part_in_it():
    about = about_figure(Outcome.KILLED, Group.ALL)
    said = [phrase("says", speaker="Army", figure=1), phrase("says", speaker="Police", figure=2)]
    incident = replace(grown(2), disputes=(quarrel(about, *said),))
    (found,) = fire(rules(disputed=True), AlertMemory(), incident)
    assert "disputed: killed: Army says 1; Police says 2" in found.text


def test_an_attack_that_is_denied_is_told_to_those_who_heard_of_it_as_new():
    memory, wanted = AlertMemory(), rules(new=True)
    fire(wanted, memory)
    about = phrase("about_event", type="armed_attack")
    denied = replace(
        dossier().incidents[0], disputes=(quarrel(about, phrase("denies_it", speaker="Police")),)
    )
    (found,) = fire(wanted, memory, denied)
    assert "disputed: Armed attack: whether it happened: Police denies it" in found.text


def test_a_figure_that_was_only_denied_is_told_as_withdrawn():
    about, denies = about_figure(Outcome.KILLED, Group.ALL), phrase("denies", speaker="Police", figure=10)
    incident = replace(dossier().incidents[0], tolls=(), disputes=(quarrel(about, denies),))
    (found,) = fire(rules(retracted=True), AlertMemory(), incident)
    assert "no figure stands any longer: killed: Police denies 10" in found.text
    assert fire(rules(retracted=True), AlertMemory()) == []


@pytest.mark.parametrize(
    "rule",
    [
        {"within": {**TARAZ, "latitude": 50.0}, "new": True},
        {"types": ["bombing"], "new": True},
        {"toll": [{"outcome": "killed", "at_least": 50}]},
        {"alert_level": True},
        {"disputed": True},
    ],
)
def test_a_rule_that_does_not_hold_is_silent(rule):
    assert fire(rules(**rule), AlertMemory()) == []


def test_messages_form_a_chain_of_triplets_in_the_schemas_order():
    memory = AlertMemory()
    wanted = rules(toll=[{"outcome": "killed", "at_least": 5}])
    (first,), (second,) = fire(wanted, memory), fire(wanted, memory, grown(12))
    alert, update = etree.fromstring(first.cap), etree.fromstring(second.cap)
    names = [etree.QName(each).localname for each in update]
    order = ["identifier", "sender", "sent", "status", "msgType", "scope", "note", "references", "incidents"]
    assert names == [*order, "info", "info", "info"]
    told = {name: update.findtext(f"{{{NAMESPACE}}}{name}") for name in order}
    assert told["msgType"] == "Update"
    assert (
        told["references"] == f"desk@oqiga.example,{alert.findtext(f'{{{NAMESPACE}}}identifier')},{first.at}"
    )
    assert told["sent"] > first.at
    assert not told["sent"].endswith("Z")
    assert "." not in told["sent"]
    languages = [info.findtext(f"{{{NAMESPACE}}}language") for info in update.iter(f"{{{NAMESPACE}}}info")]
    assert languages == ["en", "ru", "kk"]
    assert len({info.findtext(f"{{{NAMESPACE}}}event") for info in update.iter(f"{{{NAMESPACE}}}info")}) == 3
    headlines = [each.text for each in update.iter(f"{{{NAMESPACE}}}headline")]
    assert all(len(headline) < 140 for headline in headlines)


def test_what_was_fired_outlives_the_process(tmp_path):
    memory = AlertMemory()
    wanted = rules(new=True)
    found = fire(wanted, memory)
    write_files(found, memory, tmp_path / "out")
    save_memory(memory, tmp_path / "memory.json")
    assert fire(wanted, load_memory(tmp_path / "memory.json")) == []
    feed = etree.parse(tmp_path / "out" / "changes.atom")
    assert feed.findtext("{*}entry/{*}summary").startswith("a new incident")
    assert (tmp_path / "out" / found[0].file).exists()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [("rule = 5", "rule"), ("[[rule]]\nname='x'\nnews=true", "news"), ("[[", "not TOML"), ("", "rule")],
)
def test_rules_that_are_wrong_are_named(tmp_path, content, complaint):
    (tmp_path / "rules.toml").write_text(content)
    with pytest.raises(SettingsError, match=complaint):
        read_rules(tmp_path / "rules.toml")


def hook(outlets, body, sleep=lambda _: None):
    post(body, f"{outlets.root}/hook", secret="s", delivery="d-1", allowed=["127.0.0.1"], sleep=sleep)


class Receiver:
    """Takes POSTs on an outlet server."""

    def __init__(self, outlets, statuses):
        self.bodies, self.signatures, self.deliveries = [], [], []
        waiting = list(statuses)
        receiver = self

        def do_post(handler):
            body = handler.rfile.read(int(handler.headers["Content-Length"]))
            receiver.bodies.append(body)
            receiver.signatures.append(handler.headers[SIGNATURE])
            receiver.deliveries.append(handler.headers[DELIVERY])
            handler.send_response(waiting.pop(0))
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        outlets.server.RequestHandlerClass.do_POST = do_post


def test_a_webhook_is_signed_and_retried(outlets):
    receiver = Receiver(outlets, [500, 200])
    (alert,) = fire(rules(new=True), AlertMemory())
    waits = []
    hook(outlets, payload(alert), waits.append)
    assert receiver.signatures == [signature(receiver.bodies[0], "s")] * 2
    assert json.loads(receiver.bodies[1]) == json.loads(payload(alert))
    assert receiver.deliveries == ["d-1", "d-1"]
    assert waits == [2.0]


@pytest.mark.parametrize(("status", "refused"), [(403, False), (404, False), (400, True), (422, True)])
def test_a_webhook_that_is_turned_away_is_an_error_and_a_refused_body_is_told_apart(outlets, status, refused):
    Receiver(outlets, [status])
    with pytest.raises(PublishError, match=f"answered {status}") as told:
        hook(outlets, b"{}")
    assert isinstance(told.value, RefusedError) == refused


def test_a_webhook_to_a_private_address_is_an_error(outlets):
    with pytest.raises(PublishError, match="private or local"):
        post(b"{}", f"{outlets.root}/hook", secret="s", delivery="d-1", sleep=lambda _: None)


def test_a_chain_of_alert_update_and_cancel_is_valid():
    memory = AlertMemory()
    wanted = rules(toll=[{"outcome": "killed", "at_least": 5}])
    sent = [
        *fire(wanted, memory),
        *fire(wanted, memory, grown(12)),
        *fire(wanted, memory, gone="it was merged"),
    ]
    assert [faults(each.cap) for each in sent] == [[], [], []]
    assert chain_faults([each.cap for each in sent]) == []
    kinds = [etree.fromstring(each.cap).findtext("{*}msgType") for each in sent]
    assert kinds == ["Alert", "Update", "Cancel"]
    assert "does not mean that the area is safe" in etree.fromstring(sent[2].cap).findtext("{*}note")
    assert fire(wanted, memory, gone="it was merged") == []


@pytest.mark.parametrize(
    ("told", "instead"),
    [
        ("<status>Actual</status>", "<status>Earnest</status>"),
        ("<msgType>Alert</msgType>", ""),
        ("+00:00</sent>", "Z</sent>"),
        ("</alert>", "<extra/></alert>"),
    ],
)
def test_the_schema_of_the_standard_refuses_what_is_none_of_it(told, instead):
    (alert,) = fire(rules(new=True), AlertMemory())
    changed = alert.cap.decode().replace(told, instead)
    assert changed != alert.cap.decode()
    assert faults(changed.encode())


def test_messages_that_have_expired_are_not_referred_to():
    memory = AlertMemory()
    wanted = rules(toll=[{"outcome": "killed", "at_least": 5}])
    fire(wanted, memory)
    (later,) = fire(wanted, memory, grown(12), at=NOW + timedelta(days=2))
    assert etree.fromstring(later.cap).findtext("{*}msgType") == "Alert"
    assert fire(wanted, memory, gone="it was merged", at=NOW + timedelta(days=9)) == []
    assert memory.chains == {}


def test_there_is_nothing_to_cancel_without_a_message():
    with pytest.raises(ValueError, match="no message"):
        cancellation("i-1", sender="desk", at=NOW, reason="merged", earlier=[])


def test_characters_that_xml_cannot_hold_are_left_out():
    incident = replace(dossier().incidents[0], title="Nine\x00 killed \ud800 <b>")
    memory = AlertMemory()
    (alert,) = fire(rules(new=True), memory, incident)
    assert faults(alert.cap) == []


@pytest.mark.parametrize(
    ("end", "told"), [("2018-08-10", 0), ("2019-06-01", 0), ("2019-07-30", 1), (None, 1)]
)
def test_what_reports_only_recall_alerts_nobody(end, told):
    incident = dossier().incidents[0]
    recalled = replace(incident, time=replace(incident.time, start=end, end=end))
    assert len(fire(rules(within=TARAZ, new=True), AlertMemory(), recalled)) == told
