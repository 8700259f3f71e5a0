"""What a series of briefs keeps between two of them: the number and the moment of the last."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from oqiga.errors import SettingsError
from oqiga.model.claims import IsoDate
from oqiga.publish.files import write_whole


class Series(BaseModel):
    """The last brief of a series. number: 0 before the first; as_of: what it told held as of then."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int = Field(default=0, ge=0)
    as_of: IsoDate | None = None


def load_series(path: Path) -> Series:
    """Read the series; a new one where there is no file. Raises SettingsError when it is broken."""
    if not path.exists():
        return Series()
    try:
        return Series.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise SettingsError("not a series of briefs; remove it to start anew", subject=str(path)) from error


def save_series(series: Series, path: Path) -> None:
    """Write the series so that a kill leaves the old or the new file, whole. Raises PublishError."""
    write_whole(path, series.model_dump_json().encode("utf-8"))
