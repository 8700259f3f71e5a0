"""What a watch remembers between two looks; losing it costs requests, never reports."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from oqiga.errors import SettingsError
from oqiga.publish.files import write_whole


class SeenPage(BaseModel):
    """One report's page.

    looks: how often it was had; failures: in a row; next_look: seconds since 1970, None when done.
    """

    etag: str | None = None
    last_modified: str | None = None
    looks: int = 0
    failures: int = 0
    next_look: float | None = None
    published: str | None = None
    title: str | None = None


class FeedState(BaseModel):
    """One feed. All moments are seconds since 1970; failures: in a row."""

    etag: str | None = None
    last_modified: str | None = None
    due: float = 0.0
    failures: int = 0
    last_error: str | None = None
    last_new: float | None = None
    entered: int = 0
    refused: int = 0
    pages: dict[str, SeenPage] = Field(default_factory=dict)


class WatchState(BaseModel):
    """Everything remembered, by name of the feed."""

    feeds: dict[str, FeedState] = Field(default_factory=dict)

    def of(self, name: str) -> FeedState:
        """Return the state of one feed, new if there is none."""
        return self.feeds.setdefault(name, FeedState())


def load_state(path: Path) -> WatchState:
    """Read what was remembered; nothing where there is no file. Raises SettingsError when it is broken."""
    if not path.exists():
        return WatchState()
    try:
        return WatchState.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (ValidationError, ValueError) as error:
        raise SettingsError(
            f"not a watch's memory; remove it to start anew: {error}", subject=str(path)
        ) from error


def save_state(state: WatchState, path: Path) -> None:
    """Write the state so that a kill leaves the old or the new file, whole. Raises PublishError."""
    write_whole(path, state.model_dump_json().encode("utf-8"))
