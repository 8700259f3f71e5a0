"""Finding a quotation in a report word for word, whatever the breaks between its lines."""

from __future__ import annotations

from oqiga.model.span import Span

LEAST_WORDS = 2
"""A quotation must hold so many words: a single one says nothing about what it rests on."""


class ReportWords:
    """A report's text, ready to be searched for quotations and names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._flat, self._at = _flattened(text)

    def quotation(self, quote: str) -> Span | None:
        """Return where the quotation first stands as whole words, None where it does not or is too short."""
        return self.name(quote) if len(quote.split()) >= LEAST_WORDS else None

    def name(self, words: str, within: Span | None = None) -> Span | None:
        """Return where the words first stand letter by letter, in `within` or anywhere; None nowhere."""
        flat, _ = _flattened(words)
        flat = flat.strip()
        start = self._flat.find(flat) if flat else -1
        while start >= 0:
            end = start + len(flat)
            span = Span(self._at[start], self._at[end - 1] + 1)
            if self._whole(start, end) and (within is None or within.covers(span)):
                return span
            start = self._flat.find(flat, start + 1)
        return None

    def _whole(self, start: int, end: int) -> bool:
        """Tell whether no word is cut at either end."""
        before, after = self._flat[start - 1 : start], self._flat[end : end + 1]
        cut_before = before.isalnum() and self._flat[start].isalnum()
        return not cut_before and not (after.isalnum() and self._flat[end - 1].isalnum())


def _flattened(text: str) -> tuple[str, list[int]]:
    """Return the text with every run of white space as one space, and where each character stood."""
    flat: list[str] = []
    at: list[int] = []
    for position, character in enumerate(text):
        if character.isspace():
            if flat and flat[-1] == " ":
                continue
            character = " "
        flat.append(character)
        at.append(position)
    return "".join(flat), at
