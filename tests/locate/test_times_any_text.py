"""Any text is read without an error, in time linear in its length, and no date is invented."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oqiga.locate.times import find_times
from oqiga.model.span import Span
from oqiga.model.syntax import Document

WORDS = ["May", "5", "the", "last", "two", "years", "ago", ",", "Friday", "2016", "-", "/", "day", "before", "p.m.", ":", "45", "\n\n", "½", "в"]  # fmt: skip


def document(text):
    return Document(text, "en", (), (), ())


def check(text, published):
    end = 0
    for mention in find_times(document(text), published):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.text == mention.span.of(text)
        end = mention.span.end
        if mention.when is not None:
            assert mention.when.span.covers(mention.span)
            assert (mention.when.start is None) == (mention.when.end is None)
            assert mention.when.start is None or mention.when.start <= mention.when.end


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from([None, "2016-06-06", "0001-01-01", "9999-12-31", "nonsense"]))
def test_any_characters(text, published):
    check(text, published)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([None, "2016", "2016-06-06"]))
def test_any_row_of_words_of_time(words, published):
    check(" ".join(words), published)


@pytest.mark.parametrize(
    "piece", ["a", "1", "may ", "twenty-", "the ", "1:", "5/5/", "May 5, ", "next few days later in the "]
)
def test_long_texts_take_linear_time(piece):
    began = time.process_time()
    find_times(document(piece * (60_000 // len(piece))), "2016-06-06")
    assert time.process_time() - began < 20


def test_huge_number_is_no_date():
    assert find_times(document("1" * 100_000), "2016-06-06") == ()


@pytest.mark.parametrize(
    "text", ["on Sunday", "yesterday", "last week", "in January", "two days ago", "at 5 p.m.", "last night"]
)
def test_without_a_publication_date_nothing_relative_is_resolved(text):
    (mention,) = find_times(document(f"It happened {text}."), None)
    assert (mention.when.start, mention.when.end, mention.when.precision) == (None, None, "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "a 34-year-old man",
        "It may rain.",
        "They marched home.",
        "It cost $1,990.",
        "2082.1 points",
        "three-quarters of them",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    assert find_times(document(text), "2016-06-06") == ()


def test_other_language_without_lexicon_gives_nothing():
    assert find_times(Document("on Sunday", "xx", (), (), ()), "2016-06-06") == ()


def test_span_of_when_is_a_span():
    (mention,) = find_times(document("on Sunday"), "2016-06-06")
    assert mention.when.span == Span(0, 9)
