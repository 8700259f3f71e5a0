"""What is read from a text, told in few words, as the examples of `examples/words.yaml` write it."""

from collections import Counter

from oqiga.model.claims import Claim
from oqiga.model.report import Report
from oqiga.read.reader import read_report


def read(text: str) -> list[Claim]:
    """Return the claims of a Kazakh text that is taken for news in any case."""
    return list(
        read_report(Report(id="r", text=text, language="kk", published="2024-05-06"), gated=False).claims
    )


def met(wanted: str, outline: Counter[str]) -> bool:
    """Tell whether an outline has what is wanted: "2 killed", "no bombing", "one bombing", "nothing"."""
    if wanted == "nothing":
        return not outline
    if wanted.startswith("no "):
        return not outline[wanted.removeprefix("no ")]
    if wanted.startswith("one "):
        return outline[wanted.removeprefix("one ")] == 1
    return bool(outline[wanted])


def outline(text: str) -> Counter[str]:
    """Return everything that an example may tell of a text: in general, then with what narrows it."""
    return Counter(line for claim in read(text) for line in _lines(claim))


def _lines(claim: Claim) -> list[str]:
    """Return "bombing", "bombing foiled", "bombing by содырлар" and the like."""
    if claim.kind == "toll":
        return _toll(claim)
    if claim.kind == "event":
        weapons = [f"{claim.type} with {weapon.type}" for weapon in claim.weapons]
        people = [f"{claim.type} by {one.name.lower()}" for one in claim.perpetrators]
        targets = [f"{claim.type} of {one.name.lower()}" for one in claim.targets]
        days = [f"{claim.type} on {claim.time.start}"] if claim.time.start else []
        return [claim.type, f"{claim.type} {claim.stage}", *days, *weapons, *people, *targets]
    if claim.kind == "measure":
        dates = [
            f"{claim.type} {name} {day}"
            for name, day in (("from", claim.valid_from), ("until", claim.valid_until))
            if day
        ]
        levels = [f"{claim.type}: {claim.level}"] if claim.level else []
        issuers = [f"{claim.type} by {claim.issuer.lower()}"] if claim.issuer else []
        places = [f"{claim.type} in {place.name}" for place in claim.places]
        return [claim.type, f"{claim.type} {claim.status}", *dates, *levels, *issuers, *places]
    if claim.kind == "blame":
        return ["blame", f"{claim.basis} {claim.perpetrator or 'nobody'}"]
    speaker = [f"{claim.speaker} says"] if claim.speaker else []
    return ["statement", *speaker, *([f"in {claim.channel}"] if claim.channel else [])]


def _toll(claim: Claim) -> list[str]:
    """Return the figure with its outcome, then with its group, certainty and source."""
    figure = (
        f"{claim.low}+"
        if claim.high is None
        else str(claim.low)
        if claim.high == claim.low
        else f"{claim.low}-{claim.high}"
    )
    figure = f"~{figure}" if claim.approximate else figure
    plain = f"{figure} {claim.outcome}"
    told = [plain, f"{figure} {claim.group} {claim.outcome}", f"{claim.certainty} {plain}", "toll"]
    sources = [f"{plain} by {source.name.lower()}" for source in claim.said_by]
    part = [f"{plain} of those"] if claim.part_of else []
    kinds = [f"{plain} by {source.kind}" for source in claim.said_by]
    return [*told, *sources, *kinds, *part, *([f"{plain} earlier"] if claim.background else [])]
