"""Who says what in Russian sentences: names and kinds, nearest the words first, and certainty."""

import pytest

from oqiga.model.report import Report
from oqiga.read.attribution import attribute, find_attributions, find_statements
from oqiga.read.context import Context
from oqiga.read.languages import language_pack
from oqiga.read.tolls import find_tolls


def read(text):
    pack = language_pack("ru")
    context = Context(report=Report(id="r-1", text=text, language="ru"), document=pack.parse(text), pack=pack)
    attributions = find_attributions(context)
    claims = attribute(context, find_tolls(context), attributions)
    return claims, find_statements(context, attributions)


def sources(claim):
    return [(source.name, source.kind.value) for source in claim.said_by]


@pytest.mark.parametrize(
    ("text", "expected", "certainty"),
    [
        ("По данным МВД, погибли шесть человек.", [("МВД", "police")], "stated"),
        ("МВД Дагестана сообщило о 16 пострадавших.", [("МВД Дагестана", "police")], "stated"),
        ("МИД России подтвердил гибель двух россиян.", [("МИД России", "government")], "stated"),
        ("Погибли шесть человек, сообщили в МВД.", [("МВД", "police")], "stated"),
        ("В пресс-службе полиции сообщили, что ранены двое.", [("пресс-служба полиции", "police")], "stated"),
        ("Ранены двое, рассказал главный врач больницы.", [("главный врач больницы", "health")], "stated"),
        (
            "Официальный представитель МВД Алмас Садубаев сообщил, что убиты трое солдат.",
            [("Алмас Садубаев", "police")],
            "stated",
        ),
        (
            "По словам официального представителя МВД Алмаса Садубаева, убиты трое солдат.",
            [("Алмас Садубаев", "police")],
            "stated",
        ),
        (
            "Убиты трое солдат, передаёт Интерфакс со ссылкой на министерство обороны.",
            [("министерство обороны", "military"), ("Интерфакс", "media")],
            "stated",
        ),
        ("По словам очевидцев, погибли двое.", [("очевидцы", "witness")], "reported"),
        ("По предварительным данным, погиб один человек.", [], "suspected"),
        ("По неподтверждённым данным, пострадали 20 человек.", [], "reported"),
        ("Погибли трое. Об этом сообщил аким области.", [("аким области", "government")], "stated"),
        ("Погибли трое. Власти молчат.", [], "stated"),
    ],
)
def test_a_toll_has_its_source(text, expected, certainty):
    claims, _ = read(text)
    assert sources(claims[0]) == expected
    assert claims[0].certainty.value == certainty


def test_a_quotation_with_names_in_quotation_marks_is_one_statement():
    text = "«Напали на магазин «Паллада». Погиб продавец. Двое ранены», — сказал министр Ермек Садыков."
    claims, statements = read(text)
    assert [claim.said_by[0].name for claim in claims] == ["Ермек Садыков"] * 2
    assert [each.words for each in statements] == ["Напали на магазин «Паллада». Погиб продавец. Двое ранены"]


def test_a_surname_finds_the_name_and_office_told_before():
    text = "Об этом сообщил министр Ермек Садыков.\n\nПо словам Садыкова, ранены девять человек."
    claims, _ = read(text)
    assert sources(claims[0]) == [("Ермек Садыков", "government")]


def test_a_paragraph_behind_a_dash_is_a_quotation():
    text = "- Напали на магазин «Паллада». Погиб продавец. Двое ранены, - сказал министр Ермек Садыков."
    claims, statements = read(text)
    assert [claim.said_by[0].name for claim in claims] == ["Ермек Садыков"] * 2
    assert statements[0].words == "Напали на магазин «Паллада». Погиб продавец. Двое ранены"


def test_by_his_words_means_who_spoke_last():
    text = "Об этом заявил министр Ермек Садыков.\n\nПо его словам, убиты трое гражданских."
    claims, _ = read(text)
    assert sources(claims[0]) == [("Ермек Садыков", "government")]
