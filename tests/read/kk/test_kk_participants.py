"""Who did it and to whom in Kazakh: named as they are called by themselves, while spans keep the words."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def claims(text: str, kind: str) -> list:
    report = Report(id="r", text=text, language="kk", published="2024-05-06")
    return [claim for claim in read_report(report, gated=False).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "perpetrators", "targets"),
    [
        ("Содырлар Нұрлан Сәрсеновтің үйіне шабуыл жасады.", ["Содырлар"], ["Нұрлан Сәрсеновтің үйі"]),
        ("Қарулы адамдар полицейлерге оқ атты.", ["Қарулы адамдар"], ["полицейлер"]),
        # some people are no number, and who was shot dead is what both verbs act on
        ("Белгісіз біреулер Мұрат Сәрсеновті атып өлтірді.", ["Белгісіз біреулер"], ["Мұрат Сәрсенов"]),
        # members of one body do it to another, whose name the marks hold
        (
            "«Қара ту» тобының содырлары «Шапағат» мешітіне шабуыл жасады.",
            ["«Қара ту» тобының содырлары"],
            ["Шапағат"],
        ),
        # letters of a case are counted as the alphabet of the report spells them
        (
            "Sodyrlar Nurlan Sarsenovtyng úiine shabuyl jasap, jәne ketti.",
            ["Sodyrlar"],
            ["Nurlan Sarsenovtyng úii"],
        ),
    ],
)
def test_participants_are_named_without_the_case_of_their_sentence(text, perpetrators, targets):
    (event,) = claims(text, "event")
    assert [each.name for each in event.perpetrators] == perpetrators
    assert [each.name for each in event.targets] == targets
    for each in (*event.perpetrators, *event.targets):
        assert each.span.of(text).startswith(each.name[:-1])


def test_the_issuer_of_a_measure_is_named_without_its_case():
    (measure,) = claims("Облыс әкімдігі тарапынан қалада коменданттық сағат енгізілді.", "measure")
    assert measure.issuer == "Облыс әкімдігі"


def test_a_town_whose_name_ends_like_a_case_keeps_its_letters():
    (event,) = claims("Қарағанды және Тараз қалаларында жарылыс болып, бес адам жараланды.", "event")
    assert [place.name for place in event.places] == ["Қарағанды", "Тараз"]
    assert claims("Қарағанды мен Таразда терроризм күдігімен бес адам ұсталды.", "blame") == []


def tolls(text: str) -> list[tuple]:
    return [(toll.outcome.value, toll.group.value, toll.low) for toll in claims(text, "toll")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # it befell the family, and not the mayor who speaks of it
        ("Қаланың әкімі зардап шеккен отбасыға пәтер берілетінін хабарлады.", []),
        # who stands before a place of another owner is no owner of it
        ("Автобус жүргізушісі оқиға орнында қаза тапты.", [("killed", "civilians", 1)]),
        # police hold somebody: they are no police
        ("Полиция ер адамды ұстады.", [("detained", "all", 1)]),
        (
            "Полиция ер адамды үш тұрғынды өлтірді деген күдікпен ұстады.",
            [("detained", "attackers", 1), ("killed", "civilians", 3)],
        ),
        ("Полиция әйелді кісі өлтірді деген күдікпен ұстады.", [("detained", "attackers", 1)]),
        ("Атыстан кейін күдікті оқиға орнынан қашып кеткен.", [("at_large", "attackers", 1)]),
        # ages of those counted, parts of those who can hold them
        (
            "Жедел жәрдем 8 бен 85 жас аралығындағы 26 адамды ауруханаға жеткізді.",
            [("hospitalized", "all", 26)],
        ),
        (
            "Апаттан бір адам қаза тауып, он бес жолаушы ауруханаға жеткізілді. Оның сегізі – бала.",
            [("killed", "all", 1), ("hospitalized", "civilians", 15), ("hospitalized", "children", 8)],
        ),
        ("Шамамен 50-60 адамның жарақат алғаны айтылады.", [("injured", "all", 50)]),
        # two verbs with one object; one before a plural counts nobody
        ("Полицейлер үш күдіктіні анықтап, ұстады.", [("detained", "attackers", 3)]),
        ("Үйінді астынан бір отбасы мүшелерінің денесі табылды.", []),
        # whose bodies were found is not told one by one
        ("Кейін олардың мәйіті табылды.", []),
        # a list of two peoples, a date before attackers, who is only on the way to hospital
        (
            "7 қырғызстандық пен 12 тәжікстандық жарақат алды.",
            [("injured", "all", 7), ("injured", "all", 12)],
        ),
        ("Жұма, 28 ақпан күні кешке тұрғындар шабуылдаушы дронды атып түсірді.", []),
        ("Үш тұрғын ауруханаға бара жатыр.", []),
    ],
)
def test_whom_it_befell(text, expected):
    assert tolls(text) == expected


def test_a_year_of_birth_is_no_time_of_what_happened():
    text = (
        "Бүгін Ақтөбеде содырлар дүкенге шабуыл жасап, үш адам қаза тапты. Полиция көшені қоршады. "
        "Тергеу жүріп жатыр. 1997 жылы туған екі ер адам ауруханада жатыр."
    )
    assert [(toll.low, toll.background) for toll in claims(text, "toll")] == [(3, False), (2, False)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Үш адам қаза тапты. Бұл туралы министр Ержан Қуатов айтты.", ["Ержан Қуатов"]),
        ("Үш адам қаза тапты, деп жазады «Заман» агенттігі.", ["Заман"]),
        # the message in which it is told is somebody's
        ("«Үш адам қаза тапты», — делінген министрлік хабарламасында.", ["министрлік"]),
        # a state told without a verb, and who is told of before whoever tells it
        ("Үш адам ауруханада жатыр, жағдайлары ауыр, деп хабарлайды Zaman.kz.", ["Zaman.kz"]),
        ("Министрлік үш содырды жойды, деп хабарлайды «Заман» агенттігі.", ["Заман"]),
    ],
)
def test_who_tells_it(text, speakers):
    assert {tuple(source.name for source in toll.said_by) for toll in claims(text, "toll")} == {
        tuple(speakers)
    }


def test_what_is_not_under_a_verb_of_saying_does_not_deny_it():
    toll = claims("«Екі адам қаза тапты. Зардап шеккендер жоқ», – деп хабарлады полиция.", "toll")[0]
    assert toll.certainty.value == "stated"


@pytest.mark.parametrize(
    ("text", "basis", "name"),
    [
        # a list in marks is one name; somebody told by where he is from; forces told by their country
        (
            "Шабуылды «Ирак және Шам лаңкестік ұйымы» мойнына алды.",
            "claimed",
            "Ирак және Шам лаңкестік ұйымы",
        ),
        ("Қалалық сот Дағыстан тұрғынын кінәлі деп тапты.", "convicted", "Дағыстан тұрғыны"),
        ("Тәжік шекарашылары ауылға шабуыл жасады, деп мәлімдеді министр.", "accused", "Тәжік шекарашылары"),
        # a guess, and a name with a dash in it
        (
            "Министрдің пікірінше, жарылысты «Қара ту» ұйымы ұйымдастырған болуы мүмкін.",
            "suspected",
            "Қара ту",
        ),
        ("«Қара ту» тобының содырлары екі адамды атып өлтірді, деді депутат.", "accused", "Қара ту"),
    ],
)
def test_who_is_blamed(text, basis, name):
    assert [(blame.basis.value, blame.perpetrator) for blame in claims(text, "blame")] == [(basis, name)]


@pytest.mark.parametrize(
    "text",
    [
        # who made out the name of a suspect is none, nor is a land convicted, nor a base that was attacked
        "Полиция қызметкерлері сарбазға шабуыл жасады деген күдікке ілінген ер адамның есімін анықтады.",
        "Марқұмның туыстары полицейлердің әрекеттері де тексерілуі керек деп санайды.",
        "Армия «Әш – Шабаб» базасына шабуыл жасады, деп мәлімдеді министр.",
    ],
)
def test_who_is_not_blamed(text):
    assert claims(text, "blame") == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Содырлар ауылда үш мұғалімді ұрлаған.", ["abduction"]),
        ("Мектептен 30 оқушы ұрланды.", ["abduction"]),
        ("Ұрылар үш көлікті ұрлап кетті.", []),
        ("Оқушылардың телефоны ұрланды.", []),
    ],
)
def test_only_people_are_abducted(text, types):
    assert [event.type.value for event in claims(text, "event")] == types
