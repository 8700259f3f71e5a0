"""Every entry of every Kazakh lexicon has an example sentence, which other tests here hold (docs/kazakh.md)."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
import yaml

from oqiga.model.syntax import Document
from oqiga.read.kk.parser import parse
from oqiga.read.languages import language_pack
from oqiga.read.phrases import Phrases, labelled, words_of

FOLDER = files("oqiga.read") / "kk" / "lexicon"
NAMES = sorted(path.name.removesuffix(".yaml") for path in FOLDER.iterdir() if path.name.endswith(".yaml"))
NO_SENTENCE = {
    "alphabets": "letters; test_kk_scripts spells words with them",
    "suffixes": "endings, each line with its own example beside it; test_kk_morphology takes words apart",
    "stems": "stems attested in a corpus, any sentence of which is an example",
    "vocabulary": "stems kept by hand: what they inflect to is shown wherever a sentence holds them",
    "relevance": "openings of words, many in Latin spelling, of entries that stand in the other lexicons",
    "paragraphs": "letters and frequent words that only tell the language of a paragraph",
}
NO_WORDS = {
    *(
        "order",
        "who",
        "by",
        "act",
        "certainty",
        "passive",
        "takes",
        "side",
        "told_in",
        "cancelled",
        "generic",
    ),
    *(
        "target_cases",
        "leaving_cases",
        "cases",
        "given_cases",
        "head",
        "place_kind",
        "near_days",
        "statement_words",
        "dash_is_verb",
        "bare_definite",
        "known_speakers",
        "ranges",
    ),
    *("from", "to"),
    *("outcome", "found", "crowd"),
    *("thousands", "decimal", "dropped_subject", "present_to_come"),
}
"""Keys that hold switches, names of the record or punctuation, and no Kazakh words."""
ENDS = {"name_ends", "surname_ends", "title_ends", "source_ends", "lacking"}
"""Keys that hold ends of words."""


def entries(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every Kazakh word of a lexicon with the keys it stands below."""
    if path and path[-1] in NO_WORDS:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list) and path[:1] != ("defective",):
                yield from entries(inner, (*path, str(key)))
            elif str(key) in ("words",):
                yield path, str(inner)
            elif str(key) not in NO_WORDS:
                yield path, str(key)
    elif isinstance(value, list):
        for inner in value:
            yield from entries(inner, path)
    else:
        yield path, str(value)


def words(name: str) -> Iterator[tuple[str, str]]:
    """Yield the entries of a lexicon with the list they stand in."""
    for key, value in language_pack("kk").lexicon(name).items():
        if name == "closed" and key in ("defective", "after_dative", "behind_owner"):
            yield from ((f"{name}.{key}", str(form)) for form in value)
        else:
            yield from ((f"{name}.{'.'.join(path[:2])}", entry) for path, entry in entries({key: value}))


def sentences(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from sentences(inner)
    else:
        yield str(value).rsplit(" = ", 1)[0].lower()


TEXTS = sorted(
    {
        text
        for path in (FOLDER / "examples").iterdir()
        if path.name not in ("open.yaml",)
        for text in sentences(yaml.safe_load(path.read_text(encoding="utf-8")))
    }
)


CLOSED = {
    word
    for listed in language_pack("kk").lexicon("examples/closed").values()
    for words in listed
    for word in words.split(", ")
}
"""Words of closed classes that test_kk_closed holds."""


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [parse(text) for text in TEXTS]


@pytest.fixture(scope="module")
def lemmas(documents) -> set[str]:
    return {
        form for document in documents for token in document.tokens for form in (token.lemma, token.lower)
    }


def shown(entry: str, documents: list[Document], lemmas: set[str]) -> bool:
    """Tell whether an example holds an entry, by form or dictionary form."""
    entry = entry.lower()
    if entry in lemmas or entry in CLOSED:
        return True
    if " " not in entry:
        return any(text.endswith(entry) or f"{entry} " in text for text in TEXTS) and not entry.isalpha()
    found: Phrases[str] = labelled({"": [entry]})
    whole = words_of([entry])
    return any(entry in text for text in TEXTS) or any(
        found.search(document.tokens, 0, len(document.tokens)) is not None
        or whole.found(document, 0, len(document.tokens))
        for document in documents
    )


def without(name: str, documents: list[Document], lemmas: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, entry in words(name):
        if key.rpartition(".")[2] not in ENDS and not shown(entry, documents, lemmas):
            found.setdefault(key, []).append(entry)
    return {key: sorted(set(listed)) for key, listed in found.items()}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in NO_SENTENCE])
def test_every_entry_has_an_example_or_waits_for_one(name, documents, lemmas):
    waiting = language_pack("kk").lexicon("examples/open")
    listed = {key: sorted(entries) for key, entries in waiting.items() if key.split(".")[0] == name}
    assert without(name, documents, lemmas) == listed


def test_what_needs_no_sentence_is_there():
    assert set(NO_SENTENCE) <= set(NAMES)
