"""Names without what does not tell them apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """Return a name without case, accents, punctuation or a leading article, for comparing names."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return _ARTICLE.sub("", " ".join(letters.split()))
