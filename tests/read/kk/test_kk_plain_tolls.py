"""Tolls of plain Kazakh sentences, in the wordings of agencies and police."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def figures(text: str) -> set[tuple[str, str, int]]:
    report = Report(id="r", text=text, language="kk", published="2021-06-09")
    claims = read_report(report, gated=False).claims
    return {(each.outcome.value, each.group.value, each.low) for each in claims if each.kind == "toll"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Былтыр шабуылдан 55 адам мерт болған-ды.", {("killed", "all", 55)}),
        ("Ол кезде 12 полицей қаза болған-тын.", {("killed", "police", 12)}),
        ("Қонақ үйдің жанында болған шабуылдан ондаған адам жарақат алды.", {("injured", "all", 24)}),
        ("Содырлар қонақ үйге шабуыл жасап, екі қонақты өлтірді.", {("killed", "civilians", 2)}),
        ("Оқиғаға байланысты күдікті 11 адам қамауға алынды.", {("detained", "attackers", 11)}),
        ("Күдікті 11 адамды өлтірді.", {("killed", "all", 11)}),
        ("Ауруханаға 40 жаралы жеткізілді.", {("hospitalized", "all", 40)}),
        ("Шабуылда 12 өлі, 40 жаралы бар.", {("killed", "all", 12), ("injured", "all", 40)}),
        ("Екі сарбаз жаралы.", {("injured", "military", 2)}),
        (
            "Шабуылдан 40 адам қаза тапты, оның 19-ы – күштік құрылым қызметкерлері.",
            {("killed", "all", 40), ("killed", "security_forces", 19)},
        ),
        ("Қаза болғандар тіркелмеген.", {("killed", "all", 0)}),
        ("Содырлар ауылда 17 адамды қырып салды.", {("killed", "all", 17)}),
        ("Министр келді. Ол екі террористтің жойылғанын хабарлады.", {("killed", "attackers", 2)}),
        (
            "Бала мен ауылдың үш тұрғыны қаза болды.",
            {("killed", "children", 1), ("killed", "civilians", 3)},
        ),
        ("Ауруханаға 20 адамның мәйіті жеткізілді.", {("killed", "all", 20)}),
        ("Бес адам дене жарақатымен ауруханаға жеткізілді.", {("hospitalized", "all", 5)}),
        (
            "Екі әйел мен үш баланы қосқанда жеті адам қаза тапты.",
            {("killed", "all", 7), ("killed", "women", 2), ("killed", "children", 3)},
        ),
        (
            "17 адам, 11 шабуылдаушыны қоса алғанда, қаза тапты.",
            {("killed", "all", 17), ("killed", "attackers", 11)},
        ),
        ("Шабуылдаушыны қоспағанда, бес адам қаза тапты.", {("killed", "all", 5)}),
        (
            "Содырлар полицейлерге оқ жаудырып, екеуін өлтірді, үшеуін жаралады.",
            {("killed", "police", 2), ("injured", "police", 3)},
        ),
        ("Полицейлер содырларға оқ атып, екеуін жойды.", {("killed", "attackers", 2)}),
        ("Ер адам көршілеріне оқ атып, екеуін өлтірді.", {("killed", "all", 2)}),
        (
            "Бес адам оқиға орнында, тағы біреуі ауруханада көз жұмды.",
            {("killed", "all", 5), ("killed", "all", 1)},
        ),
    ],
)
def test_whom_a_plain_sentence_counts(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ошта жарылыс болды. Қытайдың екі азаматы қаза тапты.", {("killed", "foreigners", 2)}),
        ("Ошта жарылыс болды. Қырғызстанның екі азаматы қаза тапты.", {("killed", "all", 2)}),
        ("Алматыда Ресейдің екі азаматы ұсталды.", {("detained", "foreigners", 2)}),
        ("Қытайдың екі азаматы қаза тапты.", {("killed", "all", 2)}),
    ],
)
def test_citizens_are_foreigners_in_another_land_than_theirs(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кешегі шабуылда екі полицей қаза тапты.", {("killed", "police", 2)}),
        ("14 жастағы оқушы мұғалімге пышақ салды.", {("injured", "civilians", 1)}),
        ("25 жастағы содыр полицейді жаралады.", {("injured", "police", 1)}),
        ("Содырлар 14 жастағы оқушы қызды ұрлап кетті.", {("abducted", "children", 1)}),
        ("Көлік бір топ адамды қағып кетті. Жүргізуші бірден ұсталды.", {("detained", "attackers", 1)}),
        ("Бір топ адам қаза тапты.", set()),
        ("Полиция терактіге қатысы бар делінген тоғыз адамды ұстады.", {("detained", "attackers", 9)}),
        ("Оқ атуға қатысы болуы мүмкін деген ер адам ұсталды.", {("detained", "attackers", 1)}),
        ("Ұрлыққа қатысы бар делінген бес адам ұсталды.", {("detained", "all", 5)}),
        ("Теракт жасауға дайындалған екі адам ұсталды.", {("detained", "attackers", 2)}),
        ("Содырлар 100 адамды өлтіруге дайын.", set()),
        ("12 адам іздестірілуде.", set()),
        (
            "Шабуыл жасаған екі адам – әкесі мен баласы. 50 жастағы ер адам оқиға орнында көз жұмған.",
            {("killed", "attackers", 1)},
        ),
        ("Күдіктілердің он сегізі ұсталды.", {("detained", "attackers", 18)}),
        ("12 адам теракт дайындады деген күдікпен ұсталды.", {("detained", "attackers", 12)}),
        ("Марқұм болған үш полицей жерленді.", {("killed", "police", 3)}),
        ("5 жасар Абид Турсынов мерт болды.", {("killed", "children", 1)}),
        ("25 жастағы Арман Беков оққа ұшты.", {("killed", "all", 1)}),
        ("15 адам бүгінгі террористік әрекеттің құрбаны болды.", {("killed", "all", 15)}),
        ("Содырлар 12 адамды тұтқындап әкетті.", {("abducted", "all", 12)}),
        ("Құтқарушылар 12 адамды іздеп жатыр.", set()),
        ("12 күдікті іздестірілуде.", {("at_large", "attackers", 12)}),
        ("Алты содырды іздеу жалғасып жатыр.", {("at_large", "attackers", 6)}),
        ("Содырлар 100 адамды өлтіруі мүмкін.", set()),
        ("Содырлар 100 адамды өлтірген болуы мүмкін.", {("killed", "all", 100)}),
    ],
)
def test_who_does_it_and_whom_it_befalls(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Алты адам қаза тапты деген ақпарат расталмады.",
        "Алты адам қаза тапты деген мәлімет ресми түрде расталған жоқ.",
        "Алты адамның қаза тапқаны туралы ақпарат расталмады.",
    ],
)
def test_what_is_not_confirmed_is_unclear(text):
    report = Report(id="r", text=text, language="kk", published="2021-06-09")
    told = [each for each in read_report(report, gated=False).claims if each.kind == "toll"]
    assert [(each.low, each.certainty.value) for each in told] == [(6, "unclear")]
