"""Builders for tests of the book: claims and reports in one line."""

from oqiga.model.claims import Event, Place, Revision, Source, Statement, Toll, When
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.terms import PlacePrecision, TimePrecision
from oqiga.reconcile.evidence import Evidence, Header

OSH = {"geonames_id": 1527534, "country": "KG", "admin1": "Osh City", "latitude": 40.53, "longitude": 72.8}


def header(number, published=None, publisher="Daily", **more):
    root = more.pop("root", f"r-{number}")
    return Header(id=f"r-{number}", publisher=publisher, known=published, root=root, **more)


def source(name="Health Ministry", kind="health"):
    return Source(name=name, kind=_term("SourceKind", kind), span=Span(60, 75))


def toll(id, low, high="same", *, outcome="killed", group="all", by=None, start=0, revises=None, **more):
    if revises is not None:
        more["revision"] = Revision(how=_term("RevisionKind", revises[0]), of=revises[1], span=Span(0, 5))
    return Toll(
        id=id,
        span=Span(start, start + 20),
        quote="x" * 20,
        outcome=_term("Outcome", outcome),
        group=_term("Group", group),
        low=low,
        high=low if high == "same" else high,
        said_by=(source(*by),) if by else (),
        **{key: _typed(key, value) for key, value in more.items()},
    )


def place(name="Osh", precision="city", **more):
    return Place(name=name, precision=PlacePrecision(precision), span=Span(0, 3), **{**OSH, **more})


def when(day, precision="day", end=None):
    return When(start=day, end=end or day, precision=TimePrecision(precision))


def event(id, type="armed_attack", day="2019-08-10", places=None, start=0, **more):
    return Event(
        id=id,
        span=Span(start, start + 20),
        quote="x" * 20,
        type=_term("EventType", type),
        time=when(day) if day else When(),
        places=(place(),) if places is None else tuple(places),
        **{key: _typed(key, value) for key, value in more.items()},
    )


def statement(id, words, *, start=0, **more):
    return Statement(
        id=id, span=Span(start, start + 20), quote="x" * 20, speaker=None, words=words, direct=True, **more
    )


def report(number, text="Words of a report.", published="2019-08-11", publisher="Daily", **more):
    return Report(id=f"r-{number}", published=published, publisher=publisher, text=text, **more)


def told(claim, number, published, **more):
    return Evidence(claim, header(number, published, **more))


def _term(name, value):
    from oqiga.model import terms

    return getattr(terms, name)(value)


def _typed(key, value):
    names = {"certainty": "Certainty", "counts": "Counts", "status": "MeasureStatus", "stage": "Stage"}
    return _term(names[key], value) if key in names else value
