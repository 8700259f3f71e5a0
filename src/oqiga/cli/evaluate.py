"""`oqiga evaluate`: scores on public benchmarks, through the reader's normal interface."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from oqiga.cli.app import app
from oqiga.cli.console import complain, with_progress, write_line
from oqiga.errors import EvaluateError
from oqiga.evaluate.confidence.calibration import Calibration, calibrations, dev_examples, judged
from oqiga.evaluate.confidence.calibration import table as calibration_table
from oqiga.evaluate.confidence.diagram import diagram
from oqiga.evaluate.grouped import NAME as INCIDENTS
from oqiga.evaluate.grouped import Grouping, grouping_table, groupings, sorted_reports
from oqiga.evaluate.kit import KITS, OWN, kit
from oqiga.evaluate.run import best_split, data_folder, evaluate, load_documents, split_path, table
from oqiga.evaluate.tally import FieldScore
from oqiga.read.confidence.calibrated import installed

CALIBRATION = "calibration"
"""What confidence is measured under."""


@app.command(name="evaluate")
def evaluate_command(
    name: Annotated[
        str, typer.Argument(help=f"One of: {', '.join((*KITS, CALIBRATION, *OWN, INCIDENTS))}, all.")
    ],
    predict: Annotated[
        tuple[Path, Path] | None,
        typer.Option(
            metavar="DOCS OUT", help="Only predict: documents in, predictions out for the kit's score.py."
        ),
    ] = None,
    data: Annotated[Path | None, typer.Option(help="The folder with one folder per benchmark.")] = None,
    split: Annotated[
        str | None, typer.Option(help="Which part of the data; dev where there is one, else train.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many documents.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write scores as JSON.")] = False,
    model_weights: Annotated[
        bool, typer.Option("--with-model/--no-model", help="Use the trained weights that stand apart.")
    ] = True,
    write: Annotated[Path | None, typer.Option(help="Also write the tables to this Markdown file.")] = None,
    plot: Annotated[
        Path | None, typer.Option(help="Draw the reliability diagram of calibration to this SVG file.")
    ] = None,
) -> None:
    """Score the reader on a public benchmark, its confidence, or reports of your own.

    `reports` and `incidents` score what you judged and sorted yourself; `all` leaves them out.
    """
    if predict is not None:
        _predict(name, *predict, trained=model_weights)
        return
    folder = data_folder(data)
    tables: list[str] = []
    failed = False
    for each in (*KITS, CALIBRATION) if name == "all" else (name,):
        try:
            if each == CALIBRATION:
                scored = _calibration(folder, limit, plot)
                packed, shown = _calibration_json(scored), calibration_table(scored)
            elif each == INCIDENTS:
                grouped = _grouped(folder, limit, trained=model_weights)
                packed, shown = _groupings_json(grouped), grouping_table(grouped)
            else:
                packed, shown = _scored(each, folder, split, limit, trained=model_weights)
        except EvaluateError as error:
            if name != "all":
                raise
            complain(str(error))
            failed = True
            continue
        write_line(packed if as_json else shown + "\n")
        tables.append(shown)
    if write is not None:
        _write(write, "\n\n".join(tables) + "\n")
    if failed:
        raise typer.Exit(1)


def _scored(
    name: str, folder: Path, split: str | None, limit: int | None, *, trained: bool
) -> tuple[str, str]:
    """Score one benchmark. Returns the scores as JSON and as a table."""
    chosen = kit(name)
    part = split or best_split(name, chosen, folder)
    documents = list(islice(load_documents(split_path(name, chosen, folder=folder, split=part)), limit))
    scores = evaluate(chosen, with_progress(documents, what=name, shown=True), trained=trained)
    return _as_json(name, part, scores), table(f"{name}, {part}", scores)


def _grouped(folder: Path, limit: int | None, *, trained: bool) -> tuple[Grouping, ...]:
    documents = list(islice(load_documents(sorted_reports(folder)), limit))
    return groupings(with_progress(documents, what=INCIDENTS, shown=True), trained=trained)


def _groupings_json(found: tuple[Grouping, ...]) -> str:
    scores = {
        each.dates: {**asdict(each.score), "f1": each.score.f1, "found": dict(each.found)} for each in found
    }
    return json.dumps({"kit": INCIDENTS, "split": "sorted", "scores": scores}, ensure_ascii=False)


def _calibration(folder: Path, limit: int | None, plot: Path | None) -> list[Calibration]:
    models = installed()
    if models is None:
        raise EvaluateError("no weights of confidence are installed; `oqiga train confidence` makes them")
    examples = list(with_progress(dev_examples(folder, limit), what=CALIBRATION, shown=True))
    found = calibrations(judged(examples, models))
    if plot is not None:
        _write(plot, diagram(found))
    return found


def _calibration_json(found: list[Calibration]) -> str:
    return json.dumps(
        {"kit": CALIBRATION, "split": "dev", "scores": {each.name: asdict(each) for each in found}}
    )


def _write(path: Path, words: str) -> None:
    try:
        path.write_text(words, encoding="utf-8")
    except OSError as error:
        raise EvaluateError(error.strerror or "cannot be written", subject=str(path)) from error


def _predict(name: str, documents: Path, out: Path, *, trained: bool) -> None:
    chosen = kit(name)
    try:
        with out.open("w", encoding="utf-8") as opened:
            for document in with_progress(load_documents(documents), what=f"predicting {name}", shown=True):
                predicted = chosen.predict(document, trained=trained)
                opened.write(json.dumps(predicted, ensure_ascii=False) + "\n")
    except OSError as error:
        raise EvaluateError(error.strerror or "cannot be written", subject=str(out)) from error


def _as_json(name: str, split: str, scores: list[FieldScore]) -> str:
    fields = {
        score.field: {
            "precision": score.tally.precision,
            "recall": score.tally.recall,
            "f1": score.tally.f1,
            "low": score.low,
            "high": score.high,
        }
        for score in scores
    }
    return json.dumps({"kit": name, "split": split, "scores": fields})
