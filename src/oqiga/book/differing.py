"""What changed in what is known of an incident between two moments, and the reports that changed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from oqiga.book.book import Book
from oqiga.book.questions import Shown, show
from oqiga.errors import NotFoundError
from oqiga.model.claims import Measure
from oqiga.model.decision import DecisionKind
from oqiga.model.incident import Incident, SettledToll
from oqiga.model.phrase import Phrase, Value, english, figured, joined, phrase
from oqiga.model.terms import Group
from oqiga.reconcile.decisions import in_effect
from oqiga.reconcile.measures import measure_key


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed. was, now: to be written in any language, None when there was or is nothing.

    claims: those that brought the change; reports: that make them.
    """

    about: str
    was: Value
    now: Value
    why: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]

    @property
    def before(self) -> str | None:
        """What it was, in English."""
        return None if self.was is None else english(self.was)

    @property
    def after(self) -> str | None:
        """What it is, in English."""
        return None if self.now is None else english(self.now)

    def packed(self) -> dict[str, Any]:
        """Return the change as plain JSON values."""
        told = {"about": self.about, "before": self.before, "after": self.after, "why": self.why}
        return {**told, "claims": list(self.claims), "reports": list(self.reports)}


def differences(
    book: Book, incident: str, *, since: str, until: str, policy: str = "default"
) -> list[Change]:
    """Return what changed between what was known as of `since` and as of `until`.

    Raises NotFoundError when nothing was known at either moment.
    """
    later = show(book, incident, as_of=until, policy=policy)
    try:
        earlier = show(book, incident, as_of=since, policy=policy)
    except NotFoundError:
        earlier = None
    before = earlier.incident if earlier else None
    found = [*_portrait(before, later), *_figures(before, later), *_lists(before, later)]
    return [*found, *_reports(before, later)]


def _portrait(before: Incident | None, later: Shown) -> list[Change]:
    found = []
    after = _outline(later.incident)
    old = _outline(before) if before else dict.fromkeys(after)
    for name, new in after.items():
        if old[name] != new:
            found.append(Change(name, old[name], new, "as the reports now tell it", (), ()))
    return found


def _outline(incident: Incident) -> dict[str, Value]:
    return {
        "title": incident.title,
        "type": phrase("event_type", type=incident.type.value),
        "stage": phrase("event_stage", stage=incident.stage.value),
    }


def _figures(before: Incident | None, later: Shown) -> list[Change]:
    old = {(t.outcome, t.group): t for t in before.tolls} if before else {}
    new = {(t.outcome, t.group): t for t in later.incident.tolls}
    found = []
    for key in [*old, *(key for key in new if key not in old)]:
        was, now = old.get(key), new.get(key)
        if was and now and _value(was) == _value(now):
            continue
        about = key[0].value if key[1] is Group.ALL else f"{key[0].value}, {key[1].value}"
        claims = _bringing(was, now)
        why = now.why if now else _why_gone(was, later)
        found.append(Change(about, _told(was), _told(now), why, claims, _of(claims, later)))
    return found


def _why_gone(was: SettledToll | None, later: Shown) -> str:
    """Say why no claim about a figure stands any more, with who struck those that did."""
    gone = {point.claim for point in was.series} if was else set()
    struck = (
        english(phrase("struck", analyst=each.analyst, at=each.at, reason=each.reason))
        for each in in_effect(later.decisions)
        if each.kind is DecisionKind.STRIKE and any(anchor.id in gone for anchor in each.about)
    )
    return "; ".join(("no claim about it stands", *dict.fromkeys(struck)))


def _value(toll: SettledToll) -> tuple[int, int, int | None, bool]:
    return toll.best, toll.low, toll.high, toll.disputed


def _told(toll: SettledToll | None) -> Value:
    if toll is None:
        return None
    value: Value = toll.best
    if (toll.low, toll.high) != (toll.best, toll.best):
        value = phrase("ranged", best=toll.best, range=figured(toll.low, toll.high))
    return phrase("is_disputed", figure=value) if toll.disputed else value


def _bringing(was: SettledToll | None, now: SettledToll | None) -> tuple[str, ...]:
    """Return the claims that are new to the figure; those that fell when nothing new was said."""
    if now is None:
        return was.claims if was else ()
    seen = {point.claim for point in was.series} if was else set()
    new = tuple(point.claim for point in now.series if point.claim not in seen)
    return new or now.claims


def _of(claims: Sequence[str], later: Shown) -> tuple[str, ...]:
    return tuple(dict.fromkeys(later.report_of[each].id for each in claims if each in later.report_of))


def _lists(before: Incident | None, later: Shown) -> list[Change]:
    found = []
    old_measures = {(measure_key(m), m.status, m.level) for m in before.measures} if before else set()
    for measure in later.incident.measures:
        if (measure_key(measure), measure.status, measure.level) not in old_measures:
            new = _measure(measure)
            found.append(Change("measure", None, new, measure.quote, (measure.id,), _of([measure.id], later)))
    old_blame = {(b.perpetrator, b.basis) for b in before.blame} if before else set()
    for blame in later.incident.blame:
        if (blame.perpetrator, blame.basis) not in old_blame:
            old_blame.add((blame.perpetrator, blame.basis))
            named = {"perpetrator": blame.perpetrator} if blame.perpetrator else {}
            told = phrase("blame" if named else "blame_unnamed", basis=blame.basis.value, **named)
            found.append(Change("blame", None, told, blame.quote, (blame.id,), _of([blame.id], later)))
    old_disputes = {(d.about, d.why) for d in before.disputes} if before else set()
    for dispute in later.incident.disputes:
        if (dispute.about, dispute.why) not in old_disputes:
            reports = _of(dispute.claims, later)
            said = joined(dispute.reasons, "either") if dispute.reasons else dispute.why
            found.append(Change("dispute", None, said, dispute.about, dispute.claims, reports))
    return found


def _measure(measure: Measure) -> Phrase:
    values = {"type": measure.type.value, "status": measure.status.value}
    if measure.level:
        return phrase("measure_level", level=measure.level, **values)
    return phrase("measure", **values)


def _reports(before: Incident | None, later: Shown) -> list[Change]:
    old, now = before.reports if before else (), later.incident.reports
    new = tuple(report for report in now if report not in old)
    gone = tuple(report for report in old if report not in now)
    return [
        Change("reports", len(old), len(now), why, (), which)
        for why, which in (("new reports", new), ("reports that no longer are about it", gone))
        if which
    ]
