"""`oqiga archive`: a web archive to tables of reports, claims and incidents."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from oqiga.cli.app import app
from oqiga.cli.console import complain, out, write_line
from oqiga.cli.ledger_options import JsonOption
from oqiga.errors import GatherError, SettingsError
from oqiga.gather.inputs import suffix_of
from oqiga.model.wire import dumps
from oqiga.scale.workers import Here, OnRay, Processes, Workers

_SUFFIXES = (".warc", ".warc.gz")


@app.command("archive")
def read_web_archive(
    archives: Annotated[list[Path], typer.Argument(help="WARC files, or folders of them.")],
    folder: Annotated[Path, typer.Option("--out", "-o", help="The folder for the Parquet tables.")],
    workers: Annotated[int, typer.Option(min=1, max=4096, help="How many workers read.")] = 1,
    engine: Annotated[
        str, typer.Option(help="processes (of this machine) or ray (Ray Data, the extra `scale`).")
    ] = "processes",
    address: Annotated[
        str | None, typer.Option(help="A Ray cluster, such as auto or ray://host:10001; implies ray.")
    ] = None,
    answers: Annotated[int, typer.Option(min=1, help="Answers of the archive in one part.")] = 500,
    gate: Annotated[bool, typer.Option(help="Leave reports that are not about violence unread.")] = True,
    as_json: JsonOption = False,
) -> None:
    """Read web archives into tables; a run that was stopped goes on where it was."""
    from oqiga.scale.archive import read_archive  # pyarrow is an extra

    with ExitStack() as stack:
        chosen = _workers(engine, workers, address, stack)
        done = read_archive(_files(archives), folder, chosen, answers=answers, gated=gate)
    for each in done.broken:
        complain(str(each.error))
    counts = {
        "parts": done.parts,
        "skipped": done.skipped,
        "pages": sum(part.pages for part in done.read),
        "refused": sum(part.refused for part in done.read),
        "relevant": sum(part.relevant for part in done.read),
        "claims": sum(part.claims for part in done.read),
        "incidents": done.incidents,
    }
    if as_json:
        write_line(dumps(counts))
    else:
        out.print(", ".join(f"{count} {name}" for name, count in counts.items()))
    if done.broken:
        raise typer.Exit(1)


def _workers(engine: str, count: int, address: str | None, stack: ExitStack) -> Workers:
    if engine not in ("processes", "ray"):
        raise SettingsError(f"no engine {engine!r}; there are processes and ray")
    if address is not None or engine == "ray":
        cluster = OnRay(count, address)
        stack.callback(cluster.close)
        return cluster
    return Processes(count) if count > 1 else Here()


def _files(named: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in named:
        if not path.exists():
            raise GatherError("there is no such file", subject=str(path))
        inside = sorted(each for each in path.rglob("*") if suffix_of(each.name) in _SUFFIXES)
        found += inside if path.is_dir() else [path]
    return found
