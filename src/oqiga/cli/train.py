"""`oqiga train`: the trained parts of the reader, made again from their data."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from oqiga.cli.app import app
from oqiga.cli.console import write_line
from oqiga.errors import SettingsError

training = typer.Typer(no_args_is_help=True, help="Train parts of the reader again (needs the train extra).")
app.add_typer(training, name="train")

Data = Annotated[Path, typer.Option(exists=True, dir_okay=False, help="The annotated texts, JSON Lines.")]
Out = Annotated[Path, typer.Option(help="Where to write the weights.")]


@training.command()
def roles(
    data: Data,
    out: Annotated[Path, typer.Option(help="The folder to write the weights to.")],
    encoder: Annotated[
        Path,
        typer.Option(exists=True, file_okay=False, help="The folder of the encoder all-MiniLM-L6-v2."),
    ],
    networks: Annotated[
        int, typer.Option(min=2, help="Networks to train, each without one fold; their answers are averaged.")
    ] = 3,
    epochs: Annotated[int, typer.Option(min=1, help="Passes over the reports.")] = 5,
    seed: Annotated[int, typer.Option(help="The same seed gives the same weights.")] = 20160605,
    resume: Annotated[bool, typer.Option(help="Go on from the last epoch written to the folder.")] = False,
    also: Annotated[Path | None, typer.Option(help="More annotated reports (MUC-4 dev).")] = None,
) -> None:
    """Train the networks of roles, the model of words and their rankers on MUC-4."""
    _module("oqiga.train.roles.command").train(
        data,
        out,
        encoder,
        networks=networks,
        epochs=epochs,
        seed=seed,
        resume=resume,
        also=also,
        tell=write_line,
    )


@training.command()
def rankers(
    data: Data,
    weights: Annotated[
        Path, typer.Option(exists=True, file_okay=False, help="The folder with the networks of roles.")
    ],
    also: Annotated[Path | None, typer.Option(help="More annotated reports (MUC-4 dev).")] = None,
    predictions: Annotated[
        Path | None, typer.Option(help="Where to write the cross-validated templates, for the scorer.")
    ] = None,
) -> None:
    """Fit words, rankers and values beside trained networks of roles, and tell cross-validated figures."""
    _module("oqiga.train.roles.assemble").train_beside(data, weights, also, predictions, write_line)


@training.command()
def attribution(
    data: Data,
    out: Out,
    seed: Annotated[int, typer.Option(help="The same seed gives the same weights.")] = 0,
) -> None:
    """Train the reader of attributions (who is cited for what) on PolNeAR."""
    _module("oqiga.train.attribution").train(data, out, seed=seed)


@training.command()
def confidence(
    data: Annotated[Path, typer.Option(exists=True, file_okay=False, help="One folder per benchmark.")],
    out: Out,
    most: Annotated[int | None, typer.Option(min=1, help="Reports of each benchmark, if not all.")] = None,
) -> None:
    """Calibrate the confidence of claims on shootings, MUC-4 and PolNeAR."""
    _module("oqiga.train.confidence").train(data, out, most=most, tell=write_line)


@training.command()
def kazakh_names(
    data: Annotated[Path, typer.Option(exists=True, dir_okay=False, help="The file train.jsonl of KazNERD.")],
    out: Out,
) -> None:
    """Train the finder of Kazakh names on KazNERD."""
    _module("oqiga.train.kazakh_ner").main(["train", str(data.parent), str(out)])


def _module(name: str) -> Any:
    """Import a training module. Raises SettingsError, naming the extra, when what it needs is missing."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("oqiga"):
            raise
        raise SettingsError(
            f"training needs {error.name}, which is not installed: pip install 'oqiga[train]'"
        ) from error
