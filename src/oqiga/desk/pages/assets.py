"""The assets of the pages, all shipped in the package: nothing is fetched from anywhere else."""

from __future__ import annotations

import mimetypes
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from zlib import crc32

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/geo+json", ".geojson")


class _Assets(StaticFiles):
    """Files whose addresses carry a digest of their content may be kept for a year."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        found = await super().get_response(path, scope)
        kept = b"v=" in scope.get("query_string", b"")
        found.headers["cache-control"] = "public, max-age=31536000, immutable" if kept else "no-cache"
        return found


def folder() -> Path:
    """Return the folder of the assets."""
    return Path(str(files("oqiga.desk"))) / "static"


def assets() -> StaticFiles:
    """Return the application that serves the assets."""
    return _Assets(directory=folder())


@lru_cache(maxsize=256)
def asset(name: str) -> str:
    """Return the address of an asset, with a digest of its content."""
    return f"/static/{name}?v={crc32((folder() / name).read_bytes()):08x}"
