"""Words of what is known of each incident, indexed: a search for words reads only the incidents it finds.

SQLite looks them up in an FTS5 table that triggers hold true to `wordings`, PostgreSQL by a GIN index. Both
are given words parted and folded here, so that a search finds the same in either.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    cast,
    delete,
    false,
    literal_column,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from oqiga.ledger.tables import incidents, revisions, wordings

_WORD = re.compile(r"[^\W_]+")
_LONGEST, _MOST_ASKED = 64, 8
_TOLD = {
    "title", "name", "admin1", "text", "quote", "words", "speaker", "role", "channel", "perpetrator", "level",
    "issuer",
}  # fmt: skip
"""Fields of an incident that hold words of reports, or words for people."""

_OUTLETS = (
    select(revisions.c.publisher)
    .where(revisions.c.report.in_(bindparam("wanted", expanding=True)), revisions.c.current)
    .distinct()
)
_KEEP = text(
    "INSERT INTO wordings (number, incident, words) "
    "VALUES ((SELECT coalesce(max(number), 0) + 1 FROM wordings), :incident, :words) "
    "ON CONFLICT (incident) DO UPDATE SET words = excluded.words WHERE wordings.words <> excluded.words"
)
_DROP = delete(wordings).where(wordings.c.incident.in_(bindparam("wanted", expanding=True)))
_FOUND = text("SELECT rowid FROM wordings_found WHERE wordings_found MATCH :words")
_LOOKED_UP: ColumnElement[Any] = literal_column("wordings.found")
_AT_ONCE = 400


def folded(told: str) -> list[str]:
    """Return the words of a text without case, accents and punctuation, in their order."""
    decomposed = unicodedata.normalize("NFKD", told.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return [word[:_LONGEST] for word in _WORD.findall(plain)]


def words_in(body: str, outlets: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the different words of an incident, given as JSON, and of the outlets that tell of it."""
    told = dict.fromkeys([*_strings(json.loads(body)), *outlets])
    return tuple(dict.fromkeys(word for each in told for word in folded(each)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, str):
                if name in _TOLD:
                    yield each
            else:
                yield from _strings(each)


def words_of(connection: Connection, body: str) -> tuple[str, ...]:
    """Return the same of an incident in the book, the outlets of its reports among them."""
    return words_in(body, _outlets(connection, json.loads(body)["reports"]))


def file_words(connection: Connection, incident: str, body: str) -> None:
    """File the words of an incident as it stands now. body: the incident as JSON."""
    connection.execute(_KEEP, {"incident": incident, "words": " ".join(words_of(connection, body))})


def _outlets(connection: Connection, reports: Sequence[str]) -> list[str]:
    found: set[str] = set()
    for start in range(0, len(reports), _AT_ONCE):
        rows = connection.execute(_OUTLETS, {"wanted": reports[start : start + _AT_ONCE]})
        found.update(row.publisher for row in rows if row.publisher)
    return sorted(found)


def drop_words(connection: Connection, gone: Sequence[str]) -> None:
    """Take the words of incidents that are no more out of the index."""
    connection.execute(_DROP, {"wanted": gone})


def asked_words(search: str | None) -> tuple[str, ...]:
    """Return the beginnings of words that a search asks for."""
    return tuple(dict.fromkeys(folded(search or "")))[:_MOST_ASKED]


def holding(connection: Connection, beginnings: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that an incident has, for each beginning, a word that begins so."""
    if not beginnings:
        return false()
    if connection.dialect.name == "sqlite":
        asked = " ".join(f'"{each}" *' for each in beginnings)
        lines = wordings.c.number.in_(_FOUND.bindparams(words=asked).columns(wordings.c.number))
        return incidents.c.id.in_(select(wordings.c.incident).where(lines))
    asked = " & ".join(f"'{each}':*" for each in beginnings)
    found = select(wordings.c.incident).where(_LOOKED_UP.op("@@")(cast(asked, TSQUERY)))
    return incidents.c.id.in_(found.offset(0))  # looked up first: the planner would rather walk all incidents


def holds(words: Iterable[str], beginnings: Sequence[str]) -> bool:
    """Tell the same of words that are not in the index."""
    known = tuple(words)
    return bool(beginnings) and all(
        any(word.startswith(beginning) for word in known) for beginning in beginnings
    )
