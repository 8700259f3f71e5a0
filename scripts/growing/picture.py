"""What was measured of a growing book, drawn and as a table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_ANSWERED = (
    ("show", "show"),
    ("show_largest", "show the largest"),
    ("week", "a week"),
    ("latest_50", "50 latest"),
)


def lines_of(out: Path) -> list[dict[str, Any]]:
    """Return the measures in a file, one of each size."""
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def table(out: Path) -> str:
    """Return the measures as rows of Markdown; by turns: the grown book, and the copy of 10,000."""
    rows = [
        "| reports | at once, ms a report | by turns with 10,000 | one by one, by turns "
        "| `show`, ms (slowest) | disk | memory |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for line in lines_of(out):
        show = line["answers"]["show"]
        cells = [
            f"{line['reports']:,}",
            line.get("at_once_ms", ""),
            _turns(line, "at_once"),
            _turns(line, "one_by_one"),
            f"{show['wall_ms']:.0f} ({show['most_wall_ms']:.0f})",
            f"{line['bytes'] / 1e6:.0f} MB",
            f"{line['memory_mb']} MB" if "memory_mb" in line else "",
        ]
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)


def _turns(line: dict[str, Any], what: str) -> str:
    return f"{line[f'{what}_turn_ms']}, {line[f'{what}_base_ms']}" if f"{what}_turn_ms" in line else ""


def plot(outs: list[Path], picture: Path) -> None:
    """Draw the figures against the size of the book, a line for each file of measures."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(2, 2, figsize=(9, 6), layout="constrained")
    titles = (
        "adding at once, CPU ms a report",
        "answer, ms on the wall",
        "GB on disk",
        "MB of memory at most",
    )
    for axis, title in zip(axes.flat, titles, strict=True):
        axis.set(title=title, xscale="log", xlabel="reports in the book")
    for out, style in zip(outs, ("o-", "s--", "^:"), strict=False):
        lines, kind = lines_of(out), out.stem
        sizes = [line["reports"] for line in lines]
        adding, answer, disk, memory = axes.flat
        adding.plot(sizes, [line.get("at_once_ms") for line in lines], style, label=kind)
        for what, name in _ANSWERED:
            answer.plot(
                sizes, [line["answers"][what]["wall_ms"] for line in lines], style, label=f"{name}, {kind}"
            )
        disk.plot(sizes, [line["bytes"] / 1e9 for line in lines], style, label=kind)
        memory.plot(sizes, [line.get("memory_mb") for line in lines], style, label=kind)
    for axis in axes.flat:
        axis.set_ylim(bottom=0)
        axis.legend(fontsize=7)
    figure.savefig(picture)
