from datetime import UTC, datetime, timedelta

import pytest

from oqiga.alerting.outbox import WEBHOOK, deliver, notified, put
from oqiga.alerting.round import Alert
from oqiga.alerting.webhook import RefusedError
from oqiga.errors import PublishError
from oqiga.publish.alerts.firing import Firing
from oqiga.publish.alerts.memory import AlertMemory, load_memory, save_memory
from oqiga.publish.alerts.rules import Rule, Rules

NOW = datetime(2019, 8, 11, 12, tzinfo=UTC)
MAIL = "mailto://user:secret@example.org"
RULES = Rules(rule=(Rule(name="all", new=True),), webhook="https://example.org/hook", notify=(MAIL,))


def alert(number, hours=0):
    at = (NOW + timedelta(hours=hours)).isoformat()
    told = Firing("all", f"i-{number}", "new", f"a new incident, the {number}th")
    return Alert(f"i-{number}", f"Attack {number}", (told,), at, b"<alert/>", f"m-{number}.cap.xml")


def filled(*alerts, rules=RULES):
    memory = AlertMemory()
    put(alerts, rules, memory)
    return memory


class Receivers:
    """Take parcels, or fail as they are told. fails: an error by receiver."""

    def __init__(self, **fails):
        self.taken = []
        self.fails = fails
        self.senders = {WEBHOOK: self.taker("webhook"), notified(MAIL): self.taker("mail")}

    def taker(self, name):
        def take(parcel):
            if name in self.fails:
                raise self.fails[name]
            self.taken.append((name, parcel.title))

        return take

    def given(self, memory, at=NOW, save=lambda _: None):
        return [str(error) for error in deliver(memory, self.senders, at=at, save=save)]


def test_every_receiver_is_given_every_alert_once():
    memory = filled(alert(1), alert(2))
    receivers = Receivers()
    assert receivers.given(memory) == []
    assert sorted(receivers.taken) == [
        ("mail", "Attack 1"),
        ("mail", "Attack 2"),
        ("webhook", "Attack 1"),
        ("webhook", "Attack 2"),
    ]
    assert receivers.given(memory) == []
    assert len(receivers.taken) == 4


def test_what_a_receiver_that_is_away_missed_waits_in_order_and_others_do_not():
    memory = filled(alert(1), alert(2))
    (error,) = Receivers(webhook=PublishError("not delivered: no answer")).given(memory)
    assert "no answer" in error
    back = Receivers()
    put([alert(3, hours=1)], RULES, memory)
    assert back.given(memory) == []
    assert [title for name, title in back.taken if name == "webhook"] == ["Attack 1", "Attack 2", "Attack 3"]
    assert [title for name, title in back.taken if name == "mail"] == ["Attack 3"]


def test_a_kill_after_the_memory_was_saved_loses_no_alert(tmp_path):
    kept = tmp_path / "memory.json"
    memory = filled(alert(1), alert(2), rules=RULES.model_copy(update={"notify": ()}))
    save_memory(memory, kept)

    def killed(_parcel):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deliver(memory, {WEBHOOK: killed}, at=NOW, save=lambda saved: save_memory(saved, kept))
    again, given = load_memory(kept), []
    deliver(again, {WEBHOOK: given.append}, at=NOW, save=lambda saved: save_memory(saved, kept))
    assert [parcel.title for parcel in given] == ["Attack 1", "Attack 2"]
    assert [parcel.id for parcel in given] == [parcel.id for parcel in memory.outbox]
    assert load_memory(kept).outbox == []


def test_a_body_that_is_refused_is_given_up_and_does_not_hold_up_the_rest():
    memory = filled(alert(1))
    (error,) = Receivers(webhook=RefusedError("the receiver answered 422")).given(memory)
    assert "422" in error
    assert memory.outbox == []


@pytest.mark.parametrize(("hours", "left"), [(71, 1), (73, 0)])
def test_what_waited_for_three_days_is_given_up(hours, left):
    memory = filled(alert(1), rules=RULES.model_copy(update={"notify": ()}))
    errors = Receivers(webhook=PublishError("no answer")).given(memory, at=NOW + timedelta(hours=hours))
    assert len(errors) == 1
    assert len(memory.outbox) == left


def test_a_receiver_that_rules_no_longer_name_is_told_once():
    memory = filled(alert(1))
    receivers = Receivers()
    del receivers.senders[notified(MAIL)]
    (error,) = receivers.given(memory)
    assert "no longer name its receiver" in error
    assert receivers.given(memory) == []


def test_the_memory_tells_no_password():
    assert "secret" not in filled(alert(1)).model_dump_json()
