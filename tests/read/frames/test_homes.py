"""Where somebody comes from is not where the event was."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def places(text, language):
    claims = read_report(Report(id="r", text=text, language=language), gated=False).claims
    return {place.name for each in claims if each.kind == "event" for place in each.places}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "ru",
            "Взрыв в метро Казани устроил Марат Салимов (24 года, уроженец города Ош, Киргизия).",
            {"Казань"},
        ),
        ("ru", "Взрыв устроил уроженец Оша Марат Салимов, гражданин России.", set()),
        ("ru", "Полицейских в Казани расстрелял выходец из Дагестана.", {"Казань"}),
        ("en", "The bomber, a native of Osh, blew himself up in Kazan.", {"Kazan"}),
        ("en", "A gunman born in Osh killed three people.", set()),
        ("en", "He drove from his home near Osh and shot three people in Kazan.", {"Kazan"}),
        ("en", "He drove ten hours from his home in Osh and attacked shoppers with a rifle.", set()),
        ("en", "Gunmen abducted three men from their home in Osh.", {"Osh"}),
        ("ru", "Он приехал из своего дома под Ошем и расстрелял троих покупателей.", set()),
        ("en", "A bomb killed three citizens of Peru in Kazan.", {"Kazan"}),
        ("ru", "В результате теракта погибли трое граждан Перу.", set()),
        ("en", "A professor from Osh had spoken before the attack in Kazan.", {"Kazan"}),
        ("en", "Gunmen killed three farmers from Osh on Friday.", {"Osh"}),
        ("ru", "Взрыв в Казани устроил смертник из Киргизии.", {"Казань"}),
        ("kk", "Жарылыста Перудің үш азаматы қаза тапты.", set()),
        ("kk", "Базарда жарылыс болды, оны Ош қаласының тумасы жасады.", set()),
        ("kk", "Қызылорда облысында туған ер адам Алматыда үш полицейді атып өлтірді.", {"Алматы"}),
        ("ru", "Житель Казани открыл стрельбу в Оше и убил двоих.", {"Ош"}),
        ("ru", "Жители Оша погибли при взрыве.", {"Ош"}),
        ("ru", "В Оше застрелили бизнесмена из Казани.", {"Ош"}),
        ("ru", "Мужчина, приехавший из Казани, открыл стрельбу в Оше.", {"Ош"}),
        ("en", "A resident of Kazan was shot dead in Osh.", {"Osh"}),
        ("kk", "Ош қаласында Тараз тұрғыны пышақталды.", {"Ош"}),
        ("kk", "Тараздан келген ер адам Ошта екі адамды атып өлтірді.", {"Ош"}),
        ("kk", "Тараз тұрғыны шабуылдан қаза тапты.", {"Тараз"}),
    ],
)
def test_where_somebody_comes_from_is_not_where_it_was(language, text, told):
    assert {name for name in places(text, language) if name[0].isupper()} == told


def test_a_town_is_where_it_was_though_somebody_comes_from_it():
    assert places("Уроженец Казани расстрелял троих полицейских в Казани.", "ru") == {"Казань"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Нападавшие забросали здание в Дербенте «коктейлями Молотова», ранены трое."),
        ("kk", "Қарақшылар Дербенттегі ғимаратқа Молотов коктейлін лақтырды, үш адам жараланды."),
    ],
)
def test_petrol_bombs_are_no_town(language, text):
    assert "Молотов" not in places(text, language)
