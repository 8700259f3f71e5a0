"""Settings that a person writes in a TOML file: read and checked in one way, whatever they set."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from oqiga.errors import SettingsError

Model = TypeVar("Model", bound=BaseModel)


def settings_from(path: Path, model: type[Model]) -> Model:
    """Return what a TOML file holds. Raises SettingsError naming the file and the entry that is wrong."""
    try:
        return model.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise SettingsError(error.strerror or "cannot be read", subject=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"not TOML: {error}", subject=str(path)) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{where}: {first['msg']}", subject=str(path)) from error
