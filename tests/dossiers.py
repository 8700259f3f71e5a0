"""One invented report with its claims, as a dossier; builders for the tests of publishing."""

from oqiga.model import terms
from oqiga.model.claims import Blame, Event, Measure, Place, Revision, Source, Statement, Toll, When
from oqiga.model.ids import claim_id
from oqiga.model.record import Record
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.publish.dossier import dossier_of_records
from oqiga.reconcile.incident import build_incidents

TEXT = (
    "At least nine people were killed when gunmen stormed a bus station in Taraz on Saturday, the Health Ministry "
    "said, raising an earlier toll of six. Three of the dead were attackers.\n\n"
    "Police sealed off the centre. =SUM(A1) was painted on a wall. <script>alert(1)</script>\n\n"
    '"We are looking for the organizers," spokesman Daniyar Omarov said. Officials blamed a banned group.'
)


def at(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def make(kind, quote, *, key=(), text=TEXT, report="r1", **fields):
    span = at(quote, text)
    return kind(
        id=claim_id(report, kind.__name__, span, *key),
        span=span,
        quote=quote,
        incident="i-taraz",
        **fields,
    )


def taraz(span):
    return Place(
        name="Taraz", geonames_id=1516905, country="KZ", admin1="Zhambyl", latitude=42.9, longitude=71.37,
        precision=terms.PlacePrecision.CITY, span=span,
    )  # fmt: skip


def record(*, publisher="Steppe Wire", title="Nine killed at bus station"):
    health = Source(name="Health Ministry", kind=terms.SourceKind.HEALTH, span=at("Health Ministry"))
    omarov = Source(name="Daniyar Omarov", kind=terms.SourceKind.GOVERNMENT, span=at("Daniyar Omarov"))
    new = make(
        Toll, "At least nine people were killed", outcome=terms.Outcome.KILLED, group=terms.Group.ALL,
        low=9, high=None, said_by=(health,), said_on="2019-08-11",
    )  # fmt: skip
    old = make(
        Toll, "an earlier toll of six", outcome=terms.Outcome.KILLED, group=terms.Group.ALL, low=6, high=6,
        superseded_by=new.id, said_by=(health,),
        revision=Revision(how=terms.RevisionKind.UPDATES, of=None, span=at("raising")),
    )  # fmt: skip
    attackers = make(
        Toll, "Three of the dead were attackers", outcome=terms.Outcome.KILLED, group=terms.Group.ATTACKERS,
        low=3, high=3, counts=terms.Counts.SUBSET, part_of=new.id,
    )  # fmt: skip
    event = make(
        Event, "gunmen stormed a bus station in Taraz on Saturday", type=terms.EventType.ARMED_ATTACK,
        time=When(start="2019-08-10", end="2019-08-10", precision=terms.TimePrecision.DAY, text="on Saturday",
                  span=at("on Saturday")),
        places=(taraz(at("Taraz")),),
    )  # fmt: skip
    cordon = make(Measure, "Police sealed off the centre", type=terms.MeasureType.CORDON, issuer="Police")
    words = make(
        Statement, '"We are looking for the organizers," spokesman Daniyar Omarov said', speaker="Daniyar Omarov",
        role="spokesman", words="We are looking for the organizers", direct=True, said_by=(omarov,),
    )  # fmt: skip
    blame = make(
        Blame, "Officials blamed a banned group", perpetrator="a banned group", basis=terms.Basis.ACCUSED
    )
    report = Report(
        id="r1",
        title=title,
        publisher=publisher,
        published="2019-08-11T18:00:00+06:00",
        language="en",
        text=TEXT,
    )
    claims = (event, new, old, attackers, cordon, words, blame)
    incidents = build_incidents([report], {report.id: claims})
    return Record(report=report, relevant=True, relevance=0.99, claims=claims, incidents=incidents)


def dossier(**fields):
    return dossier_of_records([record(**fields)])
