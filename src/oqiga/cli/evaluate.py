"""`oqiga evaluate`: scores on public benchmarks, through the reader's normal interface."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from oqiga.cli.app import app
from oqiga.cli.console import with_progress, write_line
from oqiga.errors import EvaluateError
from oqiga.evaluate.kit import KITS, kit
from oqiga.evaluate.run import data_folder, evaluate, load_documents, split_path, table
from oqiga.evaluate.tally import FieldScore


@app.command(name="evaluate")
def evaluate_command(
    name: Annotated[str, typer.Argument(help=f"One of: {', '.join(KITS)}, all.")],
    predict: Annotated[
        tuple[Path, Path] | None,
        typer.Option(
            metavar="DOCS OUT", help="Only predict: documents in, predictions out for the kit's score.py."
        ),
    ] = None,
    data: Annotated[Path | None, typer.Option(help="The folder with one folder per benchmark.")] = None,
    split: Annotated[str, typer.Option(help="Which part of the data.")] = "dev",
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many documents.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write scores as JSON.")] = False,
) -> None:
    """Score the reader on a public benchmark."""
    if predict is not None:
        _predict(name, *predict)
        return
    folder = data_folder(data)
    for each in KITS if name == "all" else (name,):
        chosen = kit(each)
        documents = list(islice(load_documents(split_path(each, chosen, folder=folder, split=split)), limit))
        scores = evaluate(chosen, with_progress(documents, what=each, shown=True))
        write_line(_as_json(each, split, scores) if as_json else table(f"{each}, {split}", scores) + "\n")


def _predict(name: str, documents: Path, out: Path) -> None:
    chosen = kit(name)
    try:
        with out.open("w", encoding="utf-8") as opened:
            for document in with_progress(load_documents(documents), what=f"predicting {name}", shown=True):
                opened.write(json.dumps(chosen.predict(document), ensure_ascii=False) + "\n")
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
