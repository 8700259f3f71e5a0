"""What gas, beasts, weather, falling aircraft and actors do is no attack; what looks alike stays one."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def types(language, text):
    report = Report(id="r", text=text, language=language, published="2031-03-14")
    return [claim.type.value for claim in read_report(report, gated=False).claims if claim.kind == "event"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A gas explosion killed four people in a house in Osh on Friday."),
        ("en", "An explosion of a gas cylinder killed four people in Osh."),
        ("en", "A boiler exploded at a school in Osh, killing two."),
        ("en", "A cylinder blast killed a family in Osh on Friday."),
        ("ru", "В жилом доме в Оше прогремел взрыв газа, погибли трое."),
        ("ru", "В Оше взорвался газовый баллон, погиб мужчина."),
        ("ru", "Взрыв газовоздушной смеси произошел в доме в Оше."),
        ("kk", "Ошта тұрғын үйде газ баллоны жарылып, үш адам қаза тапты."),
        ("kk", "Ошта газ жарылысы болды, екі адам қаза тапты."),
    ],
)
def test_an_explosion_of_gas_is_no_bombing(language, text):
    assert types(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A bomb made of a gas cylinder exploded in Osh, killing two."),
        ("en", "A car packed with gas cylinders exploded in Osh on Friday, killing two."),
        ("en", "An explosion at a gas station in Osh killed four."),
        ("ru", "В Оше прогремел взрыв, погибли трое."),
        ("ru", "Взорвался автомобиль, начиненный газовыми баллонами, в Оше погибли двое."),
        ("ru", "Взрыв произошел у газовой заправки в Оше."),
        ("kk", "Ошта газ құбырында жарылыс болды."),
    ],
)
def test_what_explodes_unexplained_or_beside_gas_is_a_bombing(language, text):
    assert types(language, text) == ["bombing"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police shot dead a bear that wandered into Osh on Friday."),
        ("en", "Hail struck the village of Osh on Friday."),
        ("en", "Prices exploded in Osh on Friday."),
        ("en", "A tyre exploded in a workshop in Osh, killing a man."),
        ("en", "A jet crashed into a house in Osh, killing two."),
        ("en", "A simulated attack was held in Osh on Friday."),
        ("ru", "Собака напала на мальчика в Оше в пятницу."),
        ("ru", "Вирус убил 40 человек в Оше."),
        ("ru", "Самолет упал на дом в Оше, погибли двое."),
        ("ru", "Условные террористы захватили автобус в Оше."),
        ("ru", "По легенде учений террористы захватили школу в Оше."),
        ("kk", "Ошта ит балаға шабуыл жасады."),
        ("kk", "Тікұшақ құлап, алты әскери қаза тапты."),
        ("kk", "Жүк көлігі екі жаяу жүргіншіні қағып кетті."),
    ],
)
def test_beasts_weather_aircraft_and_actors_attack_nobody(language, text):
    assert types(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "type_"),
    [
        ("en", "Gunmen shot dead a farmer and his dog in Osh.", "armed_attack"),
        ("en", "Tigers attacked a village near Osh on Friday, killing nine.", "armed_attack"),
        ("en", "Drones crashed into a house in Osh, killing two.", "air_strike"),
        ("en", "A film director was shot dead in Osh on Friday.", "armed_attack"),
        ("en", "Police with dogs stormed a house in Osh on Friday.", "armed_attack"),
        ("ru", "Беспилотник упал на склад в Оше.", "air_strike"),
        ("ru", "Режиссер фильма застрелен в Оше в пятницу.", "armed_attack"),
        ("kk", "Дрон қоймаға құлады.", "air_strike"),
        ("kk", "Ол көлікпен адамдарды қағып кетті.", "vehicle_attack"),
    ],
)
def test_attackers_beside_them_do(language, text, type_):
    assert types(language, text) == [type_]
