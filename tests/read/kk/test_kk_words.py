"""Words of the Kazakh lexicons with an example sentence and what is read in it (examples/words.yaml)."""

import re

import pytest

from kazakh_outline import met, outline
from oqiga.read.kk.parser import parse
from oqiga.read.languages import language_pack
from oqiga.read.phrases import labelled

WORDS = [
    (name, str(entry), *re.fullmatch(r"(.+) = \[(.+)\] (.+)", line).groups())
    for name, entries in language_pack("kk").lexicon("examples/words").items()
    for entry, line in entries.items()
]


@pytest.mark.parametrize(
    ("name", "entry", "text", "wanted", "reading"),
    WORDS,
    ids=[f"{name}-{entry}" for name, entry, *_ in WORDS],
)
def test_a_word_is_read_as_its_example_says(name, entry, text, wanted, reading):
    document = parse(text)
    held = labelled({"": [entry]}).search(document.tokens, 0, len(document.tokens))
    assert held is not None or entry.lower() in text.lower()
    read = outline(text)
    assert [each for each in wanted.split("; ") if not met(each, read)] == []
    assert reading
