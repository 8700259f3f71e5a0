"""MUC-4: templates of violent incidents from Latin American news of 1988 to 1990, in capitals.

The trained encoder, the model of words and the patterns fill the roles together; where the trained files are
not installed, the patterns fill them alone. Dates and places come from the reader's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oqiga.evaluate.muc4.align import TYPE, compare
from oqiga.evaluate.muc4.options import best
from oqiga.evaluate.muc4.slots import to_form
from oqiga.evaluate.muc4.when import date_of
from oqiga.evaluate.muc4.where import home_country, location_of, place_options
from oqiga.evaluate.muc4.worth import worthy
from oqiga.evaluate.tally import Tally
from oqiga.model.claims import Claim
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.read.context import Context
from oqiga.read.encoder.model import encoder
from oqiga.read.reader import find_claims, make_context
from oqiga.read.templates.evidence import gather_evidence
from oqiga.read.templates.fill import fill, judge
from oqiga.read.templates.filled import Template
from oqiga.read.templates.from_claims import templates_from
from oqiga.read.templates.linear import Choice, Logistic
from oqiga.read.templates.patterns import named_in
from oqiga.read.templates.trained import choices, clause_model, place_model, ranking, word_model, worth

ID_FIELD = "docid"
SPLITS = {"train": "train.jsonl", "dev": "dev.jsonl"}


def predict(document: Mapping[str, Any], *, trained: bool = True) -> dict[str, Any]:
    """Fill the templates of one report; the key in `document` is not looked at."""
    text = document["text"][document["body_start"] :]
    published = document.get("dateline_date")
    context = make_context(Report(id=document["docid"], text=text, published=published, language="en"))
    claims = find_claims(context)
    home = home_country(document.get("dateline_place"), document.get("dateline_country"))
    templates = templates_of(context, claims, trained=trained)
    chosen, place = (choices(), place_model()) if trained else ({}, None)
    forms = [form_of(each, context, home, chosen, place) for each in templates]
    read = encoder() if trained else None
    if read is not None:
        averaged = read.networks > 1
        pairs = zip(forms, templates, strict=True)
        weighed = (worthy(*pair, text, chosen, worth(), averaged=averaged) for pair in pairs)
        forms = [each for each in weighed if each is not None]
    return {"docid": document["docid"], "templates": forms}


def templates_of(context: Context, claims: Sequence[Claim], *, trained: bool = True) -> tuple[Template, ...]:
    """Fill templates with what is installed: trained files and patterns, or patterns alone."""
    text = context.report.text
    if not trained:
        return templates_from(claims, text)
    read, words, clauses, ranked = encoder(), word_model(), clause_model(), ranking()
    if read is None or words is None or clauses is None or ranked is None:
        return templates_from(claims, text)
    evidence = gather_evidence(context, read, words, clauses, named_in(claims, text))
    return fill(evidence, judge(evidence, ranked), ranked.least, ranked.together)


def form_of(
    template: Template,
    context: Context,
    home: str | None,
    chosen: Mapping[str, Choice],
    place: Logistic | None,
) -> dict[str, Any]:
    """Return one template with its date and place in the form of the task.

    chosen: models of slot values. place: the model that chooses among places; a plain rule does without it.
    """
    spans = spans_of(template, context.report.text)
    where = (context.document, context.places, spans, home)
    location = location_of(*where) if place is None else best(place_options(*where), place)
    return to_form(
        template,
        context.report.text,
        chosen,
        date=date_of(context.document, context.times, spans, context.report.published),
        location=location or [],
    )


def spans_of(template: Template, text: str) -> list[Span]:
    """Return where the own fillers of a template stand, the surest first; else the text's opening."""
    own = (each for each in template.fillers if not each.shared)
    spans = [each.span for each in sorted(own, key=lambda filler: -filler.odds)]
    return spans or [Span(0, min(1, len(text)))]


def tally(gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Tally]:
    """Return CEAF-TF by slot and in total, and whether reports with an incident were told from others."""
    fields = compare(predicted["templates"], gold["gtt"])
    total = sum(fields.values(), Tally())
    said, wanted = bool(predicted["templates"]), bool(gold["gtt"])
    certain = any(not each["optional"] for each in gold["templates"])
    counted = certain or not wanted
    relevant = Tally(float(said and certain), float(said and counted), float(certain))
    return {"all": total, **fields, "relevant": relevant}


__all__ = ["ID_FIELD", "SPLITS", "TYPE", "form_of", "predict", "spans_of", "tally", "templates_of"]
