"""What one run may spend on an outside model, in tokens and in money."""

from __future__ import annotations

from dataclasses import dataclass

_MILLION = 1_000_000
_BYTES_A_TOKEN = 2
"""No tokenizer in use makes more than a token of so many bytes of news text; the estimate errs upwards."""


@dataclass(frozen=True, slots=True)
class Prices:
    """Money for a million tokens read and for a million written, in whatever currency the limit is in."""

    read: float = 0.0
    written: float = 0.0


class Budget:
    """Counts what was spent. tokens: most that may be read and written together; cost: most money."""

    def __init__(self, tokens: int, *, cost: float | None = None, prices: Prices | None = None) -> None:
        self._tokens = tokens
        self._cost = cost
        self._prices = prices or Prices()
        self.read = 0
        self.written = 0

    @property
    def spent(self) -> int:
        """Tokens spent so far, read and written."""
        return self.read + self.written

    @property
    def cost(self) -> float:
        """Money spent so far."""
        return self._money(self.read, self.written)

    def allows(self, read: int, written: int) -> bool:
        """Tell whether a question of so many tokens and an answer of so many fit in what is left."""
        if self.spent + read + written > self._tokens:
            return False
        return self._cost is None or self.cost + self._money(read, written) <= self._cost

    def spend(self, read: int, written: int) -> None:
        """Count the tokens of one question and its answer."""
        self.read += read
        self.written += written

    def _money(self, read: int, written: int) -> float:
        return (read * self._prices.read + written * self._prices.written) / _MILLION


def estimated_tokens(text: str) -> int:
    """Return about how many tokens a text is, rather more than fewer."""
    return len(text.encode("utf-8", "replace")) // _BYTES_A_TOKEN + 1
