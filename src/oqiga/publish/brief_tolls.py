"""The figures of a brief: a whole with its groups beneath it, who gives each, what it replaced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oqiga.model.incident import SettledToll
from oqiga.model.phrase import Phrase, phrase
from oqiga.model.terms import Certainty, Group
from oqiga.publish import labels
from oqiga.publish.notebook import Line, Notebook
from oqiga.publish.phrases import spoken
from oqiga.publish.words import Translate, counted, spoken_date, spoken_number
from oqiga.reconcile.point import behind_repeats

_MOST_SPEAKERS = 2
_MOST_EARLIER = 4


def figure(toll: SettledToll, say: Translate, lang: str) -> str:
    """Write a figure: "18", "9 or more", "18 (17–25)", "up to 30"."""
    best, low = spoken_number(toll.best, lang), spoken_number(toll.low, lang)
    if toll.at_most:
        return spoken(phrase("at_most", high=toll.best), lang)
    if toll.high is None:
        least = f"{best} {say('or more')}"
        return least if toll.low == toll.best else f"{least} ({say('low')} {low})"
    if toll.low == toll.high:
        return best
    return f"{best} ({low}–{spoken_number(toll.high, lang)})"


def toll_lines(tolls: Sequence[SettledToll], notebook: Notebook, say: Translate) -> list[Line]:
    """Return one line per figure: a whole first, its groups as parts beneath it."""
    order = list(dict.fromkeys(toll.outcome for toll in tolls))
    lines = []
    for outcome in order:
        of_outcome = sorted(
            (toll for toll in tolls if toll.outcome == outcome), key=lambda toll: toll.group is not Group.ALL
        )
        whole = of_outcome[0].group is Group.ALL
        for position, toll in enumerate(of_outcome):
            label = say(labels.OUTCOMES[outcome]) if position == 0 else ""
            group = "" if toll.group is Group.ALL else people_of(toll, notebook.language)
            shown = " ".join(part for part in (figure(toll, say, notebook.language), group) if part)
            depth = 1 if whole and position else 0
            lines.append(
                Line(toll_source(toll, say, notebook), notebook.cite(toll.claims), label, shown, depth)
            )
    return lines


def people_of(toll: SettledToll, language: str) -> str:
    """Return the word for the people of a figure, as it stands behind that figure."""
    number = 1 if toll.best == 1 and toll.high == 1 else max(toll.best, 2)
    return counted(labels.ONE_OF[toll.group], labels.GROUPS[toll.group], number, language)


def toll_source(toll: SettledToll, say: Translate, notebook: Notebook) -> str:
    """Say who gives the best figure, as of when, and the last figures it took the place of."""
    who = ", ".join(_speakers(toll.claims, notebook)[:_MOST_SPEAKERS])
    apart = {toll.best, *counts_of_less(toll), *added_to_at_once(toll)}
    fallen = [point for point in toll.series if not point.standing and not point.denied]
    replaced = [str(point.low) for point in fallen if point.low not in apart]
    earlier = list(dict.fromkeys(reversed(replaced)))[:_MOST_EARLIER]
    when = spoken_date(toll.as_of[:10], notebook.language) if toll.as_of else ""
    parts = [who, when, f"{say('earlier')} {', '.join(reversed(earlier))}" if earlier else ""]
    parts.append(_doubt(toll, say, notebook))
    parts.append(say("disputed") if toll.disputed else "")
    return " · ".join(part for part in parts if part)


def _doubt(toll: SettledToll, say: Translate, notebook: Notebook) -> str:
    """Return how sure the figure is, where none of those who give it states it."""
    told = [notebook.claims[each].certainty for each in toll.claims if each in notebook.claims]
    sure = not told or Certainty.STATED in told
    return "" if sure else say(labels.CERTAINTIES[told[0]])


def counts_of_less(toll: SettledToll) -> set[int]:
    """Return the figures that only count something less, as those killed in a later raid."""
    found: set[int] = set()
    for reason in toll.reasons:
        figure = reason.values.get("figure")
        if isinstance(figure, int) and _fell_as(reason, "counts_less"):
            found.add(figure)
    return found


def added_to_at_once(toll: SettledToll) -> set[int]:
    """Return the figures that their own report adds others to: "*five* pupils and a teacher" were six."""
    grew = {reason.values.get("figure") for reason in toll.reasons if _fell_as(reason, "grew")}
    return {
        point.low
        for point in toll.series
        if not point.standing and point.at == toll.as_of and point.low in grew
    }


def _fell_as(reason: Phrase, id: str) -> bool:
    fallen = behind_repeats(reason.values.get("fallen"))
    return fallen is not None and fallen.id == id


def _speakers(claims: Iterable[str], notebook: Notebook) -> list[str]:
    """Return who says these claims, each once: the source named, else the outlet."""
    named = []
    for claim in (notebook.claims[each] for each in claims if each in notebook.claims):
        if claim.said_by:
            named.append(claim.said_by[0].name)
        elif (report := notebook.report_of.get(claim.id)) is not None and report.publisher:
            named.append(report.publisher)
    return list(dict.fromkeys(named))
