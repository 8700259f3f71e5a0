import json
import sys

import pytest
from typer.testing import CliRunner

from oqiga.cli import app
from oqiga.cli import train as train_commands
from oqiga.errors import SettingsError


@pytest.fixture
def texts(tmp_path):
    path = tmp_path / "train.jsonl"
    path.write_text("", encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(app, ["train", *map(str, arguments)])


def test_what_can_be_trained_is_told():
    result = run("--help")
    assert all(name in result.output for name in ("roles", "rankers", "attribution", "kazakh-names"))


def test_missing_texts_are_named():
    result = run("attribution", "--data", "nowhere.jsonl", "--out", "weights")
    assert result.exit_code == 2
    assert "nowhere.jsonl" in result.output


def test_a_missing_library_names_the_extra(texts, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    for name in [name for name in sys.modules if name.startswith("oqiga.train.roles")]:
        monkeypatch.delitem(sys.modules, name)
    result = run("roles", "--data", texts, "--out", tmp_path / "out", "--encoder", tmp_path)
    assert isinstance(result.exception, SettingsError)
    assert "oqiga[train]" in str(result.exception)


@pytest.mark.parametrize(
    ("command", "module", "options", "expected"),
    [
        ("attribution", "attribution", ("--seed", 3), {"seed": 3}),
        ("roles", "roles.command", ("--epochs", 2, "--resume"), {"epochs": 2, "resume": True, "also": None}),
    ],
)
def test_options_reach_the_training(command, module, options, expected, texts, tmp_path, monkeypatch):
    asked = {}

    class Module:
        @staticmethod
        def train(*places, **given):
            asked.update(given, places=places)

    monkeypatch.setattr(
        train_commands, "_module", lambda name: Module if name == f"oqiga.train.{module}" else None
    )
    encoder = ("--encoder", tmp_path) if command == "roles" else ()
    result = run(command, "--data", texts, "--out", tmp_path / "out", *encoder, *options)
    assert result.exit_code == 0, result.output
    assert {name: asked[name] for name in expected} == expected
    assert json.dumps([str(each) for each in asked["places"][:2]]) == json.dumps(
        [str(texts), str(tmp_path / "out")]
    )


def test_rankers_are_fitted_beside_an_encoder(texts, tmp_path, monkeypatch):
    asked = []

    class Module:
        @staticmethod
        def train_beside(*given):
            asked.extend(given[:4])

    monkeypatch.setattr(
        train_commands, "_module", lambda name: Module if name == "oqiga.train.roles.assemble" else None
    )
    result = run("rankers", "--data", texts, "--weights", tmp_path, "--predictions", tmp_path / "told.jsonl")
    assert result.exit_code == 0, result.output
    assert asked == [texts, tmp_path, None, tmp_path / "told.jsonl"]


def test_rankers_need_a_folder_with_an_encoder(texts, tmp_path):
    result = run("rankers", "--data", texts, "--weights", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.output
