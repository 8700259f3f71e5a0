"""What opens with an accident, a disaster or a drill is held back; whatever tells of an attack lets it through."""

import pytest

from oqiga.model.report import Report
from oqiga.read.no_attack import tells_no_attack
from oqiga.read.reader import RELEVANT
from oqiga.read.relevance import relevance

FILL = {
    "en": "Rescuers worked through the night, and the governor came to the town with food and blankets for families. "
    "The ministry said that relatives of the victims would be helped, and that schools were closed for the day. ",
    "ru": "Спасатели работали всю ночь, губернатор приехал в город, семьям привезли еду и одеяла. "
    "В министерстве сообщили, что родственникам пострадавших помогут, а занятия в школах на день отменены. ",
    "kk": "Құтқарушылар түні бойы жұмыс істеді, облыс әкімі қалаға келіп, отбасыларға азық-түлік пен көрпе таратты. "
    "Министрлік зардап шеккендердің туыстарына көмек көрсетілетінін, мектептер бір күнге жабылғанын хабарлады. ",
}
NO_ATTACK = [
    (
        "en",
        "At least nine people died and 40 were injured when a bus veered off the road near Orda on Friday.",
    ),
    (
        "en",
        "Floods and a landslide killed 31 people in Orda, and the army was sent to the region under a curfew.",
    ),
    (
        "en",
        "A fire ripped through a block of flats in Orda, killing six people and injuring 20, police said.",
    ),
    ("en", "An explosion of a gas cylinder killed a family of four in a house in Orda, firefighters said."),
    ("en", "Veterans laid a wreath in Orda for soldiers who died and were wounded in the Second World War."),
    (
        "ru",
        "В Орде возложили цветы к памятнику погибшим в Великой Отечественной войне, вспомнили всех убитых.",
    ),
    ("ru", "При посадке в Орде разбился самолет, погибли девять человек, машина взорвалась."),
    ("kk", "Ордада Ұлы Отан соғысында қаза тапқан жауынгерлердің ескерткішіне гүл шоқтары қойылды."),
    ("ru", "Восемь человек погибли и двадцать пострадали в ДТП на трассе под Ордой, сообщили в полиции."),
    ("ru", "При пожаре в гостинице в Орде погибли шесть человек, двадцать пострадавших госпитализированы."),
    ("ru", "Взрыв газа в жилом доме в Орде унес жизни троих человек, пострадавшие доставлены в больницу."),
    ("ru", "Число жертв землетрясения под Ордой достигло сорока, введен режим чрезвычайной ситуации."),
    ("kk", "Ордада тұрғын үйде газ баллоны жарылып, үш адам қаза тапты, бесеуі жараланды."),
    ("kk", "Жер сілкінісінен қаза тапқандар саны қырыққа жетті, жүздеген адам жарақат алды."),
]
DRILLS = [
    (
        "en",
        "Police and hospitals in Orda took part in an anti-terror drill on Friday. Actors played hostages and gunmen.",
    ),
    (
        "en",
        "A simulated attack on a school in Orda tested the response of police, who freed the hostages from terrorists.",
    ),
    (
        "ru",
        "В Орде прошли антитеррористические учения. Террористы захватили школу и взяли заложников, их нейтрализовали.",
    ),
    (
        "kk",
        "Ордада антитеррорлық оқу-жаттығу өтті. Шартты террористер мектепті басып алып, кепілге адам алды.",
    ),
]


def held_back(language, text):
    return relevance(Report(id="r", text=text, language=language)) < RELEVANT


@pytest.mark.parametrize(("language", "text"), NO_ATTACK)
def test_an_accident_that_tells_of_harm_alone_is_held_back(language, text):
    assert held_back(language, f"{text} {FILL[language]}")


@pytest.mark.parametrize(("language", "text"), NO_ATTACK)
def test_an_accident_is_let_through_with_any_word_of_an_attack(language, text):
    more = {
        "en": "Gunmen fired rockets.",
        "ru": "Район попал под обстрел ракетами.",
        "kk": "Зымыран шабуылы болды.",
    }
    assert not tells_no_attack(f"{text} {FILL[language]} {more[language]}".lower(), language)


@pytest.mark.parametrize(("language", "text"), DRILLS)
def test_a_drill_is_held_back_where_nobody_is_told_dead(language, text):
    dead = {"en": "Two soldiers died.", "ru": "Погибли двое солдат.", "kk": "Екі сарбаз қаза тапты."}
    assert held_back(language, f"{text} {FILL[language]}")
    assert not tells_no_attack(f"{text} {FILL[language]} {dead[language]}".lower(), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A car bomb killed nine people in Orda and started a huge fire, police said."),
        ("en", "A blast of unknown cause killed three people at a market in Orda on Friday, police said."),
        (
            "en",
            "A man drove his car into a crowd in Orda, killing four; he then ran off the road, police said.",
        ),
        ("en", "Gunmen killed 12 people in a village cut off by floods, officials said."),
        ("en", "Militants killed nine soldiers hours after an anti-terror drill in Orda."),
        ("ru", "При взрыве в кафе в Орде погибли трое, пострадали десять человек, начался пожар."),
        ("ru", "После обстрела в Орде начался пожар на складе, погибли двое."),
        ("kk", "Ордада базарда жарылыс болып, үш адам қаза тапты, өрт шықты."),
        ("en", "A house was set on fire in Orda, killing three people; fire engulfed the roof, police said."),
        ("en", "Air strikes killed nine people in Orda and a huge fire burned all night, officials said."),
        ("ru", "После удара по складу в Орде произошел крупный пожар, погибли двое."),
        ("ru", "Водитель намеренно врезался в остановку в Орде, в ДТП погибли двое, пострадали шестеро."),
        ("kk", "Ордада мешітке өрт қойылып, үйдің төбесі өртенді, үш адам қаза тапты."),
    ],
)
def test_reports_of_attacks_and_of_unexplained_explosions_are_let_through(language, text):
    assert not held_back(language, f"{text} {FILL[language]}")
