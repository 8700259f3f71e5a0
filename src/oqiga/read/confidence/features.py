"""What is known of a claim when a report has been read: the features that its confidence is computed from.

Each feature is a name that holds (1.0) or does not; nothing is a word of the report. `told` are features of
any claim, the rest belong to one kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from oqiga.model.claims import Blame, Claim, Event, Measure, Statement, Toll

Features = dict[str, float]

_STEPS = (0, 1, 2, 3, 5, 8)
_PLACES = (80, 300, 700, 1500, 4000)
"""Code points from the top of a report: headline, lead, top, middle, rest."""
_LENGTHS = (40, 80, 160, 320)


@dataclass(slots=True)
class Surroundings:
    """What the other claims of a report say: how many there are, which agree, which differ."""

    claims: Sequence[Claim]
    length: int
    kinds: Counter[str] = field(default_factory=Counter)
    tolls: Counter[tuple[str, int, int | None]] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    most: dict[str, int] = field(default_factory=dict)
    types: Counter[str] = field(default_factory=Counter)
    blamed: Counter[str] = field(default_factory=Counter)
    about: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for claim in self.claims:
            self.kinds[claim.kind] += 1
            if claim.incident is not None and not claim.background:
                self.about[claim.incident] += 1
            if isinstance(claim, Toll) and not claim.background:
                self.tolls[_figure(claim)] += 1
                self.outcomes[claim.outcome.value] += 1
                self.most[claim.outcome.value] = max(self.most.get(claim.outcome.value, 0), claim.low)
            elif isinstance(claim, Event):
                self.types[claim.type.value] += 1
            elif isinstance(claim, Blame) and claim.perpetrator:
                self.blamed[claim.perpetrator.lower()] += 1

    @property
    def main(self) -> str | None:
        """The incident that most claims are about."""
        return max(self.about, key=self.about.__getitem__, default=None)


def told(claim: Claim, around: Surroundings) -> Features:
    """Return the features that any claim has."""
    source = claim.said_by[0].kind.value if claim.said_by else "nobody"
    names = [
        f"own {claim.confidence:.2f}",
        f"certainty {claim.certainty.value}",
        f"said by {source}",
        f"chain {min(len(claim.said_by), 2)}",
        f"at {_step(claim.span.start, _PLACES)}",
        f"long {_step(claim.span.end - claim.span.start, _LENGTHS)}",
        f"incidents {_step(len(around.about), _STEPS)}",
        f"report {_step(around.length, (500, 1000, 2000, 4000))}",
    ]
    if claim.background:
        names.append("background")
    if claim.incident is not None:
        names.append("main incident" if claim.incident == around.main else "other incident")
    if claim.revision is not None:
        names.append("revises")
    return dict.fromkeys(names, 1.0)


def features(claim: Claim, around: Surroundings) -> Features:
    """Return all features of a claim."""
    return told(claim, around) | dict.fromkeys(_own(claim, around), 1.0)


def _own(claim: Claim, around: Surroundings) -> list[str]:
    match claim:
        case Toll():
            return _of_toll(claim, around)
        case Event():
            return _of_event(claim, around)
        case Blame():
            again = around.blamed[claim.perpetrator.lower()] if claim.perpetrator else 0
            return [
                f"basis {claim.basis.value}",
                f"blamed {_step(again, _STEPS)}",
                f"blames {_step(around.kinds['blame'], _STEPS)}",
                f"words {_step(len((claim.perpetrator or '').split()), _STEPS)}",
            ]
        case Statement():
            return [
                "direct" if claim.direct else "indirect",
                "role" if claim.role else "no role",
                "pronoun" if claim.speaker is None else "speaker",
                f"words {_step(len(claim.words.split()), (4, 8, 16, 32))}",
                f"statements {_step(around.kinds['statement'], _STEPS)}",
            ]
        case Measure():
            return [f"measure {claim.type.value}"]


def _of_toll(toll: Toll, around: Surroundings) -> list[str]:
    outcome = toll.outcome.value
    agreeing = around.tolls[_figure(toll)] - (not toll.background)
    differing = around.outcomes[outcome] - (not toll.background) - agreeing
    single = toll.low == toll.high == 1
    size = "none" if toll.high == 0 else "one" if single else f"many {_step(toll.low, _STEPS)}"
    names = [
        f"outcome {outcome}",
        f"group {toll.group.value}",
        f"counts {toll.counts.value}",
        f"size {size}",
        f"size {size} {outcome}",
        f"size {size} counts {toll.counts.value}",
        f"agreeing {_step(agreeing, _STEPS)}",
        f"differing {_step(differing, _STEPS)}",
        f"differing {_step(differing, _STEPS)} size {size}",
        f"most {toll.low >= around.most.get(outcome, 0)} size {size}",
        "digits" if any(each.isdigit() for each in toll.quote) else "no digits",
    ]
    held = {
        "open": toll.high is None,
        "approximate": toll.approximate,
        "part": toll.part_of is not None,
        "superseded": toll.superseded_by is not None,
        "placed": toll.place is not None,
        "timed": toll.time is not None,
    }
    return names + [name for name, holds in held.items() if holds]


def _of_event(event: Event, around: Surroundings) -> list[str]:
    alike = around.types[event.type.value]
    names = [
        f"type {event.type.value}",
        f"stage {event.stage.value}",
        f"alike {_step(alike, _STEPS)}",
        f"alike {_step(alike, _STEPS)} of {_step(around.kinds['event'], _STEPS)}",
        f"type {event.type.value} alone {alike == around.kinds['event']}",
    ]
    held = {
        "perpetrators": event.perpetrators,
        "targets": event.targets,
        "weapons": event.weapons,
        "placed": event.places,
        "timed": event.time.start,
    }
    return names + [name for name, value in held.items() if value]


def _figure(toll: Toll) -> tuple[str, int, int | None]:
    return toll.outcome.value, toll.low, toll.high


def _step(value: int, steps: Sequence[int]) -> str:
    """Return the step that a number falls on: the first one that it does not exceed."""
    return next((str(step) for step in steps if value <= step), "more")
