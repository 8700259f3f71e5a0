import subprocess
import sys

import pytest

from oqiga.read.ru.parser import parse


def relation(document, word):
    """Return (relation, governor's word) of the first token written `word`."""
    token = next(token for token in document.tokens if token.text == word)
    return token.dep, document.tokens[token.head].text


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Погибли шесть человек.", "шесть", ("nummod", "человек")),
        ("Погибли шесть человек.", "человек", ("nsubj", "Погибли")),
        ("Ранения получили не менее 37 человек.", "человек", ("nsubj", "получили")),
        ("Ранения получили не менее 37 человек.", "37", ("nummod", "человек")),
        ("Ранения получили не менее 37 человек.", "менее", ("advmod", "37")),
        ("Более тысячи жителей эвакуированы.", "жителей", ("nsubj:pass", "эвакуированы")),
        ("Более тысячи жителей эвакуированы.", "тысячи", ("nummod", "жителей")),
        ("Десятки человек получили ранения.", "человек", ("nsubj", "получили")),
        ("Десятки человек получили ранения.", "Десятки", ("nummod", "человек")),
        ("Более чем 20 человек убиты.", "Более", ("advmod", "20")),
        ("Около 40 человек ранены.", "Около", ("advmod", "40")),
        ("Двое охранников были убиты нападавшими.", "нападавшими", ("obl:agent", "убиты")),
        ("Двое охранников были убиты нападавшими.", "охранников", ("nsubj:pass", "убиты")),
        ("Семь человек задержаны полицией.", "полицией", ("obl:agent", "задержаны")),
        ("Трое прохожих ранены осколками.", "осколками", ("obl", "ранены")),
        ("Боевики ранили еще пятерых.", "пятерых", ("obj", "ранили")),
        ("Число погибших достигло 25.", "25", ("obj", "достигло")),
        ("Число погибших выросло до 17.", "17", ("obl", "выросло")),
        ("Среди погибших — трое военнослужащих.", "Среди", ("case", "погибших")),
    ],
)
def test_relations_are_those_that_engines_share(text, word, expected):
    assert relation(parse(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Число погибших выросло до 17.", "погибших", "погибший"),
        ("Двое охранников были убиты нападавшими.", "нападавшими", "нападавший"),
        ("Ранены трое военных.", "военных", "военный"),
    ],
)
def test_people_named_by_participles_and_adjectives_are_nouns(text, word, lemma):
    token = next(token for token in parse(text).tokens if token.text == word)
    assert (token.pos, token.lemma) == ("NOUN", lemma)


def test_attributive_participles_stay_verbs():
    token = next(
        token for token in parse("Погибших полицейских похоронили.").tokens if token.text == "Погибших"
    )
    assert (token.pos, token.lemma, token.dep) == ("VERB", "погибнуть", "amod")


def test_names_carry_common_labels():
    document = parse("Официальный представитель МВД Алмас Садубаев сообщил об этом в Актобе.")
    found = [(entity.label, entity.span.of(document.text)) for entity in document.entities]
    assert found == [("ORG", "МВД"), ("PERSON", "Алмас Садубаев"), ("GPE", "Актобе")]


def test_spans_are_code_points_of_the_text_and_sentences_keep_to_paragraphs():
    text = "Взрыв прогремел в 14.45\n\n 🚑 Двое ранены. Один погиб.\n\n\n\nКонец"
    document = parse(text)
    assert all(token.span.of(text) == token.text for token in document.tokens)
    assert [sentence.paragraph for sentence in document.sentences] == [0, 1, 1, 2]
    assert document.sentences[1].span.of(text) == "🚑 Двое ранены."


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\n\n", "—", "…" * 3000, "\x00\x01 да", "а" * 50_000, "1" * 5000]
)
def test_any_text_can_be_parsed(text):
    document = parse(text)
    assert all(token.span.of(text) == token.text for token in document.tokens)


def test_a_text_without_stops_is_cut_into_sentences_of_bounded_length():
    document = parse("слово " * 3000)
    assert len(document.tokens) == 3000
    assert max(sentence.last - sentence.first for sentence in document.sentences) <= 256


def test_every_sentence_has_one_root():
    text = "Погибли двое. Как сообщил источник, по словам которого, ранены, возможно, десятки, все."
    document = parse(text)
    for sentence in document.sentences:
        assert [token.dep for token in document.tokens_of(sentence)].count("root") == 1


def test_nothing_heavy_is_loaded_before_the_first_text_and_natasha_never():
    program = (
        "import sys; import oqiga.read.languages; before = {'slovnet', 'pymorphy3'} & set(sys.modules);"
        "from oqiga.read.ru.parser import parse; parse('Погиб один человек.');"
        "assert not before, before; assert not {'natasha', 'pymorphy2', 'yargy'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0
