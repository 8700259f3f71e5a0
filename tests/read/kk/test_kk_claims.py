"""Kazakh sentences and the claims they make; invented sentences, whole way from text to claims."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report

TOLLS = [
    (
        "Шабуылдан 17 адам қаза тауып, 15 адам жараланды.",
        {("killed", "all", 17, 17), ("injured", "all", 15, 15)},
    ),
    ("Қаза тапқандар саны 17-ге жетті.", {("killed", "all", 17, 17)}),
    ("Қаза тапқандардың саны 12-ден 17-ге жетті.", {("killed", "all", 17, 17), ("killed", "all", 12, 12)}),
    ("Он бес адам көз жұмды.", {("killed", "all", 15, 15)}),
    ("Екі полицей мерт болды.", {("killed", "police", 2, 2)}),
    (
        "Үш сарбаз опат болды, тоғыз адам жарақат алды.",
        {("killed", "military", 3, 3), ("injured", "all", 9, 9)},
    ),
    ("Содырлар төрт адамды өлтірді.", {("killed", "all", 4, 4)}),
    ("Қарулы топ сенбі күні Таразда төрт адамды өлтірді.", {("killed", "all", 4, 4)}),
    ("Олар сатушы мен күзетшіні өлтірді.", {("killed", "civilians", 2, 2)}),
    ("Полиция төрт шабуылдаушыны жойды.", {("killed", "attackers", 4, 4)}),
    (
        "Шабуылдаушылардың бесеуі жойылып, екеуі ұсталды.",
        {("killed", "attackers", 5, 5), ("detained", "attackers", 2, 2)},
    ),
    (
        "НАТО күштерінің екі мүшесі дүйсенбі күні бүлікшілер шабуылынан мерт болды.",
        {("killed", "security_forces", 2, 2)},
    ),
    ("Екі оқушыға белгісіз жігіт жарақат салды.", {("injured", "children", 2, 2)}),
    ("Белгісіз жігіт жарақат салды.", set()),
    ("Ал екінші қаскөйге полицейлер іздеу жариялаған.", {("at_large", "attackers", 1, 1)}),
    ("Лаңкес өзін мешіттің кіреберісінде жарып жіберді.", {("killed", "attackers", 1, 1)}),
    ("Арнайы операцияда күдікті делінген 18 адамның көзі жойылды.", {("killed", "attackers", 18, 18)}),
    (
        "Оқушылардың бірі телеарнаға оқ атқан жасөспірім ұлды «мінезі қызба» деп сипаттады.",
        set(),
    ),
    (
        "Күдіктілердің екеуі ұсталды, біреуі полиция оғынан қаза тапты.",
        {("detained", "attackers", 2, 2), ("killed", "attackers", 1, 1)},
    ),
    (
        "Өлгендердің үшеуі – шабуылдаушылар, қалған бесеуі – бейбіт тұрғындар.",
        {("killed", "attackers", 3, 3), ("killed", "civilians", 5, 5)},
    ),
    (
        "Жойылған 12 содырдың екеуі – әйел, біреуі – жасөспірім.",
        {("killed", "attackers", 12, 12), ("killed", "attackers", 2, 2), ("killed", "attackers", 1, 1)},
    ),
    (
        "Қаза тапқандардың төртеуі – шабуылдаушы, олардың бірі – әйел.",
        {("killed", "attackers", 4, 4), ("killed", "attackers", 1, 1)},
    ),
    ("Полиция төрт адамның көз жұмғандығын растады.", {("killed", "all", 4, 4)}),
    (
        "Полиция 9 адамның ауыр жарақатпен ауруханада жатқанын хабарлады.",
        {("hospitalized", "all", 9, 9)},
    ),
    ("17 жастағы бозбала оқиға орнында көз жұмған.", {("killed", "children", 1, 1)}),
    ("19 жастағы жігіт қаза тапты.", {("killed", "all", 1, 1)}),
    ("Бір полиция қызметкері қатты жараланды.", {("injured", "police", 1, 1)}),
    (
        "Полиция терактіні ұйымдастырған «Қара ту» тобының үш мүшесін ұстады.",
        {("detained", "attackers", 3, 3)},
    ),
    ("Қаза тапқандар мен зардап шеккендер туралы әзірге мәлімет жоқ.", set()),
    ("400ден астам адам жарақат алды.", {("injured", "all", 401, None)}),
    ("Жеті күдікті қамауға алынды.", {("detained", "attackers", 7, 7)}),
    ("Алты күдікті іздестіріліп жатыр.", {("at_large", "attackers", 6, 6)}),
    ("Оннан астам адам жарақат алды.", {("injured", "all", 11, None)}),
    ("Жүзге жуық адам зардап шекті.", {("injured", "all", 100, 100)}),
    ("Кемінде 27 адам қаза болды.", {("killed", "all", 27, None)}),
    ("Ондаған адам жараланды.", {("injured", "all", 24, None)}),
    ("ІІМ 5 адамның қаза тапқанын растады.", {("killed", "all", 5, 5)}),
    ("3 адам қаза тауып, екеуі жарақат алды.", {("killed", "all", 3, 3), ("injured", "all", 2, 2)}),
    ("Қаза тапқан 17 адамның аты белгілі болды.", {("killed", "all", 17, 17)}),
    (
        "17 адам қаза тапты, оның ішінде 11 шабуылдаушы, 3 әскери қызметші бар.",
        {("killed", "all", 17, 17), ("killed", "attackers", 11, 11), ("killed", "military", 3, 3)},
    ),
    (
        "17 адам қаза тапты. Олардың 11-і – шабуылдаушылар.",
        {("killed", "all", 17, 17), ("killed", "attackers", 11, 11)},
    ),
    ("Ешкім зардап шеккен жоқ.", {("injured", "all", 0, 0)}),
    ("Екі адам хабар-ошарсыз кетті.", {("missing", "all", 2, 2)}),
    ("Содырлар 12 адамды кепілге алды.", {("abducted", "all", 12, 12)}),
    # parts told by possessed numbers, genitives in front of a number, those among the dead
    (
        "149 азамат қаза тапты, оның ішінде 11-і құқық қорғау органының қызметкері.",
        {("killed", "all", 149, 149), ("killed", "security_forces", 11, 11)},
    ),
    ("Құқық қорғау органдарының 11 қызметкері қаза тапты.", {("killed", "security_forces", 11, 11)}),
    (
        "Көз жұмғандардың жетеуі мектеп оқушысы, біреуі мұғалім екені анықталды.",
        {("killed", "children", 7, 7), ("killed", "civilians", 1, 1)},
    ),
    (
        "Жиырма адам жарақат алды. Оның 16-ы бала.",
        {("injured", "all", 20, 20), ("injured", "children", 16, 16)},
    ),
    ("Қаза тапқандар арасында жеті оқушы бар.", {("killed", "children", 7, 7)}),
    ("Шабуылдағандар қарулы еді. Кейін олардың екеуі ұсталды.", {("detained", "attackers", 2, 2)}),
    ("Қаза болған қырғыз азаматтарының саны үшке жетті.", {("killed", "all", 3, 3)}),
    ("Жарылыстан 16 адам ауруханаларға жеткізілді.", {("hospitalized", "all", 16, 16)}),
    # figures passed or approached, halves of thousands
    ("Қаза тапқандар саны 100-ден асты.", {("killed", "all", 101, None)}),
    ("Қаза тапқандар саны 63 адамға жуықтады.", {("killed", "all", 63, 63)}),
    ("Екі жарым мың адам ұсталды.", {("detained", "all", 2500, 2500)}),
    # figures of those whom a noun counts, what came on top of them and what they came to
    ("Жарақат алғандар – 180-ге жеткен.", {("injured", "all", 180, 180)}),
    ("Екі жарылыстың құрбандары 20 адамнан асқан.", {("killed", "all", 21, None)}),
    ("Қайтыс болғандардың саны тағы екі адамға артып, 19-ға жетті.", {("killed", "all", 19, 19)}),
    ("Жараланғандардың жетеуі полиция қызметкері екені белгілі болды.", {("injured", "police", 7, 7)}),
    # rough numerals, which of a row, percents in brackets
    ("Төбелеске 70-тей адам қатысқан.", {("involved", "all", 70, 70)}),
    ("Жарылыстан жүздей адам жараланды.", {("injured", "all", 100, 100)}),
    ("9-сынып оқушысы ұсталды.", {("detained", "children", 1, 1)}),
    (
        "4353 адам жараланды, оның 3 393-і (78%-і) – полиция қызметкерлері.",
        {("injured", "all", 4353, 4353), ("injured", "police", 3393, 3393)},
    ),
    # who it befell: before an infinitive with its object, in the dative, of two with one verb, of those told of
    ("Екі полицей қызметін атқару кезінде қаза тапты.", {("killed", "police", 2, 2)}),
    ("Қаскүнем үш сатушыға пышақпен жарақат салды.", {("injured", "civilians", 3, 3)}),
    (
        "Сегіз адам жанжал кезінде, екі адам ауруханада көз жұмған.",
        {("killed", "all", 8, 8), ("killed", "all", 2, 2)},
    ),
    (
        "Алты полицей жарақат алса, оның біреуі қайтыс болған.",
        {("injured", "police", 6, 6), ("killed", "police", 1, 1)},
    ),
    (
        "50 адам зардап шекті, оның ішінде полиция органдарының 12 қызметкері бар.",
        {("injured", "all", 50, 50), ("injured", "police", 12, 12)},
    ),
    ("Жарылыс кәсіпкер Болат Омаров пен оның әйелінің өмірін қиды.", {("killed", "all", 2, 2)}),
    (
        "Оннан астам адам шәһид болып, 74 адам жараланған.",
        {("killed", "all", 11, None), ("injured", "all", 74, 74)},
    ),
    (
        "«Он адам қаза тапты, оның үшеуі – полицей», – деді бастық.",
        {("killed", "all", 10, 10), ("killed", "police", 3, 3)},
    ),
    # lists: owners in front of a later number, a shared number, a verb shared by all, each with a verb of its own
    (
        '52 тұрғын мен тұтқын, "Майдан" ұйымының 23 сарбазы мен өзге 6 көтерілісші оққа ұшқан.',
        {("killed", "civilians", 52, 52), ("killed", "military", 23, 23), ("killed", "attackers", 6, 6)},
    ),
    (
        "Қаза тапқандар арасында бір бала мен екі әйел бар.",
        {("killed", "children", 1, 1), ("killed", "women", 2, 2)},
    ),
    (
        "Зардап шеккендер саны 60-қа жетті, оның ішінде 9 адам ауыр жараланған.",
        {("injured", "all", 60, 60), ("injured", "all", 9, 9)},
    ),
    (
        "Ондаған адам жараланған, ұрланған және Газаға жеткізілген 150 адамның тағдыры белгісіз.",
        {("injured", "all", 24, None), ("abducted", "all", 150, 150)},
    ),
    ("Апаттан кейін 75 тұрғын із-түзсіз жоғалғандар қатарында.", {("missing", "civilians", 75, 75)}),
    (
        "Екі адам мерт болып, төрт адам жараланды. Қаза тапқандардың бірі – мектеп оқушысы.",
        {("killed", "all", 2, 2), ("injured", "all", 4, 4), ("killed", "children", 1, 1)},
    ),
    # who tells is not who was killed; a phrase ends with its case; negatives that are part of an entry
    ("Ол өлтірілген алты содыр туралы мәлімдеді.", {("killed", "attackers", 6, 6)}),
    ("Полицейлер 12 адамды полиция бөліміне жеткізді.", {("detained", "all", 12, 12)}),
    ("Екі жігіт тіл тартпай кетті.", {("killed", "all", 2, 2)}),
    ("Ауруханаға он адам жеткізілді.", {("hospitalized", "all", 10, 10)}),
    # what stands behind a number in the accusative did it
    ("Он адам жараланды. Екі жарылыстың бірін жанкешті іске асырды.", {("injured", "all", 10, 10)}),
    # those from a place; who flees is no fugitive; how old a child is
    ("Шабуылдан 13 қазақстандық қаза тапты.", {("killed", "all", 13, 13)}),
    ("Газада 450-ге жуық палестиналық аштықтан көз жұмды.", {("killed", "all", 450, 450)}),
    ("12 тұрғын көрші ауылға қашып кетті.", set()),
    ("Екі айлық бала жараланды.", {("injured", "children", 1, 1)}),
    # nobody
    ("Қаза тапқандар жоқ.", {("killed", "all", 0, 0)}),
    (
        "Тұрғындар арасында құрбандар мен зардап шеккендер жоқ.",
        {("killed", "civilians", 0, 0), ("injured", "civilians", 0, 0)},
    ),
    ("Министрлік зардап шеккендер жоқтығын айтты.", {("injured", "all", 0, 0)}),
    # who "ол" is: the one named beside it
    (
        "Деп хабарлайды Zakon.kz. Полиция шабуылдаушыны жаралап, ол оқиға орнында қаза тапты.",
        {("injured", "attackers", 1, 1), ("killed", "attackers", 1, 1)},
    ),
    # shots fired kill nobody
    ("Тәжік жағынан оқ атылды.", set()),
    # no toll: negated, conditional, meant, not about people
    ("Үш күдікті ұсталмады.", set()),
    ("Егер үш адам қаза тапса, іс қозғалады.", set()),
    ("Сот оны адам өлтіру бабы бойынша соттады.", set()),
    ("5 маусымда шабуыл болды.", set()),
    ("30 үй мен 15 дүкен өртенді.", set()),
    # the same in Latin script
    (
        "Shabýyldan 17 adam qaza taýyp, 13-i aýrýhanaǵa jetkizildi.",
        {("killed", "all", 17, 17), ("hospitalized", "all", 13, 13)},
    ),
    (
        "Şabuyldan 17 adam qaza tapty, jetı küdıktı ūstaldy.",
        {("killed", "all", 17, 17), ("detained", "attackers", 7, 7)},
    ),
]
SOURCES = [
    ("ІІМ мәліметінше, 17 адам қаза тапты.", "ІІМ", "government"),
    ("Прокуратураның дерегінше, 17 адам қаза тапты.", "Прокуратура", "judiciary"),
    (
        "17 адам қаза тапты, деп хабарлады Денсаулық сақтау министрлігі.",
        "Денсаулық сақтау министрлігі",
        "health",
    ),
    (
        "17 адам қаза тапты, деп мәлімдеді Ішкі істер министрлігінің баспасөз хатшысы Алмас Сәдубаев.",
        "Алмас Сәдубаев",
        "government",
    ),
    ("Ішкі істер министрлігі 17 адамның қаза тапқанын растады.", "Ішкі істер министрлігі", "government"),
    ("Тұрғындардың айтуынша, 17 адам қаза тапты.", "Тұрғындар", "witness"),
    (
        "Денсаулық сақтау министрлігі шабуылдан православ діни қызметкері қаза болғанын мәлімдеді.",
        "Денсаулық сақтау министрлігі",
        "health",
    ),
]
MEASURES = [
    ("Қалада интернет бұғатталды.", {"communications_shutdown"}),
    ("Полиция ауданды қоршап алды.", {"cordon"}),
    ("Қару дүкендері жабылды.", {"closure"}),
    ("Емтихан кейінге қалдырылды.", {"postponement"}),
    ("Тұрғындардан үйден шықпауды сұрады.", {"shelter_advisory"}),
    ("Ақтөбеде террорлық қауіптің «қызыл» деңгейі жарияланды.", {"alert_level"}),
    ("Қалада коменданттық сағат енгізілді.", {"curfew"}),
    ("9 маусым аза тұту күні деп жарияланды.", {"mourning"}),
    ("Шабуыл бойынша қылмыстық іс қозғалды.", {"investigation"}),
    ("Қалада төтенше жағдай енгізілді.", {"state_of_emergency"}),
    ("Қоғамдық көлік жүрмейді.", {"transport_suspension"}),
    ("Төтенше жағдайлар министрлігі хабарлады.", set()),
    # not of authorities: what protesters close, a car that stops, militants who are surrounded
    ("Шерушілер жолды жауып тастады.", set()),
    ("Белгісіз адамдар мінген көлік тоқтады.", set()),
    ("Әскер ормандағы содырларды қоршап алды.", set()),
]


def claims(text, kind):
    report = Report(id="kk-test", text=text, language="kk", published="2016-06-06T12:00+06:00")
    return [claim for claim in read_report(report, gated=False).claims if claim.kind == kind]


@pytest.mark.parametrize(("text", "expected"), TOLLS, ids=[text[:40] for text, _ in TOLLS])
def test_tolls(text, expected):
    found = {(toll.outcome.value, toll.group.value, toll.low, toll.high) for toll in claims(text, "toll")}
    assert found == expected


@pytest.mark.parametrize(("text", "name", "kind"), SOURCES, ids=[name for _, name, _ in SOURCES])
def test_sources(text, name, kind):
    (toll,) = claims(text, "toll")
    assert [(source.name, source.kind.value) for source in toll.said_by] == [(name, kind)]


@pytest.mark.parametrize(("text", "expected"), MEASURES, ids=[text[:40] for text, _ in MEASURES])
def test_measures(text, expected):
    assert {measure.type.value for measure in claims(text, "measure")} == expected


def test_each_level_of_alert_is_told_as_its_own():
    found = claims("Елде қауіптің сары деңгейі, ал Ақтөбеде қызыл деңгейі енгізілді.", "measure")
    assert [measure.level for measure in found] == ["сары", "қызыл"]


def test_a_regime_that_is_done_away_with_is_lifted():
    (measure,) = claims("Бұл қалаларда терроризмге қарсы операция режимі жойылды.", "measure")
    assert (measure.type.value, measure.status.value) == ("state_of_emergency", "lifted")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Арнайы операцияда 18 содырдың көзі жойылды.", [("security_operation", "in_force")]),
        ("Күдіктінің үйін тінту барысында қару табылды.", [("security_operation", "in_force")]),
        (
            "Домодедово және Внуково әуежайлары біраз уақыт жұмысын тоқтатты.",
            [("transport_suspension", "in_force")],
        ),
        ("Жасақ лаңкестер орналасқан пәтерді қоршап, оқшаулады.", [("cordon", "in_force")]),
        ("Исламабадтағы ауруханада төтенше жағдай жарияланды.", []),
        ("Үйінді астында қалғандарды іздестіру жұмыстары жалғасуда.", []),
        (
            "Оқиға орны қоршауға алынып, тексеру жүргізіліп жатыр.",
            [("cordon", "in_force"), ("investigation", "in_force")],
        ),
    ],
)
def test_what_is_told_beside_a_measure_does_not_change_it(text, expected):
    assert [(each.type.value, each.status.value) for each in claims(text, "measure")] == expected


def test_a_denied_report_is_no_fact():
    found = claims("ІІМ қалада атыс болды деген ақпаратты жоққа шығарды.", "event")
    assert all(event.certainty.value == "denied" for event in found)


def test_with_between_two_places_is_nobody_who_speaks():
    (blame,) = claims("Министр шабуылға Сирия мен Ирактағы «Қара ту» ұйымының қатысы барын айтты.", "blame")
    assert [source.name for source in blame.said_by] == ["Министр"]


def test_nobody_claimed_it():
    (blame,) = claims("Шабуыл үшін жауапкершілікті ешкім өз мойнына алған жоқ.", "blame")
    assert (blame.perpetrator, blame.basis.value) == (None, "unclaimed")


def test_words_in_quotation_marks_belong_to_the_speaker_behind():
    (statement,) = claims("«Қаладағы жағдай тұрақты, бақылауда», – деді Алмас Сәдубаев.", "statement")
    assert (statement.speaker, statement.direct) == ("Алмас Сәдубаев", True)


def test_attackers_are_never_victims():
    text = "Арнайы операцияда 18 лаңкес жойылды, тоғызы ұсталды. Қақтығыста екі содыр өлтірілді."
    assert {toll.group.value for toll in claims(text, "toll") if toll.outcome.value == "killed"} == {
        "attackers"
    }
