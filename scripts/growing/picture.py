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
    """Return the measures as rows of Markdown; ratios of costs are to those at the size of the copy."""
    rows = [
        "| reports | at once, ms a report | against 10,000 | one by one, ms | against 10,000 "
        "| `show`, ms (most) | the largest incident, ms | disk | memory |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines = lines_of(out)
    base = next((line for line in lines if "at_once_ratio" in line), {})
    for line in lines:
        told, show = line["answers"], line["answers"]["show"]
        ratios = [
            round(line[name] / base[name], 2) if name in line else ""
            for name in ("at_once_ratio", "one_by_one_ratio")
        ]
        cells = [
            f"{line['reports']:,}",
            line["at_once_ms"],
            ratios[0],
            line.get("one_by_one_turn_ms", ""),
            ratios[1],
            f"{show['wall_ms']} ({show['most_wall_ms']})",
            told["show_largest"]["wall_ms"],
            f"{line['bytes'] / 1e6:.0f} MB",
            f"{line['memory_mb']} MB" if "memory_mb" in line else "",
        ]
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)


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
        adding.plot(sizes, [line["at_once_ms"] for line in lines], style, label=kind)
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
