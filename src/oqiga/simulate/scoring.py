"""Scores of reconciling against the truth: B-cubed of reports to incidents, and right standing figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oqiga.book.book import Book
from oqiga.ledger.engine import reading
from oqiga.ledger.index import of_reports
from oqiga.model.claims import Claim
from oqiga.model.record import Reading
from oqiga.reconcile.sketching import sketch_id


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision, recall and F1 of a grouping, averaged over what is grouped; each 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(found: Mapping[str, str], truth: Mapping[str, str]) -> BCubed:
    """Score a grouping. found, truth: name of what is grouped → its group; both name the same things.

    Source: Bagga and Baldwin, 1998.
    """
    if set(found) != set(truth):
        raise ValueError("the groupings are not of the same things")
    both = Counter((found[name], truth[name]) for name in truth)
    mine, theirs = Counter(found.values()), Counter(truth.values())
    precision = sum(count * count / mine[group] for (group, _), count in both.items())
    recall = sum(count * count / theirs[group] for (_, group), count in both.items())
    return BCubed(precision / len(truth), recall / len(truth))


def main_incidents(book: Book, readings: Sequence[Reading]) -> dict[str, str]:
    """Return the id of the incident that each report is mostly about, by the id of the report.

    See `mostly_about`. A report that tells of no incident is left out.
    """
    with reading(book.engine, book.address) as connection:
        filed = of_reports(connection, [each.report.id for each in readings])
    incident = {each.id: each.incident for each in filed}
    found = {}
    for each in readings:
        sketched = (sketch_id(each.report.id, local) for local in mostly_about(each.claims))
        named = next((name for name in sketched if name in incident), None)
        if named is not None:
            found[each.report.id] = incident[named]
    return found


def mostly_about(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the ids of the incidents of a report, the one with most of its claims first.

    Claims about what is past are left out where there are others.
    """
    told = [claim for claim in claims if claim.incident is not None]
    about = [claim for claim in told if not claim.background] or told
    return tuple(
        name for name, _ in Counter(claim.incident for claim in about if claim.incident).most_common()
    )
