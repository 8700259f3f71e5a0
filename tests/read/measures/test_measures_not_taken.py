"""What is not done, not planned and not needed is no measure."""

import pytest

import oqiga

NONE = [
    ("en", "The mayor said there were no plans to impose a curfew."),
    ("en", "There is no need for a curfew, the mayor said."),
    ("en", "The shooting took place hours before a coronavirus lockdown was to start."),
    ("en", "It is essential that the authorities carry out a thorough investigation into this attack."),
    ("en", "The wounded soldiers were rushed to Osh."),
    ("en", "The order is to seek safety within the building you are in, rather than evacuate the area."),
    ("en", "The policeman, who may have been able to jump and take cover, is in hospital, a spokesman said."),
    ("en", "We request their release and to avoid taking any action that could endanger their lives."),
    ("en", "Residents appealed to the minister to order a security operation in the area."),
    ("ru", "Комендантский час вводить не планируется, подчеркнул мэр."),
    ("ru", "Власти не планируют вводить комендантский час."),
    ("ru", "Необходимости вводить комендантский час нет, заявил мэр."),
    ("kk", "Коменданттық сағат енгізілмейді."),
    ("kk", "Коменданттық сағат енгізу жоспарланып отырған жоқ, деді әкім."),
]
TAKEN = [
    ("en", "Police urged drivers to avoid Osh Street.", "shelter_advisory"),
    ("en", "The army said pursuit operations were ongoing.", "manhunt"),
    ("en", "The security forces ended a night-long operation in Osh.", "security_operation"),
    ("en", "The president issued a decree giving him emergency powers.", "state_of_emergency"),
    (
        "en",
        "“A chief died,” police spokesman Ali Osmon said in the statement. “We have dispatched additional officers.”",
        "reinforcement",
    ),
    ("en", "The school went into a lockdown after the shooting.", "cordon"),
    ("en", "The government issued a night travel ban for buses and cars.", "transport_suspension"),
    ("en", "Police issued photographs of seven people wanted in connection with the attacks.", "manhunt"),
    ("en", "Police were investigating.", "investigation"),
    ("en", "A wide-scale operation began in the district to apprehend the militants.", "security_operation"),
    ("en", "Our soldiers have gone on the trail of the terrorists.", "manhunt"),
    ("en", "The army said it would intensify the search for the rebels.", "manhunt"),
    ("en", "Cars leaving the town are being controlled by police.", "checkpoint"),
    ("en", "A spokesman said police would fish out the assailants.", "manhunt"),
    ("ru", "Комендантский час планируется ввести в пятницу.", "curfew"),
    ("kk", "Коменданттық сағат енгізілді.", "curfew"),
]


def measures(language, text):
    record = oqiga.read_report(text + "\n", published="2026-03-12", gated=False, language=language)
    return [claim.type for claim in record.claims if claim.kind == "measure"]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_not_done_is_no_measure(language, text):
    assert measures(language, text) == []


@pytest.mark.parametrize(("language", "text", "kind"), TAKEN)
def test_what_is_done_is_one(language, text, kind):
    assert measures(language, text) == [kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels killed six people in Osh. The rebels imposed a curfew in the town."),
        ("ru", "Боевики убили шесть человек в Оше. Боевики ввели в городе комендантский час."),
    ],
)
def test_what_attackers_order_is_no_measure_of_the_authorities(language, text):
    record = oqiga.read_report(f"{text}\n", published="2026-03-15", gated=False, language=language)
    assert [each for each in record.claims if each.kind == "measure"] == []


@pytest.mark.parametrize(
    ("language", "text", "types"),
    [
        ("ru", "Неизвестные вооружённые люди остановили автобус близ Оша и увели пассажиров.", []),
        ("ru", "Автобус остановили вооружённые люди в масках.", []),
        ("ru", "Полиция остановила автобус в Оше и задержала троих подозреваемых во взрыве.", []),
        ("ru", "Власти остановили движение автобусов в Оше после взрыва.", ["transport_suspension"]),
        ("ru", "После взрыва в Оше остановили все автобусы.", ["transport_suspension"]),
        ("ru", "Вооружённые мужчины перекрыли дорогу под Ошем.", []),
        ("kk", "Қарулы адамдар Ош маңында автобусты тоқтатып, 19 жолаушыны ұрлап кетті.", []),
        ("kk", "Ошта жарылыстан кейін қоғамдық көлік тоқтатылды.", ["transport_suspension"]),
    ],
)
def test_who_stops_a_bus_orders_nothing(language, text, types):
    assert [type.value for type in measures(language, text)] == types
