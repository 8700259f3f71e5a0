"""The list of feeds to watch, from a TOML file."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator

from oqiga.errors import SettingsError
from oqiga.settings import settings_from


class WatchedFeed(BaseModel):
    """One outlet's feed. every: minutes between two looks; zone: of dates that come without one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    url: str = Field(pattern=r"^https?://")
    every: float = Field(default=10, gt=0)
    silent_after: float = Field(default=30, gt=0, description="minutes")
    zone: str | None = None
    language: str | None = None
    most_per_look: int = Field(default=50, ge=1, le=1000)

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str | None) -> str | None:
        if zone is not None:
            try:
                ZoneInfo(zone)
            except (ZoneInfoNotFoundError, ValueError) as error:
                raise ValueError(f"no time zone {zone!r}") from error
        return zone


class FeedList(BaseModel):
    """All feeds, and how politely to fetch them. pause: seconds between two requests to one host."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    feed: tuple[WatchedFeed, ...] = Field(min_length=1)
    allow: tuple[str, ...] = ()
    pause: float = Field(default=2.0, ge=0)
    recheck_hours: tuple[float, ...] = (1, 6, 24)


def read_feed_list(path: Path) -> FeedList:
    """Read the list. Raises SettingsError naming the file and the entry that is wrong."""
    found = settings_from(path, FeedList)
    names = [feed.name for feed in found.feed]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise SettingsError(f"two feeds are called {twice!r}", subject=str(path))
    return found
