"""What a soak found, as a page of Markdown and a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from soaking.measuring import memory_of

_NAMES = ("watch", "desk", "alert")


def summary(found: dict[str, Any]) -> str:
    """Return the page."""
    return "\n".join([*_head(found), "", *_recoveries(found), "", *_memory(found), ""])


def _head(found: dict[str, Any]) -> Iterator[str]:
    wrong = found["wrong"]
    state = f"{len(wrong)} things wrong" if wrong else "nothing lost, nothing doubled, the book verified"
    yield f"### {found['book']}: {found['minutes']:.0f} minutes, {len(found['faults'])} faults"
    yield ""
    yield (
        f"{found['announced']} reports announced, {found['changed_later']} of them changed later; {state}."
    )
    yield from (f"- wrong: {each}" for each in wrong[:20])
    yield from (f"- left out: {each}" for each in found["left_out"])
    gaps = found["longest_gap_s"]
    yield (
        f"Caught up {found['caught_up_s']:.0f} s after the last report. Longest time without a sign of life: "
        + ", ".join(f"{name} {gaps[name]:.0f} s" for name in _NAMES)
        + f". The front page: {found['pages']['asked']} times, median {found['pages']['p50_ms']} ms, "
        f"slowest {found['pages']['most_ms']} ms."
    )


def _recoveries(found: dict[str, Any]) -> Iterator[str]:
    yield "| fault | times | watch enters again, s | desk answers again, s | alerts go on, s |"
    yield "| --- | --- | --- | --- | --- |"
    by_kind: dict[str, list[dict[str, float | None]]] = {}
    for fault in found["faults"]:
        by_kind.setdefault(fault["what"], []).append(fault["recovered_s"])
    for what, times in sorted(by_kind.items()):
        cells = []
        for name in _NAMES:
            known = [each[name] for each in times]
            told = sorted(each for each in known if each is not None)
            never = len(known) - len(told)
            cell = f"{told[len(told) // 2]:.0f}, at most {told[-1]:.0f}" if told else ""
            cells.append(cell + (f"; {never} not seen" if never else ""))
        yield f"| {what} | {len(times)} | {' | '.join(cells)} |"


def _memory(found: dict[str, Any]) -> Iterator[str]:
    yield "| process | longest life, minutes | MB at first, at last, most | MB an hour, in its later half |"
    yield "| --- | --- | --- | --- |"
    for name in _NAMES:
        told = memory_of(found["samples"], name)
        if told is None:
            yield f"| {name} | too short to tell | | |"
        else:
            yield (
                f"| {name} | {told['minutes']:.0f} | {told['first_mb']:.0f}, {told['last_mb']:.0f}, "
                f"{told['most_mb']:.0f} | {told['mb_an_hour']}, {told['later_half_mb_an_hour']} |"
            )


def draw(found: dict[str, Any], picture: Path) -> None:
    """Draw progress and memory over time, with the faults."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    minutes = [each["at"] / 60 for each in found["samples"]]
    figure, (upper, lower) = pyplot.subplots(2, 1, figsize=(9, 6), sharex=True, layout="constrained")
    for what in ("announced", "entries"):
        upper.plot(minutes, [each[what] for each in found["samples"]], label=what)
    for name in _NAMES:
        memory = [each["memory_mb"][name] or float("nan") for each in found["samples"]]
        lower.plot(minutes, memory, label=name)
    for fault in found["faults"]:
        for axis in (upper, lower):
            axis.axvspan(
                fault["began"] / 60, fault.get("ended", fault["began"]) / 60 + 0.05, alpha=0.15, color="red"
            )
    upper.set(title=f"{found['book']}: reports; faults in red", ylabel="so many")
    lower.set(title="resident memory", xlabel="minutes", ylabel="MB")
    lower.set_ylim(bottom=0)
    upper.legend()
    lower.legend()
    figure.savefig(picture)
