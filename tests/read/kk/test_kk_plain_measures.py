"""Measures of plain Kazakh sentences: which were taken, and which somebody only wants."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def measures(text: str) -> set[tuple[str, str]]:
    report = Report(id="r", text=text, language="kk", published="2021-06-09")
    claims = read_report(report, gated=False).claims
    return {(each.type.value, each.status.value) for each in claims if each.kind == "measure"}


@pytest.mark.parametrize(
    "text",
    [
        "Тұрғындар комендант сағатын алып тастауды талап етті.",
        "Оппозиция төтенше жағдай жариялауды талап етті.",
        "Депутат комендант сағатын енгізуді ұсынды.",
        "Наразылар билікті төтенше жағдайды алып тастауға шақырды.",
        "Үкімет төтенше жағдай енгізуді қарастырып жатыр.",
        "Шабуыл жасаған адам Ермек Беков екені анықталды.",
        "Автобус жүргізушісі бірден көлікті тоқтатты.",
        "Полиция көлікті тоқтатты.",
        "Содырлар бекет қойып, жолаушыларды тонады.",
        "Қазақстан іздестіру шараларын жүргізуге көмек көрсетуге дайын.",
        "Президент жедел-іздестіру шараларын жүргізуде көмек көрсетуге дайын екенін жеткізді.",
        "Тұрғындар қауіпсіз жерге кетті.",
    ],
)
def test_what_is_only_wanted_or_done_to_one_car_is_no_measure(text):
    assert measures(text) == set()


@pytest.mark.parametrize(
    ("text", "type", "status"),
    [
        ("Әкім мектептерді жабуды тапсырды.", "closure", "in_force"),
        ("Метро қозғалысы қалпына келтірілді.", "transport_suspension", "lifted"),
        ("Билік тұрғындарды қауіпсіз жерге кетуге шақырды.", "evacuation", "in_force"),
        ("Тұрғындарға қауіпсіз аймаққа бару ұсынылды.", "evacuation", "in_force"),
        ("Тергеу жүріп, полиция ешкімді ұстаған жоқ.", "investigation", "in_force"),
        ("Қазір ол ұсталып, үйінде тінту жүргізілуде.", "security_operation", "in_force"),
        ("Пәкістан көліктер үшін шекараны жапты.", "closure", "in_force"),
        ("Оқушылар қашықтан оқуға көшірілді.", "closure", "in_force"),
        ("Тұрғындар қауіпсіз жерге көшірілді.", "evacuation", "in_force"),
        ("Шабуылдан кейін бекеттер қойылды.", "checkpoint", "in_force"),
        ("Өңірде төтенше жағдайдың «қызыл» деңгейі жарияланған.", "alert_level", "in_force"),
        ("Полиция қоршауы алынды.", "cordon", "lifted"),
        ("Аудан қоршауға алынды.", "cordon", "in_force"),
        ("Интернет қалпына келтірілді.", "communications_shutdown", "lifted"),
        ("Матч өткізілмейтін болды.", "postponement", "in_force"),
        ("Министрлік өкілдері оқиғаны тексеріп жатқандарын хабарлады.", "investigation", "in_force"),
        ("Оқиғаның егжей-тегжейі анықталып жатыр.", "investigation", "in_force"),
        ("Жедел-іздестіру шаралары жүргізіліп жатыр.", "investigation", "in_force"),
    ],
)
def test_what_was_done(text, type, status):
    assert measures(text) == {(type, status)}
