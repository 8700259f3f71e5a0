"""What would lose a user's trust: a victim among attackers, a number nobody said, a confession of a hospital."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def read(text, language="en", published="2021-03-08"):
    return read_report(Report(id="r", text=text, published=published, language=language), gated=False).claims


def tolls(claims):
    return {
        (claim.outcome.value, claim.group.value, claim.low, claim.high)
        for claim in claims
        if claim.kind == "toll"
    }


def test_whom_a_bomber_kills_is_no_perpetrator():
    claims = read(
        "Three Polish tourists were killed and ten were wounded in Osh on Saturday, as a suicide bomber reportedly linked to "
        "militants blew himself up on a popular street."
    )
    named = {one.name for claim in claims if claim.kind == "event" for one in claim.perpetrators}
    assert not any("tourists" in name for name in named)


def test_attackers_killed_may_still_be_perpetrators():
    claims = read("Four attackers were killed as they stormed a police post in Osh on Saturday.")
    assert ("killed", "attackers", 4, 4) in tolls(claims)
    assert not any(group != "attackers" for _, group, _, _ in tolls(claims))


@pytest.mark.parametrize(
    ("told", "bases"),
    [
        ("Following the explosion in Osh, we admitted 27 patients to our surgical centre.", []),
        ("The group admitted carrying out the attack in Osh.", ["claimed"]),
        (
            'Gunmen struck a mosque in Osh. "It was a suicide attack," IG Northern Region Nasir Aliev confirmed.',
            [],
        ),
    ],
)
def test_who_admits_patients_admits_nothing(told, bases):
    assert [claim.basis.value for claim in read(told) if claim.kind == "blame"] == bases


@pytest.mark.parametrize(
    ("told", "language"),
    [
        (
            "Қаза тапқандардың 11-і – шабуылдаушылар, үшеуі – әскери қызметші, тағы үшеуі – бейбіт тұрғындар.",
            "kk",
        ),
        (
            "Qaza tapqandardyń 11-i – shabýyldaýshylar, úsheýi – áskerı qyzmetshi, taǵy úsheýi – beıbit turǵyndar.",
            "kk",
        ),
        ("Из погибших 11 – нападавшие, трое – военные, ещё трое – мирные жители.", "ru"),
    ],
)
def test_a_list_of_the_dead_suspects_nobody(told, language):
    assert [claim for claim in read(told, language) if claim.kind == "blame"] == []


def test_who_is_hurt_is_not_counted_among_the_dead_named_before():
    claims = read(
        "При взрыве в мечети Оша погибли минимум 12 прихожан. В числе погибших – имам мечети, также пострадали 15 человек.",
        "ru",
    )
    assert tolls(claims) == {("killed", "civilians", 12, None), ("injured", "all", 15, 15)}


def test_names_in_quotation_marks_are_no_quotation():
    claims = read(
        'Взрыв прогремел в Оше. Ранее агентство "Интерфакс" сообщало, что летящие в "Манас" самолёты направляют в "Тамчы" '
        'и "Ош".',
        "ru",
    )
    assert [claim.words for claim in claims if claim.kind == "statement" and claim.direct] == []


def test_a_part_of_a_city_is_no_base():
    claims = read("Взрыв прогремел в центральной части Оша, погибли двое.", "ru")
    named = {one.name for claim in claims if claim.kind == "event" for one in claim.targets}
    assert not any("част" in name for name in named)


def test_parts_of_the_wounded_add_nothing_to_them():
    claims = read(
        "Twenty-seven people injured in the blast in Osh are being treated at hospitals. One of them is in critical condition, "
        "and another eight are in serious condition."
    )
    parts = [claim.counts.value for claim in claims if claim.kind == "toll" and claim.low in (1, 8)]
    assert parts == ["subset", "subset"]


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("Nineteen children and two adults were killed in the shooting in Osh.", "en"),
        ("Погибли 19 детей и двое взрослых при стрельбе в Оше.", "ru"),
    ],
)
def test_the_rest_of_a_list_is_no_count_of_all(told, language):
    counts = {claim.low: claim.counts.value for claim in read(told, language) if claim.kind == "toll"}
    assert counts == {19: "total", 2: "subset"}


def test_whom_gunmen_injured_are_no_attackers():
    claims = read("19 injured after suicide bombers and armed men attacked a hotel in Osh.")
    assert ("injured", "all", 19, 19) in tolls(claims)
    assert not any(group == "attackers" and low == 19 for _, group, low, _ in tolls(claims))
