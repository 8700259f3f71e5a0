"""The shell of every page: language, theme, who is signed in; pages kept until the book changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode
from zlib import crc32

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from oqiga import __version__
from oqiga.desk.desk import desk_of
from oqiga.desk.pages.assets import asset
from oqiga.desk.people.rights import Person, Right
from oqiga.desk.views.words import KINDS, in_its_zone, inert, short, spoken
from oqiga.publish.words import INTERFACE_LANGUAGES, Translate, counted, translator

LANGUAGE_COOKIE = "oqiga_lang"
THEME_COOKIE = "oqiga_theme"
_THEMES = ("light", "dark")
_NAMES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
_CSRF, _NAME, _ENTRY = "\ue000csrf\ue000", "\ue000name\ue000", "\ue000entry\ue000"
_YEAR_S = 365 * 86_400

Context = Mapping[str, Any]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates: everything is escaped, and what is not promised is an error."""
    made = Environment(
        loader=PackageLoader("oqiga.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        asset=asset, version=__version__, kinds=KINDS, quote=lambda text: quote(text, safe="")
    )
    made.filters.update(inert=inert, short=short, in_its_zone=in_its_zone)
    return made


def language_of(request: Request) -> str:
    """Return the interface language: asked for, kept in a cookie, or the browser's first that we have."""
    asked = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
    if asked in INTERFACE_LANGUAGES:
        return asked
    wanted = [
        part.split(";")[0].strip()[:2].lower()
        for part in request.headers.get("accept-language", "").split(",")
    ]
    return next((each for each in wanted if each in INTERFACE_LANGUAGES), "en")


def theme_of(request: Request) -> str:
    """Return the theme kept in a cookie; "" leaves it to the system."""
    theme = request.cookies.get(THEME_COOKIE, "")
    return theme if theme in _THEMES else ""


def kept_page(
    request: Request,
    person: Person,
    template: str,
    make: Callable[[Translate, str], Context],
    *,
    stamp: Hashable | None = None,
) -> Response:
    """Return a page that depends only on its address, the book and what the person may do.

    It is made once for all who ask; their own names and form words are put in afterwards. stamp: changes when
    what the page shows does; without one, any entry of the book makes it anew.
    """
    desk = desk_of(request)
    lang, theme = language_of(request), theme_of(request)
    address = f"{request.url.path}?{request.url.query}"
    entry = desk.pulse.last()
    state = entry if stamp is None else stamp
    tag = f'W/"{crc32(f"{state} {address} {lang} {theme} {person.csrf} {__version__}".encode()):x}"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"etag": tag})
    key = ("page", template, address, lang, theme, person.rights, person.csrf is None)

    def written() -> str:
        context = make(translator(lang), lang)
        return _written(
            request, template, context, rights=person.rights, name=_NAME, csrf=_CSRF, entry=_ENTRY
        )

    body = desk.kept.get(key, state, written)
    body = body.replace(_CSRF, escape(person.csrf or "")).replace(_NAME, escape(person.name))
    body = body.replace(_ENTRY, str(entry))
    return _answer(request, body, headers={"etag": tag, "vary": "cookie, accept-language"})


def fresh_page(
    request: Request, person: Person | None, template: str, context: Context, *, status: int = 200
) -> Response:
    """Return a page made for this request alone."""
    rights = person.rights if person else frozenset()
    body = _written(
        request,
        template,
        context,
        rights=rights,
        name=person.name if person else "",
        csrf=(person.csrf or "") if person else "",
        entry="0",
    )
    return _answer(request, body, status=status)


def _written(
    request: Request,
    template: str,
    context: Context,
    *,
    rights: frozenset[Right],
    name: str,
    csrf: str,
    entry: str,
) -> str:
    lang = language_of(request)
    shell = {
        "lang": lang,
        "theme": theme_of(request),
        "say": translator(lang),
        "spoken": lambda moment: spoken(moment, lang),
        "many": lambda one, more, number: f"{number:,} {counted(one, more, number, lang)}",
        "name": name,
        "csrf": csrf,
        "entry": entry,
        "path": request.url.path,
        "back": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "may_add": Right.ADD in rights,
        "may_decide": Right.DECIDE in rights,
        "may_people": Right.PEOPLE in rights,
        "languages": [(code, _NAMES[code], with_query(request, lang=code)) for code in INTERFACE_LANGUAGES],
        "fragment": request.query_params.get("fragment") == "1",
    }
    return environment().get_template(template).render({**shell, **context})


def with_query(request: Request, **changed: str | None) -> str:
    """Return the address of the request with parts of its question changed; None takes one out."""
    kept = [(name, value) for name, value in parse_qsl(request.url.query) if name not in changed]
    kept += [(name, value) for name, value in changed.items() if value is not None]
    return request.url.path + (f"?{urlencode(kept)}" if kept else "")


def _answer(
    request: Request, body: str, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    found = HTMLResponse(body.encode("utf-8", "replace"), status_code=status, headers=headers)
    asked = request.query_params.get("lang")
    if asked in INTERFACE_LANGUAGES:
        found.set_cookie(LANGUAGE_COOKIE, asked, max_age=_YEAR_S, samesite="lax")
    return found
