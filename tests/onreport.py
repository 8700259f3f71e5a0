"""Builders for tests of reading: an invented report on the reader's desk, its claims step by step."""

from oqiga.locate.places import find_places
from oqiga.locate.times import find_times
from oqiga.model.report import Report
from oqiga.read.background import mark_background
from oqiga.read.blame import find_blame
from oqiga.read.context import Context
from oqiga.read.events import find_events
from oqiga.read.grouping import group
from oqiga.read.languages import language_pack
from oqiga.read.measures import find_measures
from oqiga.read.tolls import find_tolls

PUBLISHED = "2021-03-10"


def on_desk(text, published=PUBLISHED, language="en"):
    pack = language_pack(language)
    document = pack.parse(text)
    report = Report(id="r-test", published=published, language=language, text=text)
    times, places = find_times(document, published), find_places(document)
    return Context(report=report, document=document, pack=pack, times=times, places=places)


def grouped(text, published=PUBLISHED):
    context = on_desk(text, published)
    tolls = find_tolls(context)
    claims = (*find_events(context, tolls), *tolls, *find_blame(context), *find_measures(context))
    return group(context, mark_background(context, claims))
