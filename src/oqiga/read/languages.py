"""The languages that can be read. A language is a folder: a parser adapter and lexicons as data.

`oqiga/read/<code>/` holds `parser.py` with `parse(text) -> Document`, and `lexicon/*.yaml`. Where texts
cost less together, `parser.py` also has `parse_all(texts) -> list[Document]`; where names are inflected,
`names.py` has `nominative(tokens, head)`. Nothing of a language is loaded before a report in it arrives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.util import find_spec
from typing import Any, Protocol

from oqiga.datafiles import data_file
from oqiga.errors import ReadError
from oqiga.model.syntax import Document, Token

LANGUAGES = ("en", "ru", "kk")
"""ISO 639-1 codes of the languages that come with the package."""
PLUGINS = "oqiga.languages"
"""Group of entry points by which an installed package brings a language: code = package with the folder."""


class Parser(Protocol):
    """Turns a cleaned text into the common syntax."""

    def __call__(self, text: str) -> Document:
        """Parse `text`; spans of the result are code points of it."""
        ...


class Names(Protocol):
    """Turns a name back into the form that it has alone."""

    def __call__(self, tokens: Sequence[Token], head: Token) -> tuple[str, ...]:
        """Return the words of `tokens` in the nominative, one for each."""
        ...


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language: its code, and access to its parser and its lexicons. package: where its folder lies."""

    code: str
    package: str

    def parse(self, text: str) -> Document:
        """Parse a cleaned text of this language."""
        (document,) = self.parse_all([text])
        return document

    def parse_all(self, texts: Sequence[str]) -> list[Document]:
        """Parse texts of this language, each by itself; in one go where its parser has `parse_all`."""
        module = import_module(f"{self.package}.parser")
        if hasattr(module, "parse_all"):
            together: list[Document] = module.parse_all(texts)
            return together
        parser: Parser = module.parse
        return [parser(text) for text in texts]

    def plain(self, tokens: Sequence[Token], head: Token) -> tuple[str, ...] | None:
        """Return the words of a name as they stand alone, in the nominative.

        tokens: of the name; head: the one the others hang on, which need not be among them. None in languages
        without `names.py`, whose names are the same in every place.
        """
        names = _names(self.package)
        return None if names is None else names(tokens, head)

    def lexicon(self, name: str) -> Mapping[str, Any]:
        """Return one lexicon (`outcomes`, `people`, `numbers`, `sources`, …) as read from its YAML file."""
        return _lexicon(self.package, name)

    @property
    def verb_last(self) -> bool:
        """Whether clauses end with their verbs, as far as the lexicons of the language tell."""
        return self.has("outcomes") and self.lexicon("outcomes")["order"] == "sov"

    def has(self, *names: str) -> bool:
        """Tell whether the folder holds these lexicons; what needs others is not read in this language."""
        return all(_holds(self.package, name) for name in names)


def language_pack(code: str) -> LanguagePack:
    """Return the pack of a language, its own or an installed one. Raises ReadError when there is none."""
    package = f"oqiga.read.{code}" if code in LANGUAGES else _installed().get(code)
    if package is None:
        known = ", ".join((*LANGUAGES, *_installed()))
        raise ReadError(f"no reader for language {code!r}; there are readers for {known}")
    return LanguagePack(code, package)


@lru_cache(maxsize=1)
def _installed() -> Mapping[str, str]:
    """Return code → package of the languages that other installed packages bring."""
    return {each.name: each.value for each in entry_points(group=PLUGINS) if each.name not in LANGUAGES}


@lru_cache(maxsize=16)
def _names(package: str) -> Names | None:
    if find_spec(f"{package}.names") is None:
        return None
    found: Names = import_module(f"{package}.names").nominative
    return found


@lru_cache(maxsize=128)
def _holds(package: str, name: str) -> bool:
    return (files(package) / "lexicon" / f"{name}.yaml").is_file()


@lru_cache(maxsize=128)
def _lexicon(package: str, name: str) -> Mapping[str, Any]:
    loaded = data_file(package, f"lexicon/{name}")
    if not isinstance(loaded, dict):
        raise ReadError(f"lexicon {package}/{name} is not a mapping")
    return loaded
