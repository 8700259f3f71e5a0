"""A text dump to paragraphs: wrapped lines joined, one-line paragraphs kept apart."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[^\S\n]+")
_ENDINGS = ".!?…:;\"'”»)]"
_WRAP_WIDTH = 100
_NARROWEST = 40
LEADING_MARKS = "•·▪●►*–—-"
"""Marks that open the rows of a list."""
_ENTRY = re.compile(r"\W{0,6}([^\W\d_])[^\d:=]{1,40}(?:[:=]| [–—-])[^\d]{0,20}\d")
"""How a row of a list of figures begins: "Injured: at least 12"."""


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text in order, white space folded, none of them empty.

    Blank lines part paragraphs. Inside a block, lines are joined where the text looks wrapped (no line
    longer than a typewriter's, most of them ending in the middle of a sentence); otherwise each line is
    a paragraph of its own, or goes on with the one before where it begins with a small letter. A block
    that is one sentence twice is what dumps make of a picture's caption and its description: it is left
    out.
    """
    blocks = [[_SPACES.sub(" ", line).strip() for line in block] for block in _blocks(text)]
    found: list[str] = []
    for lines in blocks:
        if len(lines) > 1 and len(set(lines)) == 1 and is_sentence(lines[0]) and len(blocks) > 1:
            continue
        found.extend([" ".join(lines)] if _is_wrapped(lines) else _continued(lines))
    return [paragraph for paragraph in (each.strip() for each in found) if paragraph]


def words(paragraph: str) -> int:
    """Count the words of a paragraph, as white space parts them."""
    return len(paragraph.split())


def is_sentence(paragraph: str) -> bool:
    """Tell whether a paragraph ends the way a sentence does."""
    return paragraph.rstrip()[-1:] in _ENDINGS


def is_entry(paragraph: str) -> bool:
    """Tell whether a line may be a row of a list of figures: "Injured: at least 12"."""
    found = _ENTRY.match(paragraph)
    return found is not None and found.group(1).isupper()


def bare(paragraph: str) -> str:
    """Return a line in lower case without bullets and end punctuation, for comparing with lists."""
    return paragraph.lower().lstrip(LEADING_MARKS + " ").rstrip(" .:…»›>|").strip()


def _blocks(text: str) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [block for block in found if block]


def _continued(lines: list[str]) -> list[str]:
    """Join each line that goes on inside a sentence of the line before it: it begins with a small letter."""
    found = lines[:1]
    for line in lines[1:]:
        goes_on = line[0].islower() and (len(line) >= _NARROWEST or is_sentence(line))
        if goes_on and not is_sentence(found[-1]):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _is_wrapped(lines: list[str]) -> bool:
    if len(lines) < 2 or any(line[0] in LEADING_MARKS or is_entry(line) for line in lines[1:]):
        return False
    inner = lines[:-1]
    longest = max(len(line) for line in lines)
    cut = sum(1 for line in inner if line[-1:] not in _ENDINGS)
    if not _NARROWEST < longest <= _WRAP_WIDTH or cut * 2 < len(inner):
        return False
    return all(len(line) > longest * 0.55 for line in inner)
