"""Training everything behind templates from annotated reports: networks, model of words, rankers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from oqiga.errors import SettingsError
from oqiga.train.roles.assemble import read_documents, train_beside
from oqiga.train.roles.examples import make_example
from oqiga.train.roles.export import export
from oqiga.train.roles.fit import Recipe, fit
from oqiga.train.roles.folds import Lesson, save_lessons
from oqiga.train.roles.network import new_network

Document = Mapping[str, Any]


def train(
    texts: Path,
    out: Path,
    encoder: Path,
    *,
    networks: int,
    epochs: int,
    seed: int,
    resume: bool,
    also: Path | None,
    tell: Callable[[str], None],
) -> None:
    """Train from annotated reports and write all files of the reader's weights to a folder.

    encoder: folder of the pretrained encoder with its tokenizer. networks: how many to train, each without
    one fold of the reports, on which the rankers see its answers; in use their answers are averaged.
    also: more reports.
    """
    documents = [*read_documents(texts), *(read_documents(also) if also else [])]
    out.mkdir(parents=True, exist_ok=True)
    lessons = {f"encoder-{number + 1}": Lesson(networks, number, True) for number in range(networks)}
    save_lessons(lessons, out)
    for number, (name, lesson) in enumerate(lessons.items()):
        seen = [each for each in documents if lesson.holds(each, of_also=False)]
        checkpoint = out / f"{name}.pt"
        if not resume:
            checkpoint.unlink(missing_ok=True)
        recipe = Recipe(epochs=epochs, seed=seed + number)
        _train_network(seen, out / f"{name}.onnx", encoder, checkpoint, recipe, tell)
    train_beside(texts, out, also, None, tell)


def _train_network(
    seen: Sequence[Document],
    out: Path,
    encoder: Path,
    checkpoint: Path,
    recipe: Recipe,
    tell: Callable[[str], None],
) -> None:
    vocabulary = encoder / "tokenizer.json"
    if not vocabulary.exists():
        raise SettingsError(f"no pretrained encoder with a tokenizer.json in {encoder}")
    tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    torch.manual_seed(recipe.seed)
    network = new_network(encoder)
    examples = [make_example(each, tokenizer) for each in seen]
    fit(network, examples, recipe, checkpoint=checkpoint, tell=tell)
    export(network, vocabulary, out)
