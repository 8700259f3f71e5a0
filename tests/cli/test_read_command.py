import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

OQIGA = str(Path(sys.executable).parent / "oqiga")
REPORT = (
    "Four killed in Taraz\n\nFour people were killed and six were wounded when gunmen attacked a market in Taraz, "
    "Kazakhstan, on Sunday, the Interior Ministry said.\n\nPolice sealed off the area."
)


def oqiga(*arguments, stdin=None, cwd=None):
    return subprocess.run(
        [OQIGA, *arguments],
        input=stdin,
        capture_output=True,
        timeout=120,
        cwd=cwd,
        env={**os.environ, "COLUMNS": "100"},
    )


def records(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_report_becomes_a_brief_for_a_person(tmp_path):
    (tmp_path / "report.txt").write_text(REPORT)
    done = oqiga("read", str(tmp_path / "report.txt"), "--published", "2016-06-06")
    shown = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert "killed        4" in shown
    assert "[1]" in shown


def test_standard_input_becomes_a_record_and_twice_the_same_bytes():
    first = oqiga("read", "-", "--json", "--published", "2016-06-06", stdin=REPORT.encode())
    second = oqiga("read", "-", "--json", "--published", "2016-06-06", stdin=REPORT.encode())
    (record,) = records(first)
    assert first.stdout == second.stdout
    assert record["version"] == 1
    assert record["report"]["title"] == "Four killed in Taraz"
    for claim in record["claims"]:
        start, end = claim["span"]
        assert record["report"]["text"][start:end] == claim["quote"]


def test_lines_keep_their_order_and_ids_with_two_workers_and_bad_lines_are_named(tmp_path):
    lines = [
        json.dumps({"id": f"n{number}", "text": REPORT, "published": "2016-06-06"}) for number in range(9)
    ]
    lines[4] = "{broken"
    (tmp_path / "wire.jsonl").write_text("\n".join(lines))
    done = oqiga("read", "--jsonl", str(tmp_path / "wire.jsonl"), "--json", "--workers", "2")
    assert done.returncode == 1
    assert [record["report"]["id"] for record in records(done)] == [f"n{n}" for n in range(9) if n != 4]
    assert b"wire.jsonl, line 5" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_folder_with_bad_files_is_read_all_the_same(tmp_path):
    (tmp_path / "good.txt").write_text(REPORT)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.html").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "large.txt").write_bytes(b"x" * 50_000_000)
    (tmp_path / "cut.html").write_text(
        "<html><body><article><p>Four people were killed in Taraz on Sunday, pol"
    )
    (tmp_path / "foreign.txt").write_text("Dos personas murieron en un ataque el domingo, dijo la policía.")
    (tmp_path / "blank.html").write_text("<html><head><title>Home</title></head><body></body></html>")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    done = oqiga("read", str(tmp_path), "--json")
    complaints = done.stderr.decode()
    assert done.returncode == 1
    assert len(records(done)) == 2
    for name in ("empty.txt", "binary.html", "large.txt", "foreign.txt", "blank.html", "gone.txt"):
        assert name in complaints
    assert "Traceback" not in complaints


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "-", "--published", "Sunday"),
        ("read", "-", "--published", "2016-02-30"),
        ("read", "-", "--format", "pdf"),
        ("read", "-", "--no-such-option"),
        ("read", "--jsonl", "nowhere.jsonl"),
        ("schema", "nothing"),
    ],
)
def test_wrong_usage_is_status_two_without_a_traceback(arguments):
    done = oqiga(*arguments, stdin=b"x")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_report_without_a_date_says_so_and_guesses_nothing():
    (record,) = records(oqiga("read", "-", "--json", stdin=REPORT.encode()))
    assert record["report"]["published"] is None
    assert any("publication time unknown" in warning for warning in record["warnings"])
    events = [claim for claim in record["claims"] if claim["kind"] == "event"]
    assert events
    assert all(event["time"]["start"] is None for event in events)


def test_news_without_violence_is_left_unread():
    text = (
        "The central bank kept its rate at nine per cent on Monday. Analysts had expected a cut this month."
    )
    (record,) = records(oqiga("read", "-", "--json", stdin=text.encode()))
    assert record["relevant"] is False
    assert record["claims"] == []


def test_the_schema_is_printed_as_json():
    schema = json.loads(oqiga("schema", "claim").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
