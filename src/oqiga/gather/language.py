"""Which language a text is in: by its letters where they decide, by a trained identifier where not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from oqiga.datafiles import data_file

_SAMPLE = 4000
_IDENTIFIED = 800
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]+")
_LATIN = re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff]+")
_MIN_LETTERS = 12
_SURE = 0.7
_LIKELY = 0.25
_LIKELIER = 3
"""How often likelier another language must be than one of the field."""
_EXPECTED = ("en", "ru")
_KIN = {"pcm": "en"}
"""Languages that a flash is taken for by its words, and the one it is in unless it is all but certain."""
_CERTAIN = 0.95
_KAZAKH_SHARE = 0.02
_FOREIGN_SHARE = 0.005
"""Share of a neighbour's letters with which a text is none in Kazakh that only quotes a name."""
_KAZAKH_LATIN = re.compile(
    r"\b(?:men|jáne|jane|üshin|ushin|úshin|dep|bolyp|boldy|qaza|tapty|adam|osy|joq|bul|"
    r"kerek|qala\w{0,6}|qazaqstan\w{0,6}|jaral\w{0,8}|habarla\w{0,6})\b",
    re.IGNORECASE,
)
_KAZAKH_LATIN_SHARE = 0.04


@lru_cache(maxsize=1)
def _identifier() -> Any:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of most of the text, None when there are too few letters to tell."""
    sample = text[:_SAMPLE]
    total, cyrillic, latin = (sum(map(len, each.findall(sample))) for each in (_LETTERS, _CYRILLIC, _LATIN))
    if total < _MIN_LETTERS:
        return None
    if cyrillic * 2 > total:
        return _cyrillic_language(sample, cyrillic)
    if latin * 2 > total and _is_kazakh_latin(sample):
        return "kk"
    return _identified(sample, unknown="en" if latin * 2 > total else None)


def _identified(sample: str, *, unknown: str | None = None) -> str:
    """Ask the identifier, which needs no more than the opening of a text.

    Of a flash of a few words it can be sure of nothing: then a language of the field stands unless another is
    far likelier, and `unknown` where none is likely at all.
    """
    ranked = [(str(code), float(share)) for code, share in _identifier().rank(sample[:_IDENTIFIED])]
    first, most = ranked[0]
    near = [code for code, share in ranked if code in _EXPECTED and share * _LIKELIER >= most]
    if first in _KIN and most < _CERTAIN:
        return _KIN[first]
    if near and most < _SURE:
        return near[0]
    return unknown if unknown is not None and most < _LIKELY else first


@lru_cache(maxsize=1)
def _letters() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = data_file("oqiga.gather", "letters")
    return loaded


def _cyrillic_language(sample: str, letters: int) -> str:
    """Kazakh has letters that its neighbours lack; other languages are left to the identifier."""
    code, known, lowered = _identified(sample), _letters(), sample.lower()
    kazakh, foreign = (sum(letter in known[name] for letter in lowered) for name in ("kazakh", "foreign"))
    if foreign >= _FOREIGN_SHARE * letters and foreign:
        return code
    if kazakh < _KAZAKH_SHARE * letters or (code == "ky" and not _has_any(lowered, known["not_kyrgyz"])):
        return "kk" if code == "ky" and _is_kazakh_flash(lowered) else code
    return code if code in known["unless"] and not _has_any(lowered, known["needed"]) else "kk"


def _has_any(text: str, letters: str) -> bool:
    return any(letter in text for letter in letters)


def _is_kazakh_flash(lowered: str) -> bool:
    """Tell whether what looks Kyrgyz by its letters is Kazakh: by a word of it, nothing Kyrgyz beside."""
    known = _letters()
    kyrgyz, words = known["kyrgyz"], _LETTERS.findall(lowered)
    if any(pair in lowered for pair in kyrgyz["letters"]) or not set(words) & set(known["words"]):
        return False
    begins, ends = tuple(kyrgyz["begins"]), tuple(kyrgyz["ends"])
    return not any(
        word in kyrgyz["words"] or word.startswith(begins) or word.endswith(ends) for word in words
    )


def _is_kazakh_latin(sample: str) -> bool:
    words = sample.split()
    return len(_KAZAKH_LATIN.findall(sample)) >= max(2, _KAZAKH_LATIN_SHARE * len(words))
