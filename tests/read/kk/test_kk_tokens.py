import time

import pytest

from oqiga.read.kk.parser import parse
from oqiga.read.kk.tokens import LONGEST


def texts(text):
    return [token.text for token in parse(text).tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Саны 17-ге жетті.", ["Саны", "17", "жетті", "."]),
        ("13-і жараланды", ["13", "жараланды"]),
        ("2-ші қабат", ["2-ші", "қабат"]),
        ("сағат 19:00-де", ["сағат", "19:00"]),
        ("ІІМ-нің өкілі", ["ІІМ-нің", "өкілі"]),
        (
            "Бұл туралы Tengrinews.kz тілшісі хабарлады",
            ["Бұл", "туралы", "Tengrinews.kz", "тілшісі", "хабарлады"],
        ),
        ("«Паллада» дүкені", ["«", "Паллада", "»", "дүкені"]),
        ("қару-жарақ", ["қару-жарақ"]),
    ],
)
def test_words(text, expected):
    assert texts(text) == expected


def test_a_number_keeps_its_case_as_a_feature():
    number = parse("Қаза тапқандар саны 17-ге жетті.").tokens[3]
    assert (number.text, number.pos) == ("17", "NUM")
    assert "Case=Dat" in number.feats


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Атыс болды. Екі адам өлді.", 2),
        ("А.Сәдубаев хабарлады. Полиция келді.", 2),
        ("«Жағдай тұрақты. Қорықпаңыздар», – деді ол. Қала тыныш.", 3),
        ("«Бітті!» – деді ол.", 1),
        ("Бірінші\nЕкінші\n\nҮшінші", 3),
        ("2016 ж. 5 маусымда болды.", 1),
    ],
)
def test_sentences(text, count):
    assert len(parse(text).sentences) == count


def test_hostile_texts_take_linear_time():
    started = time.process_time()
    for text in (
        "а" * 200_000,
        "17-" * 60_000,
        "қаза тапқан " * 20_000,
        "«" * 50_000,
        "ы'" * 50_000,
        "Х. " * 40_000,
    ):
        document = parse(text)
        assert all(sentence.last - sentence.first <= LONGEST for sentence in document.sentences)
    assert time.process_time() - started < 60


def test_an_empty_text_has_no_sentences():
    assert parse("").tokens == ()
    assert parse(" \n\n ").sentences == ()
