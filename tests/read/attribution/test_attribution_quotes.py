import time

import pytest

from oqiga.read.attribution.quotes import find_quotations


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "one two" and left.', ["one two"]),
        ("He said “one” and “two”.", ["one", "two"]),
        ("Он сказал: «один “два” три».", ["один “два” три"]),
        ("Er sagte: „eins“ und ging.", ["eins"]),
        ('"one\n\n"two"', ["one", "two"]),
        ('An "open end', ["open end"]),
        ("‘‘One. Two,’’ he said of ‘three’.", ["One. Two,"]),
        ("A stray ” mark", []),
        ('""', [""]),
        ("", []),
    ],
)
def test_quotations(text, inside):
    assert [each.inside.of(text) for each in find_quotations(text)] == inside


def test_an_unclosed_quotation_ends_with_its_paragraph():
    first, _ = find_quotations('"one\n\n"two"')
    assert not first.closed


def test_a_million_marks_take_linear_time():
    start = time.process_time()
    found = find_quotations('"“ ' * 350_000)
    assert time.process_time() - start < 5
    assert all(each.span.start <= each.inside.start <= each.inside.end <= each.span.end for each in found)
