"""Pictures among the words, as posts have them: "❗️Explosion in Osh". For parsing, each is a space.

A parser takes a picture for a part of the word it stands at, and with it the word for a name. No letter
moves, as in `truecase`.
"""

from __future__ import annotations

import re

_PICTURES = re.compile(
    "[\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\U0001f000-\U0001faff]"
)
"""Arrows, signs, dingbats, emoji, and what joins or varies them."""
_CALLING = re.compile("(?<=\\w)[\u2755\u2757\u203c\u2049]\ufe0f?")
"""Signs of exclamation right behind a word: they end its sentence."""


def without_pictures(text: str) -> str:
    """Return a text of the same length with a space for each picture, and a mark for one that calls out."""
    return _PICTURES.sub(" ", _CALLING.sub(lambda sign: "!" * len(sign.group()), text))
