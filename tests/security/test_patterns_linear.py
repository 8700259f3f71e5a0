"""Every regular expression of the package against a megabyte of what it likes least.

Patterns are collected from the source, so that a new one is measured without being named here.
"""

import ast
import re
from pathlib import Path

import pytest

from pace import seconds, within

SOURCE = Path(__file__).parents[2] / "src" / "oqiga"
LIMIT_S = 0.05
MEGABYTE = 1_000_000
BOUNDED = {  # patterns that are never given more than so many characters, and what bounds them
    "read/truecase.py:_OPENING": 16,  # the characters before a word
    "gather/credits.py:_SLASH": 1_000,  # one line of credits
    "gather/datelines.py:_YEAR": 1_000,  # one short line
    "gather/datelines.py:_CLOCK": 1_000,
    "gather/datelines.py:_NUMERIC": 1_000,
    "read/en/datelines.py:_FILED": 160,  # the opening of a paragraph
    "read/en/datelines.py:_TOWN": 160,  # the same
    "read/en/datelines.py:_LOST": 160,  # the same
    "read/phrases.py:_PIECES": 200,  # one entry of a lexicon
    "gather/decode.py:_DECLARED": 4_096,  # the start of a file
    "gather/report.py:_TOKEN": 120_000,  # a longer body has been refused by then
    "gather/page.py:_HTML_OPENING": 5_000,  # the start of a text
    "gather/feeds.py:_SITEMAP": 4_000,
    "gather/language.py:_KAZAKH_LATIN": 10_000,  # a sample
    "read/kk/tokens.py:_TOKEN": 120_000,  # the longest report that is taken
    "read/quantities/words.py:built": 120_000,
    "reconcile/site_names.py:built": 16,  # the characters beside a noun
    "reconcile/page.py:_DAY_OF_MONTH": 24,  # the characters from a day on
    "reconcile/people.py:_WORD": 6_000,  # the characters of a report that are looked at
    "reconcile/told_days.py:built": 120_000,  # the longest report that is taken
    "codebook/when_told.py:built": 120_000,
    "codebook/wording.py:built": 120_000,
    "publish/sentences.py:_ABBREVIATED": 12,  # the characters before a full stop
}
OWN_TEXTS = ("evaluate/", "train/", "simulate/")
"""These are given benchmarks and texts of our own, never what somebody sends."""
BY_MATCH = {
    "gather/paragraphs.py:_ENTRY",
    "reconcile/page.py:_DATELINE",
    "read/attribution/quotes.py:_DASHED",
    "read/attribution/quotes.py:_RESUMED",
    "read/attribution/carry.py:_CLOSES",
    "read/en/datelines.py:_RUN_ON",
}  # once at the start of a text or line
BUILT = {  # patterns put together at run time, as they come out for the shipped lexicons
    "read/quantities/words.py": r"\d{1,3}(?:[,. ]\d{3}){1,3}",
    "read/kk/scripts.py": "sh|ch|ng|a|b|é|ú",
    "codebook/when_told.py": r"(?<!\w)(?:(?P<n>\d{1,3}|ten|бес)\s?(?:years ago|лет назад)|(?:a year ago))(?!\w)",
    "codebook/wording.py": r"(?<!\w)(?:monday\w*|годовщин\w*|a\syear\sago)(?!\w)",
    "reconcile/site_names.py": r"(?:^|[\s(])(?:№|no\.|number)\s?(\d{1,4})(?:-\w{1,4})?\s$",
    "reconcile/told_days.py": (
        r"(?:(?P<before>(?:[12]\d{3}))[-\s]{1,3}[^\W\d_]{2,8}\s{1,3})?"
        r"(?<!\d)(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s?(?:of\s)?(?P<month>june|may)[^\W\d_]{0,6}\b\.?,?"
        r"|\b(?P<first>june|may)\.?\s(?P<later>\d{1,2})(?!\d)(?:st|nd|rd|th)?,?)"
        r"(?:\s(?P<year>(?:[12]\d{3}))(?!\d))?"
    ),
}
PUMPS = (
    "a", "A", "я", "Я", "1", " ", "\n", ".", ",", "-", "—", "'", "’", '"', "(", "[", "{", "|", "<", "!", "/", "_",
    "a ", "A ", "A.", "A. ", "a'", "a-", "a.", "a, ", "1,", "1.", "1-", "1:", "1 000 ", "a1", "\n\n", "  \n", " .",
    ". ", '"(', "{a|", "a —", " -", "<!", "<!DOCTYPE", "<!DOCTYPE [", "-1", "1T", ".\n",
)  # fmt: skip


def flags_of(node):
    named = [
        each
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name)
    ]
    return sum({getattr(re, each.attr) for each in named if each.value.id == "re"}, re.RegexFlag(0))


def compiled():
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if name.startswith(OWN_TEXTS):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        targets = {
            id(node.value): node.targets[0].id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
                continue
            if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
                continue
            if node.func.attr == "escape":
                continue
            flags = flags_of(ast.Tuple([*node.args[1:], *(each.value for each in node.keywords)]))
            yield name, targets.get(id(node), f"line {node.lineno}"), node.args[0], flags


FOUND = [
    (f"{name}:{target}", written.value, flags)
    for name, target, written, flags in compiled()
    if isinstance(written, ast.Constant)
]
BUILT_AT = {name for name, _, written, _ in compiled() if not isinstance(written, ast.Constant)}
FOUND += [(f"{name}:built", written, re.RegexFlag(0)) for name, written in BUILT.items()]


def test_patterns_put_together_at_run_time_are_known():
    assert set(BUILT) >= BUILT_AT, "a pattern is built at run time: add how it comes out to BUILT"


def test_what_is_said_to_be_bounded_exists():
    assert {name for name, _, _ in FOUND} >= set(BOUNDED) | BY_MATCH


def pumps_for(written):
    letters = written if isinstance(written, str) else written.decode("latin-1")
    return [*PUMPS, *(f"{word} " for word in dict.fromkeys(re.findall(r"[a-z]{3,12}", letters)[:4]))]


def pumped(pump, size, written):
    text = (pump * (size // len(pump) + 1))[:size] + "\x00"
    return text.encode() if isinstance(written, bytes) else text


@pytest.mark.parametrize(("name", "written", "flags"), FOUND, ids=[name for name, _, _ in FOUND])
def test_a_pattern_is_fast_on_what_it_likes_least(name, written, flags):
    """The text is a megabyte, or the longest that the pattern is ever given.

    All pumps are tried on a short text, also for every match in it, since one that looks far ahead each time
    is quadratic though each search is fast; the worst are then searched for at full length.
    """
    pattern = re.compile(written, flags)
    search = pattern.match if name in BY_MATCH else pattern.search
    every = pattern.match if name in BY_MATCH else pattern.findall
    longest = BOUNDED.get(name, MEGABYTE)
    costs = []
    for pump in pumps_for(written):
        text = pumped(pump, min(20_000, longest), written)
        assert within(lambda text=text: every(text), LIMIT_S), (name, pump, "every match")
        costs.append((seconds(lambda text=text: search(text), tries=4), pump))
    for _, pump in sorted(costs)[-2:]:
        text = pumped(pump, longest, written)
        assert within(lambda text=text: search(text), LIMIT_S), (name, pump)
