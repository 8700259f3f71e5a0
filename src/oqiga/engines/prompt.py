"""What is asked of a model: fixed instructions, and the report between marks that its text cannot close."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import count

from oqiga.engines.answer import answer_schema

MOST_CHARACTERS = 12_000
"""A longer report is asked about in pieces."""

Message = dict[str, str]


def messages(passage: str) -> list[Message]:
    """Return the messages that ask for the claims of a passage of a report."""
    opening, closing = marks(passage)
    told = _instructions().replace("{open}", opening).replace("{close}", closing)
    return [
        {"role": "system", "content": told.replace("{schema}", json.dumps(answer_schema()))},
        {"role": "user", "content": f"{opening}\n{passage}\n{closing}"},
    ]


def marks(passage: str) -> tuple[str, str]:
    """Return an opening and a closing mark that do not stand in the passage; the same for the same one."""
    for number in count():
        name = hashlib.sha256(f"{number} {passage}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if name not in passage:
            break
    return f"<report {name}>", f"</report {name}>"


def passages(text: str, most: int = MOST_CHARACTERS) -> Iterator[str]:
    """Yield a text in passages of at most `most` characters, cut between paragraphs, lines or words."""
    rest = text
    while len(rest) > most:
        cut = next((at for mark in ("\n\n", "\n", " ") if (at := rest.rfind(mark, 1, most)) > 0), most)
        yield rest[:cut]
        rest = rest[cut:]
    if rest.strip():
        yield rest


@lru_cache(maxsize=1)
def _instructions() -> str:
    return (files("oqiga.engines") / "instructions.md").read_text(encoding="utf-8")
