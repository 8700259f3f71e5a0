"""Reading the tolls of a short text, for tests."""

from oqiga.model.report import Report
from oqiga.read.context import Context
from oqiga.read.languages import language_pack
from oqiga.read.tolls import find_tolls


def tolls(text, language="en"):
    """Return the tolls of a text."""
    pack = language_pack(language)
    report = Report(id="r-1", text=text, language=language)
    return find_tolls(Context(report=report, document=pack.parse(text), pack=pack))


def told(text, language="en"):
    """Return each toll in short: "killed civilians 2", "injured all 24+", "detained all 3-5"."""
    return [short(toll) for toll in tolls(text, language)]


def short(toll):
    """Return one toll in short."""
    upper = "+" if toll.high is None else "" if toll.high == toll.low else f"-{toll.high}"
    return f"{toll.outcome.value} {toll.group.value} {toll.low}{upper}"
