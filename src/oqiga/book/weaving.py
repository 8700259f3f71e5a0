"""Keeping the index true to the book: only what a new report or decision changes is computed."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence

from sqlalchemy import Connection

from oqiga.book.memory import Memory
from oqiga.ledger import index
from oqiga.ledger.entering import Version
from oqiga.ledger.index import FiledSketch
from oqiga.model.claims import Claim
from oqiga.model.decision import Decision
from oqiga.model.incident import Incident
from oqiga.model.moments import instant, known_by
from oqiga.model.wire import dumps, incident_to_json
from oqiga.reconcile.arithmetic import people
from oqiga.reconcile.blocks import keys_of
from oqiga.reconcile.copies import with_roots
from oqiga.reconcile.decisions import in_effect, pointing_past
from oqiga.reconcile.evidence import Evidence, Header
from oqiga.reconcile.group import divide
from oqiga.reconcile.incident import build_incident
from oqiga.reconcile.joining import links_of
from oqiga.reconcile.sketch import Sketch, sketch_to_json
from oqiga.reconcile.uniting import linked


def file_version(
    connection: Connection,
    version: Version,
    sketches: Sequence[Sketch],
    memory: Memory,
    *,
    until: str | None = None,
) -> set[str]:
    """File what a new version says, linked with what it may be one with. Returns the webs touched."""
    touched: set[str] = set()
    for sketch in sketches:
        keys = keys_of(sketch)
        near = memory.of_candidates(connection, index.candidates(connection, keys.sought))
        joined = {each.web for each, other in near if linked(sketch, other, memory.score(sketch, other))}
        web = min(joined, default=sketch.id)
        index.join_webs(connection, joined, web)
        filed = FiledSketch(
            sketch.id, version.entry, sketch.report, version.known, until, sketch_to_json(sketch), web, ""
        )
        index.file_sketch(connection, filed, keys.filed)
        memory.keep(sketch, filed)
        touched = (touched - joined) | {web}
    return touched


def join_merged(connection: Connection, merge: Decision) -> set[str]:
    """Make the webs of what a merge points at one. Returns those it joined; the smallest of them is left."""
    pointed = {anchor.id for anchor in merge.about}
    filed = index.of_reports(connection, {anchor.report for anchor in merge.about})
    joined = {each.web for each in filed if each.id in pointed}
    if joined:
        index.join_webs(connection, joined, min(joined))
    return joined


def refresh(
    connection: Connection, webs: Iterable[str], memory: Memory, *, all_of_it: bool = False
) -> list[str]:
    """Divide webs anew and file the incidents that changed. Returns their ids.

    all_of_it: also those with the same members as before, since a decision bears on them.
    """
    changed: list[str] = []
    for web in sorted(set(webs)):
        filed = index.members(connection, web)
        decisions = index.decisions_about(connection, {each.report for each in filed})
        groups = grouped(connection, filed, decisions, memory)
        before = _as_filed(filed)
        placed: dict[tuple[str, int], str] = {}
        for group in groups:
            name = group[0].id
            placed.update(((each.id, each.entry), name) for each in group)
            if all_of_it or before.get(name) != {(each.id, each.entry) for each in group}:
                _file(connection, web, group, decisions, memory)
                changed.append(name)
        placed.update(_retired(filed, groups))
        gone = set(index.incidents_in(connection, web)) - {group[0].id for group in groups}
        index.drop_incidents(connection, gone)
        moved = {(each.id, each.entry): each.incident for each in filed}
        index.place_sketches(connection, {key: to for key, to in placed.items() if moved[key] != to})
    return changed


def _as_filed(filed: Sequence[FiledSketch]) -> dict[str, set[tuple[str, int]]]:
    before: dict[str, set[tuple[str, int]]] = {}
    for each in filed:
        if each.until is None:
            before.setdefault(each.incident, set()).add((each.id, each.entry))
    return before


def grouped(
    connection: Connection,
    filed: Sequence[FiledSketch],
    decisions: Sequence[Decision],
    memory: Memory,
    *,
    as_of: str | None = None,
) -> list[tuple[FiledSketch, ...]]:
    """Return the incidents of a web as of a moment: what stood then, divided by the decisions of then."""
    standing = {each.id: each for each in filed if stands(each, as_of)}
    sketches = {name: memory.sketch(each) for name, each in standing.items()}
    pointed = {anchor.report for each in decisions for anchor in each.about if anchor.id not in standing}
    others = _elsewhere(connection, pointed, standing, as_of)
    here = pointing_past(in_effect(decisions, as_of), {each.id for each in others})
    links = links_of(here, list(sketches.values()))
    divided = divide(list(sketches.values()), links, score=memory.score)
    return [tuple(standing[sketch.id] for sketch in group) for group in divided]


def _elsewhere(
    connection: Connection, reports: Collection[str], here: Container[str], as_of: str | None
) -> list[FiledSketch]:
    """Return what reports say of other incidents than these: decisions about it are none about these."""
    found = index.of_reports(connection, reports) if reports else []
    return [each for each in found if each.id not in here and stands(each, as_of)]


def stands(filed: FiledSketch, as_of: str | None) -> bool:
    """Tell whether what a version says stood at a moment (None: stands now)."""
    if as_of is None:
        return filed.until is None
    return known_by(filed.known, as_of) and (filed.until is None or not known_by(filed.until, as_of))


def _retired(
    filed: Sequence[FiledSketch], groups: Sequence[Sequence[FiledSketch]]
) -> dict[tuple[str, int], str]:
    """Let the ids of replaced versions lead to where the report, or else the web, is now."""
    if not groups:
        return {}
    by_report = {each.report: group[0].id for group in reversed(groups) for each in group}
    return {
        (each.id, each.entry): by_report.get(each.report, groups[0][0].id)
        for each in filed
        if each.until is not None
    }


def built(
    connection: Connection,
    group: Sequence[FiledSketch],
    decisions: Sequence[Decision],
    memory: Memory,
    *,
    as_of: str | None = None,
    policy: str = "default",
) -> tuple[Incident, ...]:
    """Return the incident that a group of sketches makes, and its parts; nothing when nothing was known."""
    told = evidence(connection, group, memory)
    known = {each.claim.id for each in told}
    pointed = {anchor.report for each in decisions for anchor in each.about if anchor.id not in known}
    others = _elsewhere(
        connection, pointed & {each.report for each in group}, {each.id for each in group}, as_of
    )
    said = memory.claims_of(connection, [(each.id, each.entry) for each in others]) if others else {}
    here = pointing_past(decisions, {claim.id for claims in said.values() for claim in claims})
    return build_incident(group[0].id, told, here, as_of=as_of, policy=policy)


def evidence(connection: Connection, group: Sequence[FiledSketch], memory: Memory) -> list[Evidence[Claim]]:
    """Return the claims of a group with the reports that make them."""
    filed = {each.entry: each for each in group}
    about = {each.report for each in group if not memory.sketch(each).background}
    dated = {each.report for each in group if memory.sketch(each).published is not None}
    headers = {
        header.report: Header(
            id=header.report,
            publisher=header.publisher,
            known=header.known,
            credits=header.credits,
            language=header.language,
            root=header.report,
            about=header.report in about,
            dated=header.report in dated,
        )
        for header in index.headers_of(connection, filed).values()
    }
    rooted = with_roots(headers.values(), [memory.sketch(each) for each in group])
    told = memory.claims_of(connection, [(each.id, each.entry) for each in group])
    return [Evidence(claim, rooted[each.report]) for each in group for claim in told[each.id, each.entry]]


def _file(
    connection: Connection,
    web: str,
    group: Sequence[FiledSketch],
    decisions: Sequence[Decision],
    memory: Memory,
) -> None:
    made = built(connection, group, decisions, memory)
    if not made:
        index.drop_incidents(connection, [group[0].id])
        return
    reports = {each.report for each in group}
    moments = [each.known for each in group]
    moments += [each.at for each in decisions if any(anchor.report in reports for anchor in each.about)]
    instants = sorted(instant(each) for each in moments)
    index.file_incident(connection, row_of(made[0], web, instants[0], instants[-1]))


def row_of(incident: Incident, web: str, first_known: str, changed: str) -> dict[str, object]:
    """Return an incident as it is filed: what questions ask for in columns, all of it as JSON."""
    spot = next((place for place in incident.places if place.latitude is not None), None)
    return {
        "id": incident.id,
        "web": web,
        "type": incident.type.value,
        "start": incident.time.start,
        "end": incident.time.end,
        "first_known": first_known,
        "changed": changed,
        "killed": people(incident.tolls),
        "disputed": bool(incident.disputes),
        "background": incident.background,
        "latitude": spot.latitude if spot else None,
        "longitude": spot.longitude if spot else None,
        "reports": len(incident.reports),
        "body": dumps(incident_to_json(incident)),
    }
