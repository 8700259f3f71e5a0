"""How stale the feeds of a watch are, from what the watch remembers."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from oqiga.watch.feedlist import read_feed_list
from oqiga.watch.state import load_state


class FeedLine(BaseModel):
    """One feed. minutes: since it last brought anything new, None when it never did."""

    name: str
    minutes: float | None
    silent: bool
    error: str | None


def feed_lines(listed: Path | None, *, now: float) -> list[FeedLine]:
    """Return the feeds of a list, None for no list. Raises SettingsError when it cannot be read."""
    if listed is None:
        return []
    state = load_state(listed.with_suffix(".memory.json"))
    found = []
    for feed in read_feed_list(listed).feed:
        known = state.feeds.get(feed.name)
        new = known.last_new if known else None
        minutes = None if new is None else (now - new) / 60
        silent = minutes is None or minutes > feed.silent_after
        found.append(
            FeedLine(
                name=feed.name, minutes=minutes, silent=silent, error=known.last_error if known else None
            )
        )
    return found
