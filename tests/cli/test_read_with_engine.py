"""`oqiga read --engine`: the options, the record and the key, as a user meets them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

OQIGA = str(Path(sys.executable).parent / "oqiga")
TEXT = "Gunmen opened fire on a minibus near Karasu on Sunday.\n\nNine farm hands lost their lives, the governor said.\n"
CLAIM = {
    "kind": "measure", "quote": "Gunmen opened fire on a minibus", "said_by": [], "certainty": "stated",
    "background": False, "type": "manhunt", "level": None, "status": "in_force", "issuer": None,
}  # fmt: skip


def read(*options, key=None, stdin=TEXT):
    named = {"OQIGA_ENGINE_KEY": key} if key else {}
    return subprocess.run(
        [OQIGA, "read", "-", "--json", "--published", "2016-06-06", *options],
        input=stdin.encode(),
        capture_output=True,
        timeout=200,
        env={**os.environ, **named},
    )


def test_a_record_holds_what_the_model_adds_and_what_was_refused(outlets):
    content = json.dumps({"claims": [CLAIM, CLAIM | {"quote": "nothing of the kind"}]})
    outlets.put(
        "/v1/chat/completions",
        json.dumps(
            {
                "choices": [{"message": {"content": content}}],
                "usage": {"prompt_tokens": 90, "completion_tokens": 8},
            }
        ),
        kind="application/json",
    )
    named = ("--engine", "openai-compatible", "--base-url", f"{outlets.root}/v1", "--model", "small")
    done = read(*named, key="s3cret")
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    (added,) = [claim for claim in record["claims"] if claim["extractor"] == "openai-compatible/small"]
    assert added["quote"] == record["report"]["text"][slice(*added["span"])]
    assert any("1 claims refused" in warning for warning in record["warnings"])
    assert b"90 tokens read, 8 written" in done.stderr
    assert b"s3cret" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--engine", "oracle"),
        ("--engine", "openai-compatible", "--model", "small"),
        ("--base-url", "http://127.0.0.1:1/v1"),
        (
            "--engine",
            "openai-compatible",
            "--model",
            "m",
            "--base-url",
            "http://127.0.0.1:1/v1",
            "--workers",
            "2",
        ),
        (
            "--engine",
            "openai-compatible",
            "--model",
            "m",
            "--base-url",
            "http://127.0.0.1:1/v1",
            "--engine-cost",
            "1",
        ),
        ("--engine", "openai-compatible", "--model", "m", "--base-url", "file:///etc/passwd"),
    ],
)
def test_options_that_do_not_go_together_are_refused(options):
    done = read(*options)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"oqiga: ")
