"""Reports that a person has judged: every figure told, measures ordered, who is blamed on what ground.

For those who keep judged reports of their own. A line, as for `oqiga read --jsonl`: {"id", "text" or "html",
"published"?, "language"?, "title"?, "publisher"?}, with "tolls": [{"outcome", "group", "low", "high",
"optional"?}], "measures": [type], "blame": [{"name", "basis"}]. What is marked optional is neither missed nor
false. All and victims are one group here: in most reports it is a matter of taste which a figure is. "event"
judges the main event, see `reports_event`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oqiga.evaluate.kits.reports_event import EVENT, main_event, tally_event
from oqiga.evaluate.tally import Tally
from oqiga.gather.report import Known, make_report
from oqiga.model.claims import Blame, Measure, Toll
from oqiga.model.report import Report
from oqiga.model.terms import Group
from oqiga.read.reader import read_report
from oqiga.reconcile.naming import skeletons

ID_FIELD = "id"
SPLITS = {"judged": "reports.jsonl"}

_ONE_GROUP = {Group.VICTIMS.value: Group.ALL.value}
_TOLL = ("outcome", "group", "low", "high")


def report_of(document: Mapping[str, Any]) -> Report:
    """Return the report of a line as it comes in anywhere, without what was judged of it.

    Raises GatherError when there is nothing to read.
    """
    known = Known(
        id=str(document[ID_FIELD]),
        title=document.get("title"),
        publisher=document.get("publisher"),
        published=document.get("published"),
        language=document.get("language"),
    )
    return make_report(document.get("html") or document["text"], subject=str(document[ID_FIELD]), known=known)


def predict(document: Mapping[str, Any], *, trained: bool = True) -> dict[str, Any]:
    """Read one report, whatever it is about, and return what it tells in the form of the gold."""
    reading = read_report(report_of(document), gated=False, trained=trained)
    claims = reading.claims
    tolls = [_toll(claim) for claim in claims if isinstance(claim, Toll)]
    measures = sorted({claim.type.value for claim in claims if isinstance(claim, Measure)})
    blame = [
        {"name": claim.perpetrator, "basis": claim.basis.value}
        for claim in claims
        if isinstance(claim, Blame)
    ]
    told = {"tolls": tolls, "measures": measures, "blame": blame, EVENT: main_event(reading)}
    return {ID_FIELD: document[ID_FIELD], **told}


def _toll(claim: Toll) -> dict[str, Any]:
    figure = {"low": claim.low, "high": claim.high}
    return {"outcome": claim.outcome.value, "group": claim.group.value, **figure, "quote": claim.quote}


def tally(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Tally]:
    """Compare what was judged with what was read; each thing told counts once, however often it is told."""
    wanted, given = gold.get("tolls", ()), predicted["tolls"]
    optional = {_key(each) for each in wanted if each.get("optional")}
    asked = {_key(each) for each in wanted} - optional
    return {
        "tolls": _of_sets(asked, {_key(each) for each in given} - optional),
        "measures": _of_sets(set(gold.get("measures", ())), set(predicted["measures"])),
        "blame": _of_blame(gold.get("blame", ()), predicted["blame"]),
        **tally_event(gold, predicted),
    }


def _key(toll: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(_ONE_GROUP.get(toll[name], toll[name]) for name in _TOLL)


def _of_sets(wanted: set[Any], given: set[Any]) -> Tally:
    return Tally(float(len(wanted & given)), float(len(given)), float(len(wanted)))


def _of_blame(wanted: Sequence[Mapping[str, Any]], given: Sequence[Mapping[str, Any]]) -> Tally:
    """Compare blame: on the same ground, and by names of which one word is the same, in whatever case."""
    left = list({(each["name"], each["basis"]): each for each in given}.values())
    count, right = len(left), 0
    for each in wanted:
        found = next((other for other in left if _same_blame(each, other)), None)
        if found is not None:
            left.remove(found)
            right += 1
    return Tally(float(right), float(count), float(len(wanted)))


def _same_blame(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one["basis"] != other["basis"]:
        return False
    mine, theirs = (str(each["name"] or "") for each in (one, other))
    return mine.lower() == theirs.lower() or bool(skeletons(mine) & skeletons(theirs))
