"""Kazakh sentences in which one word decides whom a figure counts, or who did it; invented sentences."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report

TOLLS = [
    # whose part a number is
    ("Шабуылдан он адам қаза тапты. Жанкештінің бірі студент екені анықталды.", {("killed", "all", 10)}),
    (
        "Түнде 70 адам ұсталды. Наразы мұнайшылардың бірі Ержан Сапаров билікке ескерту жасағанын айтты.",
        {("detained", "all", 70)},
    ),
    (
        "Он полицей жараланды. Полицейлердің екеуі – әйел.",
        {("injured", "police", 10), ("injured", "women", 2)},
    ),
    (
        "Атыстан 20 адам жараланды. Олардың төртеуі хал үстінде.",
        {("injured", "all", 20), ("injured", "all", 4)},
    ),
    (
        "Шабуылдан алты адам қаза тапты. Олардың ішінде үш бала мен бір журналист бар.",
        {("killed", "all", 6), ("killed", "children", 3), ("killed", "journalists", 1)},
    ),
    ("Базарға көп адам жиналды. Олардың арасында үш бала бар.", set()),
    ("Күдікті ретінде 12 адам қамауға алынды.", {("detained", "attackers", 12)}),
    (
        "Тәртіпсіздікке қатысы болуы мүмкін деген күдікпен 70 адам ұсталған.",
        {("detained", "attackers", 70)},
    ),
    ("Ұрлық жасаған болуы мүмкін деген күдікпен екі адам ұсталды.", {("detained", "all", 2)}),
    ("Куә ретінде 12 адам қамауға алынды.", {("detained", "all", 12)}),
    ("Атысты Арман Беков ұйымдастырған. Оны полицейлер өлтірген.", {("killed", "attackers", 1)}),
    (
        "Атысты Арман Беков ұйымдастырған. Оны оқиға орнына жеткен полицейлер өлтірген.",
        {("killed", "attackers", 1)},
    ),
    ("Ал екіншісі жарылыс салдарынан «Жария» агенттігінің журналистері қаза болды.", set()),
    (
        "Полицейлердің бірі қаза тапты, екіншісі жараланды.",
        {("killed", "police", 1), ("injured", "police", 1)},
    ),
    (
        "Полиция 13 қылмыскерді өлтіріп, 4-еуін жаралады.",
        {("killed", "attackers", 13), ("injured", "attackers", 4)},
    ),
    ("Жиынды Арман Беков ұйымдастырған. Оны полицейлер өлтірген.", {("killed", "all", 1)}),
    (
        "Оқушы үш баланы жарақаттады. Оқушы ұсталды.",
        {("injured", "children", 3), ("detained", "attackers", 1)},
    ),
    ("Оқушы жараланды. Оқушы ұсталды.", {("injured", "children", 1), ("detained", "children", 1)}),
    # owners in front of a number
    ("Қаза тапқандар арасында полицияның екі офицері бар.", {("killed", "police", 2)}),
    ("Қайтыс болғандар қатарында шетелдің 5 азаматы бар.", {("killed", "foreigners", 5)}),
    ("Қаза тапқандар арасында «Жария» агенттігінің екі тілшісі бар.", {("killed", "journalists", 2)}),
    # a case ends the phrase of a number
    ("Метроның үш станциясында ер адам әйелдерге шабуыл жасады.", set()),
    # two numbers, one verb
    (
        "Олардың екеуі мешіттің жанында, үшеуі үйге жасалған шабуылдан қаза тапты.",
        {("killed", "all", 2), ("killed", "all", 3)},
    ),
    # who is an attacker
    (
        "Шабуыл жасаған 13 адам өлтірілді, тағы төртеуі жараланды.",
        {("killed", "attackers", 13), ("injured", "attackers", 4)},
    ),
    ("Он полицей қаза тапты, тағы төртеуі жараланды.", {("killed", "police", 10), ("injured", "police", 4)}),
    ("Шабуылға қатысы бар деген күдікпен бес адам ұсталды.", {("detained", "attackers", 5)}),
    ("Терактіге қатысы бар тағы бір адам ұсталды.", {("detained", "attackers", 1)}),
    ("Шабуыл жасаған адамды оқушылар ұстаған.", {("detained", "attackers", 1)}),
    ("Үйден 12 адамның денесі табылды.", {("killed", "all", 12)}),
    ("Мешітте ер адам өзін-өзі жарып жіберді.", {("killed", "attackers", 1)}),
    ("Содырлар 12 адамды жарып өлтірді.", {("killed", "all", 12)}),
    (
        "Атыстан екі адам мерт болды. Қаза тапқандардың бірі – мектепте оқ атқан оқушы.",
        {("killed", "all", 2), ("killed", "attackers", 1)},
    ),
    # whose relatives or helpers they are
    ("Шабуылда депутаттың анасы қаза тапты.", {("killed", "women", 1)}),
    ("Атыстан полицейдің ұлы мен әйелі жараланды.", {("injured", "all", 2)}),
    ("Депутаттың хатшысы жараланды.", set()),
    ("Шабуылдаушының екі сыбайласы ұсталды.", {("detained", "attackers", 2)}),
    ("Екі сарбаздың мәйіті табылды.", {("killed", "military", 2)}),
    # where somebody was with others tells nothing of what became of him
    ("Ол Беков түрмеде салафиттермен жақын болғанын айтты.", set()),
    ("Ол Бековтың түрмеде салафиттермен жақын болғанын айтты.", set()),
    ("Мас күйінде көлік жүргізді деген күдікпен екі адам ұсталды.", {("detained", "all", 2)}),
]
BLAME = [
    ("Базардағы жарылысты «Қара ту» террорлық ұйымы мойнына алды.", "Қара ту"),
    ('Жарылыстардың жауапкершілігін "Қара ту" радикалдық қозғалысы мойнына алды.', "Қара ту"),
]


def claims(text: str, kind: str) -> list:
    report = Report(id="r", text=text, language="kk", published="2024-05-06")
    return [claim for claim in read_report(report, gated=False).claims if claim.kind == kind]


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_a_figure_counts_whom_its_words_tell(text, expected):
    assert {(toll.outcome.value, toll.group.value, toll.low) for toll in claims(text, "toll")} == expected


def test_a_condition_is_a_part_of_the_injured():
    _, part = claims("Атыстан 20 адам жараланды. Олардың төртеуі хал үстінде.", "toll")
    assert part.counts.value == "subset"
    assert part.part_of is not None


@pytest.mark.parametrize(("text", "name"), BLAME)
def test_a_body_is_named_by_what_stands_in_quotation_marks(text, name):
    assert [(each.perpetrator, each.basis.value) for each in claims(text, "blame")] == [(name, "claimed")]


def test_a_body_that_denies_its_part_is_named():
    (blame,) = claims("«Қара ту» ұйымы бұл шабуылға қатысы барын жоққа шығарды.", "blame")
    assert (blame.perpetrator, blame.basis.value) == ("Қара ту", "denied")


def test_who_inquires_into_a_blast_did_not_set_it_off():
    (event,) = claims("Прокуратура жарылысқа қатысты тергеу жұмыстарын бастады.", "event")
    assert event.perpetrators == ()


@pytest.mark.parametrize(
    ("text", "status"), [("Интернет тоқтатылды.", "in_force"), ("Байланыс қайта қосылды.", "lifted")]
)
def test_cancelling_makes_a_cut_and_does_not_lift_it(text, status):
    (measure,) = claims(text, "measure")
    assert measure.status.value == status


def test_an_initial_ends_no_sentence():
    (statement,) = claims("«Алаңдағы тәртіпсіздік басылды», – деді А. Садуов.", "statement")
    assert statement.speaker == "А. Садуов"


def test_a_search_for_those_buried_is_no_manhunt():
    assert claims("Құтқарушылар бес адамды іздестіріп жатыр.", "measure") == []
