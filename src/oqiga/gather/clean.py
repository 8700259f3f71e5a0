"""Cleaning: headline, body and credits told from navigation, captions, share bars, bylines and footers.

Works on paragraphs, whether they come from a text dump or from a page, and only ever drops whole
paragraphs: no word of the body is changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oqiga.gather.boilerplate import Boilerplate, boilerplate
from oqiga.gather.credits import dateline_credits, named_in_credit
from oqiga.gather.datelines import date_line
from oqiga.gather.paragraphs import LEADING_MARKS, bare, is_entry, is_sentence, words

_TITLE_WORDS = 30
_LABEL_WORDS = 10
_FOOTER_WORDS = 30
_CREDIT_WORDS = 30
_TAIL_PARAGRAPHS = 12
_HEAD_PARAGRAPHS = 8
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A report's parts. published: ISO 8601 when a line of the text gives it, else None."""

    title: str | None
    body: tuple[str, ...]
    credits: tuple[str, ...]
    published: str | None


def clean(found: Sequence[str], *, title: str | None = None) -> Cleaned:
    """Part the paragraphs of one report.

    title: the headline where it is known from elsewhere; otherwise it is taken from the first lines.
    """
    rules = boilerplate()
    credits, kept, cut = _credits(found, rules)
    published, kept = _published(kept, rules)
    kept = _without_lists(kept, rules)
    kept = _without_furniture(kept, rules)
    kept = _without_repeats(kept)
    if title is None:
        title, kept = _split_title(kept)
    elif kept and bare(kept[0]) == bare(title):
        kept = kept[1:]
    body = _without_tail(kept, rules, after_credit=cut)
    names = dict.fromkeys((*credits, *dateline_credits(body[0] if body else "", rules)))
    return Cleaned(title, tuple(body), tuple(names), published)


def _credits(found: Sequence[str], rules: Boilerplate) -> tuple[list[str], list[str], bool]:
    """Take credit lines out; what follows one near the end is about the outlet."""
    names: list[str] = []
    kept: list[str] = []
    cut = False
    for position, paragraph in enumerate(found):
        named = named_in_credit(paragraph, rules) if words(paragraph) <= _CREDIT_WORDS else None
        if named is None:
            kept.append(paragraph)
            continue
        names.extend(named)
        rest = len(found) - position - 1
        if position >= rest or (rest <= _TAIL_PARAGRAPHS and position * 2 >= rest):
            cut = True
            break
    return names, kept, cut


def _published(found: Sequence[str], rules: Boilerplate) -> tuple[str | None, list[str]]:
    published: str | None = None
    kept = []
    for position, paragraph in enumerate(found):
        moment = (
            date_line(paragraph, rules)
            if position < _HEAD_PARAGRAPHS or words(paragraph) < _LABEL_WORDS
            else None
        )
        if moment is None:
            kept.append(paragraph)
        elif published is None and position < _HEAD_PARAGRAPHS:
            published = moment
    return published, kept


def _without_lists(found: Sequence[str], rules: Boilerplate) -> list[str]:
    """Drop headlines of other stories below the head of their list ("Related articles"), up to a sentence."""
    kept: list[str] = []
    listing = False
    for paragraph in found:
        headline = not is_sentence(paragraph) and words(paragraph) <= _TITLE_WORDS
        listing = bool(kept) and (
            bare(paragraph) in rules.list_heads or (listing and (headline or _is_furniture(paragraph, rules)))
        )
        if not listing:
            kept.append(paragraph)
    return kept


def _without_furniture(found: Sequence[str], rules: Boilerplate) -> list[str]:
    """Drop furniture. Where no sentence is left, what only ends as a caption does was the report."""
    kept = [each for each in found if not _is_furniture(each, rules)]
    if any(map(is_sentence, kept)):
        return kept
    return [each for each in found if not _is_furniture(each, rules) or _is_credited(each, rules)]


def _is_credited(paragraph: str, rules: Boilerplate) -> bool:
    """Tell whether several sentences are furniture by the credit of a picture behind them alone."""
    head = paragraph[: paragraph.rfind("(")].rstrip()
    several = len(_SENTENCE_END.findall(head)) > 1
    return (
        several and _ends_as_caption(paragraph.lower().rstrip(" ."), rules) and not _is_furniture(head, rules)
    )


def _is_furniture(paragraph: str, rules: Boilerplate) -> bool:
    line = bare(paragraph)
    count = words(paragraph)
    if not line or line in rules.furniture or not any(ch.isalnum() for ch in line):
        return True
    if line.startswith(rules.caption_openings) and count <= 60:
        return True
    if count <= 60 and _ends_as_caption(paragraph.lower().rstrip(" ."), rules):
        return True
    if count == 1 and line.startswith(("http://", "https://", "www.")):
        return True
    if (
        count <= _LABEL_WORDS
        and line.startswith(rules.byline_openings)
        and not paragraph.rstrip().endswith(".")
    ):
        return True
    return count <= _FOOTER_WORDS and line.startswith(rules.footer_openings)


def _ends_as_caption(line: str, rules: Boilerplate) -> bool:
    if line.endswith(rules.caption_endings):
        return True
    opening = line.rfind("(")
    return (
        line.endswith(")") and opening >= 0 and any(mark in line[opening:] for mark in rules.caption_brackets)
    )


def _without_repeats(found: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(found))


def _split_title(found: list[str]) -> tuple[str | None, list[str]]:
    """Take the headline off the top: the first line of four words or more that no sentence mark ends.

    A row of a list is none: one behind a bullet, or with a figure beside another such.
    """
    for position, paragraph in enumerate(found[:_HEAD_PARAGRAPHS]):
        beside = found[max(0, position - 1) : position + 2]
        listed = is_entry(paragraph) and sum(map(is_entry, beside)) > 1
        if _could_be_title(paragraph) and not listed and position + 1 < len(found):
            return paragraph, found[position + 1 :]
        long = words(paragraph) > _TITLE_WORDS  # a paragraph of the body, whatever it ends with
        if long or (is_sentence(paragraph) and words(paragraph) > 6):
            return None, found[position:] if position else found
    return None, found


def _could_be_title(paragraph: str) -> bool:
    listed = paragraph[0] in LEADING_MARKS
    return 4 <= words(paragraph) <= _TITLE_WORDS and not listed and paragraph.rstrip()[-1:] not in ".:;,…"


def _without_tail(found: list[str], rules: Boilerplate, *, after_credit: bool) -> list[str]:
    """Drop an outlet's words about itself and loose labels at the foot; a line with a figure is no label."""
    kept = list(found)
    while len(kept) > 1:
        last = kept[-1]
        about_itself = sum(phrase in last.lower() for phrase in rules.self_description) >= 2
        label = words(last) <= 4 and not is_sentence(last) and not is_entry(last)
        if not about_itself and not (label and not after_credit):
            break
        kept.pop()
    return kept
