"""Kyrgyz text to the common syntax: known stems, endings, and the order of words.

A word is the longest stem of `lexicon/words.yaml` that endings complete; verbs stand last, and what stands
before one belongs to it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.languages import language_pack

_WORD = re.compile(r"\d+[^\W\d]*|[^\W\d]+|[^\w\s]")
_END = re.compile(r"(?<=[.!?…])\s+")


def parse(text: str) -> Document:
    """Parse a cleaned Kyrgyz text; paragraphs are separated by an empty line."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(re.finditer(r"\S(?:.|\n(?!\n))*", text)):
        start = block.start()
        for part in _END.split(block.group()):
            offset = text.index(part, start)
            start = offset + len(part)
            first = len(tokens)
            tokens += _shaped([_word(found, offset) for found in _WORD.finditer(part)], first)
            if len(tokens) > first:
                span = Span(tokens[first].span.start, tokens[-1].span.end)
                sentences.append(Sentence(len(sentences), first, len(tokens), span, number))
    return Document(text, "ky", tuple(tokens), tuple(sentences), ())


@lru_cache(maxsize=1)
def _stems() -> dict[str, str]:
    words = language_pack("ky").lexicon("words")
    return {str(stem): pos for pos in ("VERB", "NOUN", "NUM", "ADP", "AUX") for stem in words[pos]}


def _word(found: re.Match[str], offset: int) -> tuple[str, Span, str, str, str]:
    """Return text, span, lemma, part of speech and ending of a word."""
    text, span = found.group(), Span(offset + found.start(), offset + found.end())
    lower = text.lower()
    if text[0].isdigit():  # "24кө", to 24: the number is the word, the ending stays in its span
        digits = text.rstrip("".join(each for each in text if not each.isdigit()))
        return digits, span, digits, "NUM", lower[len(digits) :]
    if not text.isalpha():
        return text, span, lower, "PUNCT", ""
    endings = language_pack("ky").lexicon("words")["endings"]
    for length in range(len(lower), 1, -1):
        stem, rest = lower[:length], lower[length:]
        if stem in _stems() and (not rest or rest in endings):
            return text, span, stem, _stems()[stem], rest
    return text, span, lower, "NOUN", ""


def _shaped(words: list[tuple[str, Span, str, str, str]], first: int) -> list[Token]:
    """Return the tokens of a sentence, each hung on the noun or verb behind it."""
    pos = [word[3] for word in words]
    verbs = [place for place, each in enumerate(pos) if each in ("VERB", "AUX")]
    root = verbs[-1] if verbs else max(len(words) - 1, 0)
    cases = language_pack("ky").lexicon("words")["cases"]
    light = set(language_pack("ky").lexicon("words")["light"])
    tokens = []
    for place, (text, span, lemma, kind, ending) in enumerate(words):
        verb = next((each for each in verbs if each > place), root)
        feats = frozenset({f"Case={cases.get(ending, 'Nom')}"} if kind == "NOUN" else ())
        head, dep = verb, "obj" if "Case=Acc" in feats else "nsubj" if "Case=Nom" in feats else "obl"
        if place == root:
            dep = "root"
        elif kind in ("VERB", "AUX"):
            dep = "conj"
        elif kind == "PUNCT":
            head, dep = root, "punct"
        elif kind == "NUM" and pos[place + 1 : place + 2] in (["NOUN"], ["NUM"]):
            head, dep = place + 1, "nummod"
        elif lemma in light and place + 1 == verb:
            dep = "compound:lvc"
        if kind == "NOUN" and "лар" not in ending and "дор" not in ending and "дар" not in ending:
            feats |= {"Number=Sing"}
        elif kind == "NOUN":
            feats |= {"Number=Plur"}
        tokens.append(Token(first + place, text, lemma, kind, feats, dep, first + head, span, ""))
    return tokens
