"""Keys under which the gazetteer keeps its names: small differences of writing disappear in them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile(r"['’ʻʼ`´ʹʺ‘.\u00ad\u200b-\u200f]")
_SPACED = re.compile(r"[\s\-‐‑–—,/()]+")
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LONGEST = 100


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """Return the key of a name: lower case, no marks, no "the", hyphens as spaces, "St." as "saint"."""
    lowered = name[:_LONGEST].lower().translate(_PLAIN)
    marked = unicodedata.normalize("NFKD", lowered)
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    words = _SPACED.sub(" ", _DROPPED.sub("", plain)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] in _SHORT:
        words[0] = _SHORT[words[0]]
    return " ".join(words)


def key_hash(key: str) -> int:
    """Return 64 bits that stand for a key: the gazetteer stores these instead of the words."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
