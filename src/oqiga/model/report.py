"""A report: one published text, cleaned, with what is known about where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from oqiga.model.claims import IsoDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text.

    published: ISO 8601 with the precision that is known, None when unknown (never guessed).
    updated: when the text was changed since, as the page says; None when it was not, or does not say.
    language: ISO 639-1 code of most of the text ("en", "ru", "kk"), None when unknown.
    credits: agencies and outlets credited for the text ("With reporting by …").
    text: the cleaned body, paragraphs separated by an empty line; every span refers to it.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    published: IsoDate | None = None
    updated: IsoDate | None = None
    language: str | None = None
    url: str | None = None
    credits: tuple[str, ...] = ()
    text: str

    @property
    def told(self) -> str | None:
        """The moment its present text became known: of its last change, else of publication."""
        return self.updated or self.published
