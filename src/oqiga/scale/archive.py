"""An archive from its files to tables of reports, claims and incidents; what is written is not done again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import networkx

from oqiga import __version__
from oqiga.errors import UsageError
from oqiga.gather.inputs import Unreadable
from oqiga.model.incident import Incident
from oqiga.model.wire import dumps, incident_to_json
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.parquet import INCIDENTS, TOLLS, incident_rows, toll_rows
from oqiga.scale.linking import LinkBlocks, link_blocks, standing_versions
from oqiga.scale.parts import divided
from oqiga.scale.reading import PartRead, ReadPart, read_part
from oqiga.scale.tables import is_written, rows_of, table_file, write_table
from oqiga.scale.weaving import Member, WeaveWebs, weave_webs
from oqiga.scale.workers import Workers

_SETTINGS = "archive.json"
_SKETCHES_A_BUCKET = 20_000
_WEBS_A_TASK = 200


@dataclass(frozen=True, slots=True)
class Archive:
    """What was read. skipped: parts that had been written before; broken: archives that end too early."""

    parts: int
    skipped: int
    read: tuple[PartRead, ...]
    incidents: int
    broken: tuple[Unreadable, ...]


def read_archive(
    archives: Iterable[Path],
    folder: Path,
    workers: Workers,
    *,
    answers: int = 500,
    gated: bool = True,
    heard: Callable[[PartRead], None] | None = None,
) -> Archive:
    """Read archives into tables in a folder, and find the incidents of all that the folder holds.

    answers: in one part. heard: is told of each part as it is done. A run that was stopped goes on where it
    was; parts are whole or absent. Raises UsageError when the folder was written with other settings.
    """
    _settle(folder, answers, gated)
    found = list(divided(archives, answers=answers))
    broken = tuple(each for each in found if isinstance(each, Unreadable))
    parts = {each.name: each for each in found if not isinstance(each, Unreadable)}
    missing = [part for name, part in parts.items() if not is_written(folder, name)]
    tasks = [ReadPart(part, str(folder), gated) for part in missing]
    read = []
    for done in workers.run(read_part, tasks):
        read.append(done)
        if heard is not None:
            heard(done)
    incidents = find_incidents(folder, workers)
    return Archive(len(parts), len(parts) - len(tasks), tuple(read), incidents, broken)


def _settle(folder: Path, answers: int, gated: bool) -> None:
    """Keep the settings beside the tables: parts read in two ways do not go together."""
    settings = {"oqiga": __version__, "answers": answers, "gated": gated}
    path = folder / _SETTINGS
    if path.exists():
        before = json.loads(path.read_text(encoding="utf-8"))
        if before != settings:
            raise UsageError(f"this folder was written with {before}, not {settings}", subject=str(folder))
        return
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings) + "\n", encoding="utf-8")


def find_incidents(folder: Path, workers: Workers) -> int:
    """Find the incidents of all parts in a folder, write their tables, and return how many there are."""
    parts = tuple(sorted(path.stem for path in (folder / "reports").glob("[!.]*.parquet")))
    standing = standing_versions(folder, parts)
    members: dict[str, Member] = {}
    for part in parts:
        for row in rows_of(table_file(folder, "sketches", part), ["page", "report", "sketch"]):
            if standing.get(row["report"]) == (part, row["page"]):
                members[row["sketch"]] = (row["sketch"], row["report"], part, row["page"])
    buckets = 1 + len(members) // _SKETCHES_A_BUCKET
    blocks = [LinkBlocks(str(folder), parts, standing, bucket, buckets) for bucket in range(buckets)]
    linked: networkx.Graph[str] = networkx.Graph()
    linked.add_nodes_from(members)
    for pairs in workers.run(link_blocks, blocks):
        linked.add_edges_from(pairs)
    webs = sorted(
        tuple(members[name] for name in sorted(web)) for web in networkx.connected_components(linked)
    )
    found = [each for batch in workers.run(weave_webs, _tasks(folder, webs)) for each in batch]
    wholes = sorted((each for each in found if each.part_of is None), key=lambda each: each.id)
    _write(folder, wholes, sorted((each for each in found if each.part_of), key=lambda each: each.id))
    return len(wholes)


def _tasks(folder: Path, webs: list[tuple[Member, ...]]) -> Iterator[WeaveWebs]:
    source = iter(webs)
    while batch := tuple(islice(source, _WEBS_A_TASK)):
        yield WeaveWebs(str(folder), batch)


def _write(folder: Path, incidents: list[Incident], parts: list[Incident]) -> None:
    """Write the tables of incidents and their parts: their columns, their tolls, and each whole as JSON."""
    dossier = Dossier(incidents=tuple(incidents), parts=tuple(parts), claims={}, report_of={})
    write_table(folder / "incidents.parquet", incident_rows(dossier), INCIDENTS)
    write_table(folder / "tolls.parquet", toll_rows(dossier), TOLLS)
    partial = folder / ".incidents.jsonl"
    lines = "".join(f"{dumps(incident_to_json(each))}\n" for each in incidents)
    partial.write_text(lines, encoding="utf-8")
    partial.replace(folder / "incidents.jsonl")
