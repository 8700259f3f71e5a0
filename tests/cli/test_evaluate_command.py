"""`oqiga evaluate` on a folder of invented data: all kits, JSON, tables, and what is missing."""

import json

import pytest
from typer.testing import CliRunner

from oqiga.cli.app import app
from oqiga.cli.evaluate import evaluate_command
from oqiga.read.confidence.calibrated import installed

REPORT = {
    "id": "a", "published": "2016-06-06", "n_killed": 2, "n_injured": 5, "date": "2016-06-05",
    "text": "Two men were killed and five were wounded when gunmen opened fire in a bar on Sunday, police said.",
}  # fmt: skip
SAID = "The mayor said the bridge is safe again."


@pytest.fixture
def data(tmp_path):
    lines = {
        "shootings/dev.jsonl": REPORT,
        "attribution/train.jsonl": {
            "id": "text-3", "text": SAID,
            "attributions": [{"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 39]]}],
        },
    }  # fmt: skip
    for name, line in lines.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(line) + "\n")
    return tmp_path / "data"


def evaluate(*arguments):
    assert any(each.callback is evaluate_command for each in app.registered_commands)
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


def test_all_scores_what_is_there_and_names_what_is_not(data, tmp_path):
    done = evaluate("all", "--data", data, "--json", "--write", tmp_path / "tables.md")
    scored = {line["kit"]: line for line in map(json.loads, done.stdout.splitlines()) if line}
    assert done.exit_code == 1
    assert set(scored) == {"shootings", "attribution"}
    assert scored["attribution"]["split"] == "train"
    killed = scored["shootings"]["scores"]["killed"]
    assert killed["f1"] == 1.0
    assert 0 <= killed["low"] <= killed["high"] <= 1
    for missing in ("muc4", "timex", "places"):
        assert missing in done.stderr
    assert (
        "| shootings, dev | precision | recall | F1 | 95 % interval |" in (tmp_path / "tables.md").read_text()
    )


@pytest.mark.skipif(installed() is None, reason="the weights stand apart and are not installed")
def test_calibration_is_a_table_and_a_diagram(data, tmp_path):
    (data / "muc4").mkdir()
    (data / "muc4" / "dev.jsonl").write_text("")
    done = evaluate("calibration", "--data", data, "--plot", tmp_path / "r.svg")
    assert done.exit_code == 0, done.output
    assert "| toll | 2 |" in done.stdout
    assert (tmp_path / "r.svg").read_text().startswith("<svg")


def test_without_the_model_the_kits_still_answer(data):
    done = evaluate("attribution", "--data", data, "--no-model")
    assert done.exit_code == 0, done.output
    assert "| attribution |" in done.stdout
