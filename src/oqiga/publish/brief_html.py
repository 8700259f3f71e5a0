"""A brief as one HTML page that needs nothing else: no scripts, no addresses, every word escaped."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from oqiga.publish.notebook import Brief


def as_html(brief: Brief, *, lang: str, pictures: Mapping[str, bytes] | None = None) -> str:
    """Return the page of a brief in an interface language. pictures: PNG by name, carried in the page."""
    packed = {name: b64encode(content).decode("ascii") for name, content in (pictures or {}).items()}
    return _template().render(brief=brief, lang=lang, pictures=packed)


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("oqiga.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("brief.html.j2")
