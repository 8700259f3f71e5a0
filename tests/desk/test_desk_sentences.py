"""What the desk says when something went wrong is said in the reader's language."""

import ast
from pathlib import Path

import pytest

import oqiga
from oqiga.publish.words import translator

SOURCE = Path(oqiga.__file__).parent
FOR_PROGRAMS = {  # said to whoever sends JSON, in English
    "neither text nor html nor url",
    "no year of news",
    "not in ISO 8601",
}


def sentences():
    """Yield the sentences of errors that are raised where a page may show them."""
    for folder in ("desk", "book"):
        for path in sorted((SOURCE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                if not named or not node.func.id.endswith("Error") or not node.args:
                    continue
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_sentences_of_errors_are_translated(language):
    say = translator(language)
    found = set(sentences()) - FOR_PROGRAMS
    assert len(found) > 20
    assert sorted(each for each in found if say(each) == each) == []


def test_a_page_that_is_not_there_says_so_in_the_readers_language(enter):
    answer = enter("reader").get("/incidents/i-0000000000000000?lang=ru")
    assert answer.status_code == 404
    assert "в книге нет такого инцидента" in answer.text
