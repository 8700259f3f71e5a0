"""Kazakh sentences that tell to which group those counted belong, and how many they are."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def claims(text: str, kind: str) -> list:
    report = Report(id="r", text=text, language="kk", published="2016-06-06")
    return [claim for claim in read_report(report, gated=False).claims if claim.kind == kind]


def tolls(text: str) -> set[tuple[str, str, int, int | None]]:
    return {(toll.outcome.value, toll.group.value, toll.low, toll.high) for toll in claims(text, "toll")}


TOLD = [
    (
        "Ош мешітіндегі жарылыс ондаған адамды жаралап, кемінде 28 кісінің өмірін қиды.",
        {("injured", "all", 24, None), ("killed", "all", 28, None)},
    ),
    ("Базар ертерек жабылып, зардап шеккендер аса көп болмаған.", set()),
    ("Полицейлердің айтуынша, зардап шеккендер жоқ.", {("injured", "all", 0, 0)}),
    ("Полиция зардап шеккендер жоқ деп хабарлады.", {("injured", "all", 0, 0)}),
    ("Полицейлерден зардап шеккендер жоқ.", {("injured", "police", 0, 0)}),
    (
        "Ошта бес әскери қаза тауып, алтауы жараланған.",
        {("killed", "military", 5, 5), ("injured", "military", 6, 6)},
    ),
    (
        "Кеше Ошта мас жігіт бар жанында оқ атып, үш адам қаза тауып, сегіз адам жараланды.",
        {("killed", "all", 3, 3), ("injured", "all", 8, 8)},
    ),
    (
        "Атыста оққа ұшқан үш науқас қазір Оштағы ауруханада жатыр.",
        {("injured", "all", 3, 3), ("hospitalized", "all", 3, 3)},
    ),
    ("Оққа ұшқан екі адам ауруханаға жеткізілді.", {("injured", "all", 2, 2), ("hospitalized", "all", 2, 2)}),
    ("Атыс кезінде екі адам оққа ұшты.", {("killed", "all", 2, 2)}),
    ("Үш бірдей полицей қаза тапты.", {("killed", "police", 3, 3)}),
    ("Полиция шабуылға күдікті екі ер адамды ұстады.", {("detained", "attackers", 2, 2)}),
    ("Шабуылды дайындауға күдікті бес шетелдік азамат қамауға алынды.", {("detained", "attackers", 5, 5)}),
    (
        "Ошта террористік актіге қатысты деген күдікпен бес адам ұсталды.",
        {("detained", "attackers", 5, 5)},
    ),
    (
        "Төбелесте 37 полиция мен ұлттық ұланның жас қызметкерлері жараланды. 28-іне оқ тиді. 11-і пышақталды.",
        {("injured", "security_forces", low, low) for low in (37, 28, 11)},
    ),
    (
        "Шабуылда 15 полицей жараланды. Тағы үшеуі қаза тапты. Екеуі ауруханада жатыр.",
        {("injured", "police", 15, 15), ("killed", "all", 3, 3), ("hospitalized", "all", 2, 2)},
    ),
    (
        "Полиция қызметкерлері келгенде ер адам оқ атып, бір қызметкерді жаралады.",
        {("injured", "police", 1, 1)},
    ),
    (
        "Атыстан дүкеннің үш қызметкері жараланды. Полиция қызметкері келді.",
        {("injured", "civilians", 3, 3)},
    ),
    (
        "Үш адам ауруханаға түсті. Полиция күдіктілердің атын біледі. Олардың бірі кеше ұсталды.",
        {("hospitalized", "all", 3, 3), ("detained", "attackers", 1, 1)},
    ),
    (
        "Ошта шабуылдаушы дүкенге кіріп, оқ атты. Тәртіп сақшылары ер адамды қолға түсірді.",
        {("detained", "attackers", 1, 1)},
    ),
    ("Шабуылдан кейін күдікті ізін суытып үлгерді.", {("at_large", "attackers", 1, 1)}),
    (
        "Базарда екі сатушы жан тәсілім етіп, біреуі жолда көз жұмды.",
        {("killed", "civilians", 2, 2), ("killed", "all", 1, 1)},
    ),
    ("Содырлар автобусты тоқтатып, ондағы балаларды кепілге алды.", set()),
    ("Көршісі екі әйелге ас пышағымен жарақат салды.", {("injured", "women", 2, 2)}),
    (
        "Дүкенде үш қызметкер бар. Атыстан супермаркеттің екі қызметкері өлді.",
        {("killed", "civilians", 2, 2)},
    ),
    (
        "Шабуылдаушылардың бірі кеше ұсталды. Енді қалған алты адамды іздестіру жалғасуда.",
        {("detained", "attackers", 1, 1), ("at_large", "attackers", 6, 6)},
    ),
    (
        "Көшеде екі тұрғын жараланды. Қалған алты адамды құтқарушылар іздестіріп жатыр.",
        {("injured", "civilians", 2, 2)},
    ),
    ("Мешітте әкімнің әкесінің қайтыс болуына байланысты дұға оқылды.", set()),
    ("Ол екі полицейді өлтірмек болды.", set()),
    ("Содырлар үш тұрғынды өлтірмекші болған.", set()),
    ("Атқылау салдарынан Ресей азаматы қаза тапты.", {("killed", "all", 1, 1)}),
    ("Дүкенге азамат келді, жарылыстан азамат жараланды.", set()),
    (
        "Дүкенге шабуыл жасаған төрт адамның үшеуі өлтірілді.",
        {("killed", "attackers", 3, 3)},
    ),
    ("Шабуылдан зардап шеккен төрт адамның екеуі өлді.", {("injured", "all", 4, 4), ("killed", "all", 2, 2)}),
    ("Төбелеске қатысқан төрт адамның екеуі өлді.", {("involved", "all", 4, 4), ("killed", "all", 2, 2)}),
    (
        "Мектепте атыс шығарған 15 жастағы оқушы қаза тапты, екі мұғалім жараланды.",
        {("killed", "attackers", 1, 1), ("injured", "civilians", 2, 2)},
    ),
    (
        "Арнайы операция кезінде үш адамның көзі жойылды, екеуі қолға түсті.",
        {("killed", "attackers", 3, 3), ("detained", "attackers", 2, 2)},
    ),
    ("Жарылыс жасаған ер адам мен оның әйелі қаза тапты.", {("killed", "all", 2, 2)}),
    ("Шабуылдан екі ауылдың тұрғындары жараланды, үш елдің азаматтары қаза тапты.", set()),
    ("Шабуылдан екі ауылдың 12 тұрғыны жараланды.", {("injured", "civilians", 12, 12)}),
    ("15 ауыл тұрғыны жараланды.", {("injured", "civilians", 15, 15)}),
    ("17 маусымда 18 адам қаза тапты.", {("killed", "all", 18, 18)}),
    ("Кеше сағат 18-де үш адам қаза тапты.", {("killed", "all", 3, 3)}),
    ("Желтоқсанның 18-інде бес полицей жараланды.", {("injured", "police", 5, 5)}),
    ("2016 жылғы маусымның 25-інде атыс болды.", set()),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_those_counted_are_told_of_their_group(text, expected):
    assert tolls(text) == expected


def test_a_month_before_its_day_is_no_town():
    events = claims("Ошта атыс болды.\n\n– Қазанның 12-нен 13-не қараған түні екі адам жараланды.", "event")
    assert events
    assert not any(place.name == "Қазан" for event in events for place in event.places)


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Сенбі күні Ош аумағына жасалған әуе соққылары салдарынан 32 адам қаза тапты.", "Ош", "2016-06-04"),
        ("Израильдің 1 маусымнан бері бітімді бұзған соңғы шабуылында екі адам қаза тапты.", None, None),
        ("Тараздан 80 шақырым жерде орналасқан Мерке ауылында атыс болды.", "Мерке", None),
        ("Астанадан екі сағаттық жерде орналасқан Тараз қаласында атыс болды.", "Тараз", None),
        ("5 маусымда кешкі сағат 9-да Таразда атыс болды.", "Тараз", "2016-06-05T21:00"),
        ("5 маусымда кешкі сағат 19:00-де Таразда атыс болды.", "Тараз", "2016-06-05T19:00"),
        ("5 маусымда дәстүрлі емес діни топ Тараздағы дүкенге шабуыл жасады.", "Тараз", "2016-06-05"),
    ],
)
def test_an_event_is_where_and_when_it_is_told(text, place, day):
    event = claims(text, "event")[0]
    if place is not None:
        assert event.places[0].name.startswith(place[:5])
        assert not any(other.name == "Астана" for other in event.places)
    assert (event.time.start if event.time else None) == day


def test_a_word_that_points_is_no_place_in_latin_letters():
    event = claims("Sol künı olar dükenge şabuyl jasady.", "event")[0]
    assert event.places == ()


def test_what_was_only_meant_did_not_come_about():
    event = claims("Содырлар Тараздағы мешітке шабуыл жасамақ болды.", "event")[0]
    assert event.stage.value == "threatened"
