"""Which language a text is in: by its letters where they decide, by a trained identifier where not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

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
_KAZAKH_LETTERS = frozenset("әғқңөұүһӘҒҚҢӨҰҮҺ")
_KAZAKH_SHARE = 0.02
_NOT_KYRGYZ = frozenset("қғәұҚҒӘҰ")
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


def _cyrillic_language(sample: str, letters: int) -> str:
    """Kazakh has letters that its neighbours lack; other languages are left to the identifier."""
    code = _identified(sample)
    kazakh = sum(letter in _KAZAKH_LETTERS for letter in sample) >= _KAZAKH_SHARE * letters
    if kazakh and (code != "ky" or any(letter in _NOT_KYRGYZ for letter in sample)):
        return "kk"
    return code


def _is_kazakh_latin(sample: str) -> bool:
    words = sample.split()
    return len(_KAZAKH_LATIN.findall(sample)) >= max(2, _KAZAKH_LATIN_SHARE * len(words))
