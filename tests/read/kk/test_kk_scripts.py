import pytest

from oqiga.model.span import Span
from oqiga.read.kk.fitting import words_of
from oqiga.read.kk.parser import parse
from oqiga.read.kk.scripts import alphabet_of, spellings, to_cyrillic
from oqiga.read.kk.tokens import Piece

SAME = [
    ("Shabýyldan 17 adam qaza taýyp, jeti kúdikti ustaldy.", "acute"),
    ("Şabuyldan 17 adam qaza tauyp, jetı küdıktı ūstaldy.", "cedilla"),
    ("Şabwıldan 17 adam qaza tawıp, jeti küdikti ustaldı.", "turkic"),
    ("Şabuıldan 17 adam qaza tauıp, jeti küdikti wstaldı.", "western"),
    ("S'aby'yldan 17 adam qaza tay'yp, jeti ku'dikti ustaldy.", "apostrophe"),
    ("Shabuyldan 17 adam qaza tauyp, jeti kudikti ustaldy.", "plain"),
    ("Шабуылдан 17 адам қаза тауып, жеті күдікті ұсталды.", "cyrillic"),
]
LEMMAS = ["шабуыл", "17", "адам", "қаза", "табу", ",", "жеті", "күдікті", "ұсталу", "."]


@pytest.mark.parametrize(("text", "alphabet"), SAME, ids=[alphabet for _, alphabet in SAME])
def test_every_alphabet_reads_the_same(text, alphabet):
    assert alphabet_of(text) == alphabet
    document = parse(text)
    assert [token.lemma for token in document.tokens] == LEMMAS
    assert [token.span.of(text) for token in document.tokens][2:4] == text.split()[2:4]


def test_latin_lookalikes_inside_a_cyrillic_word():
    assert to_cyrillic("aдам", "cyrillic") == "адам"
    assert to_cyrillic("қаза", "cyrillic") == "қаза"
    assert parse("17 aдaм қaзa тaпты.").tokens[1].lemma == "адам"


def test_cyrillic_lookalikes_inside_a_latin_word():
    assert to_cyrillic("kúshtі", "acute") == "күшті"


def test_names_of_the_other_script_stay():
    assert to_cyrillic("Reuters", "cyrillic") == "Reuters"
    assert to_cyrillic("ТАСС", "acute") == "ТАСС"


def test_the_alphabet_without_special_letters_is_told_by_its_digraphs():
    text = "Býgin túrghyn ýide jarylys boldy, oqigha saldarynan alty adam auruhanagha týsti."
    assert alphabet_of(text) == "digraph"
    words = [to_cyrillic(word, "digraph") for word in ("Býgin", "túrghyn", "auruhanagha")]
    assert words == ["Бүгін", "тұрғын", "ауруханаға"]


def test_soft_g_is_written_with_a_breve_or_a_caron():
    assert to_cyrillic("oqiǧa", "cedilla") == to_cyrillic("oqiğa", "cedilla") == "оқиға"


def test_capitals_stay():
    assert to_cyrillic("AQTÓBE", "acute") == "АҚТӨБЕ"
    assert to_cyrillic("Aqtóbe", "acute") == "Ақтөбе"


def test_other_spellings_are_bounded():
    assert "айту" in spellings("аиту", "acute")
    assert 40 < len(spellings("иуі" * 20, "plain")) <= 48


def test_a_run_of_letters_that_is_no_word_has_no_other_spellings():
    assert spellings("уи" * 30, "plain")
    assert spellings("уи" * 50_000, "plain") == []


@pytest.mark.parametrize(
    ("word", "alphabet", "stem"),
    [
        ("polısııa", "acute", "полиция"),
        ("polisiia", "cedilla", "полиция"),
        ("polisiya", "digraph", "полиция"),
        ("operatsııasy", "acute", "операция"),
        ("evakýatsııalandy", "acute", "эвакуациялану"),
        ("evakuasiyalady", "digraph", "эвакуациялау"),
        ("komıssııa", "acute", "комиссия"),
    ],
)
def test_a_borrowed_word_of_a_latin_text_is_met_in_its_cyrillic_spelling(word, alphabet, stem):
    (found,) = words_of([Piece(word, Span(0, len(word)))], alphabet)
    assert found.reading.lemma == stem


def test_letters_that_stand_for_two_sounds_are_read_as_either():
    document = parse("Tәrtipsizdik jasady dep kýdikke ilingen on adam ústaldy, auylgha әsker kirdi.")
    assert (
        next(token.lemma for token in document.tokens if token.span.of(document.text) == "ilingen") == "іліну"
    )
