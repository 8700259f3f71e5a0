"""What of an incident a rule tells, as it stands now: figures, measures, disputes, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oqiga.model.claims import Measure
from oqiga.model.incident import Dispute, Incident, SettledToll
from oqiga.model.terms import Group, MeasureStatus, MeasureType
from oqiga.publish import labels
from oqiga.publish.alerts.rules import Rule, TollRule
from oqiga.publish.exports.facts import toll_of
from oqiga.publish.levels import level_in_words
from oqiga.publish.phrases import about_of, first_reason, spoken, why_of
from oqiga.reconcile.measures import by_measure, measure_key, place_of

_FIGURE = "about_figure"
"""The id of the phrase that names a figure that is disputed."""


class Change(NamedTuple):
    """One change, as `Firing` has it."""

    key: str
    reason: str
    about: str = ""
    after: bool = False


def changes_of(rule: Rule, incident: Incident) -> Iterator[Change]:
    """Yield everything that a rule has to tell of an incident that it concerns."""
    if rule.new:
        yield Change("new", f"a new incident: {incident.title}")
    for wanted in rule.toll:
        yield _reached(wanted, incident)
    for group in by_measure(incident.measures):
        if group[0].type in rule.watched:
            yield _measure(group)
    for toll in incident.tolls:
        yield from _figure_changes(rule, toll)
    for dispute in incident.disputes:
        yield from _dispute(rule, dispute, incident)


def _reached(wanted: TollRule, incident: Incident) -> Change:
    """Return what a figure has reached, or that it is (again) less than its rule names."""
    name, called = f"{wanted.outcome.value} {wanted.group.value}", _called(wanted)
    about, toll = f"toll {name} {wanted.at_least}", toll_of(incident, wanted.outcome, wanted.group)
    if toll is None:
        return Change(f"{about}: none", f"{called}: no figure stands any longer", about, after=True)
    if toll.best < wanted.at_least:
        fewer = f"{called}: fewer than {wanted.at_least} now: {_why(toll)}"
        return Change(f"{about}: fewer", fewer, about, after=True)
    return Change(f"toll {name} {toll.best}", f"{called}: {_why(toll)}", about)


def _measure(group: Sequence[Measure]) -> Change:
    """Return the state that a measure came to: ordered, changed or lifted.

    group: claims about one measure, as `by_measure` gives them.
    """
    last, place = group[-1], place_of(group)
    is_level = last.type is MeasureType.ALERT_LEVEL
    what = f"alert level {last.level}" if is_level else labels.MEASURES[last.type]
    where = f", {place.name}" if place else ""
    about = " ".join(("measure", *measure_key(group[0])))
    shown = f"alert level {level_in_words(last, 'en')}".rstrip() if is_level else what
    if last.status is MeasureStatus.LIFTED:
        return Change(f"measure {what}{where} lifted", f"{shown} lifted{where}: “{last.quote}”", about)
    lowered = _lowered_from(group)
    before = f", lowered from {level_in_words(lowered, 'en')}" if lowered else ""
    return Change(f"measure {what}{where}", f"{shown}{where}{before}: “{last.quote}”", about)


def _lowered_from(group: Sequence[Measure]) -> Measure | None:
    """Return the level before the last, where that is lower on the same scale."""
    levels = [
        each for each in group if each.level_rank is not None and each.status is not MeasureStatus.LIFTED
    ]
    if len(levels) < 2 or levels[-1] is not group[-1]:
        return None
    before, now = levels[-2:]
    same = before.level_scale == now.level_scale
    return before if same and (before.level_rank or 0) > (now.level_rank or 0) else None


def _figure_changes(rule: Rule, toll: SettledToll) -> Iterator[Change]:
    name, called = f"{toll.outcome.value} {toll.group.value}", _called(toll)
    fallen = [each.low for each in toll.series if not each.standing and not each.denied]
    if rule.corrected and max(fallen, default=0) > toll.best:
        key = f"corrected {name} {max(fallen)} {toll.best}"
        reason = f"{called} corrected from {max(fallen)} to {toll.best}: {_why(toll)}"
        yield Change(key, reason, f"corrected {name}")


def _dispute(rule: Rule, dispute: Dispute, incident: Incident) -> Iterator[Change]:
    """Yield that a figure is disputed or that none of it stands; that it is disputed whether it happened."""
    told = f"{about_of(dispute, 'en')}: {why_of(dispute, 'en')}"
    subject = dispute.subject
    if subject is None or subject.id != _FIGURE:
        if rule.disputed or (rule.new and subject is not None and subject.id == "about_event"):
            yield Change(f"disputed {dispute.about}", f"disputed: {told}")
        return
    name = f"{subject.values['outcome']} {subject.values['group']}"
    settled = next(
        (each for each in incident.tolls if f"{each.outcome.value} {each.group.value}" == name), None
    )
    if settled is not None and rule.disputed:
        yield Change(f"disputed {name} {settled.best}", f"disputed: {told}")
    elif settled is None and rule.retracted:
        yield Change(f"retracted {name}", f"no figure stands any longer: {told}")


def _called(counted: TollRule | SettledToll) -> str:
    outcome = labels.OUTCOMES[counted.outcome]
    return outcome if counted.group is Group.ALL else f"{outcome}, {labels.GROUPS[counted.group]}"


def _why(toll: SettledToll) -> str:
    """Say who gives the figure and, where nobody states it, how sure they are."""
    unsure = [each for each in toll.reasons if each.id.startswith("told_")]
    return first_reason(toll) + "".join(f"; {spoken(each, 'en').lower()}" for each in unsure)
