"""Whom an outcome befell in Russian: datives, pronouns, "another one", lists behind a verb, nouns of any trade."""

import pytest

from tolling import short, tolls

CASES = {
    # to whom it was done, wherever the words of the outcome stand
    "Полицейскому прострелили руку.": ["injured police 1"],
    "Охраннику нанесли ножевое ранение.": ["injured civilians 1"],
    "Мужчина нанёс прохожему несколько ударов ножом.": ["injured civilians 1"],
    "Злоумышленник ударил ножом двух полицейских.": ["injured police 2"],
    "В больницы города доставлены 28 горожан.": ["hospitalized civilians 28"],
    "Свои дома покинули более 20 тысяч жителей.": ["displaced civilians 20001+"],
    # "they" are those counted before when no others are told of; "he" has the gender of who is meant
    "Пострадали 15 человек, их госпитализировали.": ["injured all 15", "hospitalized all 15"],
    "Ранен сотрудник полиции. Он скончался в больнице.": ["injured police 1", "killed police 1"],
    "Женщина вызвала полицию. Он скончался на месте.": [],
    "Ранены трое полицейских и двое боевиков. Их госпитализировали.": [
        "injured police 3",
        "injured attackers 2",
    ],
    # one more of them
    "Двое полицейских погибли, третий ранен.": ["killed police 2", "injured police 1"],
    "Один солдат погиб, второй в тяжёлом состоянии доставлен в госпиталь.": [
        "killed military 1",
        "hospitalized military 1",
    ],
    "Второй взрыв прогремел у рынка.": [],
    # lists behind an active verb, families, possessives
    "Преступники убили продавца и сотрудника охранного агентства, а также ранили трёх полицейских.": [
        "killed civilians 2",
        "injured police 3",
    ],
    "Преступник застрелил жену, тёщу и двоих детей.": ["killed women 2", "killed children 2"],
    "Были убиты имам мечети и его сын.": ["killed all 2"],
    "Погибли двое её детей.": ["killed children 2"],
    "Погибла семья из четырёх человек.": ["killed all 4"],
    # trades and officers that no list can hold
    "При обстреле погиб крановщик.": ["killed all 1"],
    "Ранена женщина-водитель.": ["injured women 1"],
    "Ранен начальник полиции города.": ["injured police 1"],
    "Взрывом убита собака.": [],
    "Погибший — 35-летний житель села.": ["killed civilians 1"],
    "Погибший работал в магазине.": [],
    # parts told by their state, behind dashes; who the counted are
    "Ранения получили 16 человек, из них трое в тяжёлом состоянии.": ["injured all 16", "injured all 3"],
    "Ещё четыре человека – трое милиционеров и один прохожий – получили ранения.": [
        "injured all 4",
        "injured police 3",
        "injured civilians 1",
    ],
    "Ранены восемь человек, среди которых - 8-летний мальчик.": ["injured all 8", "injured children 1"],
    "Шестеро погибших — полицейские, двое — военнослужащие.": ["killed police 6", "killed military 2"],
    "Погибли 20 человек, включая начальника полиции, более 70-ти получили ранения.": [
        "killed all 20",
        "killed police 1",
        "injured all 71+",
    ],
    "Двое полицейских пострадали – они получили контузии и были госпитализированы.": [
        "injured police 2",
        "injured police 2",
        "hospitalized police 2",
    ],
    "Задержаны 20 человек. К ответственности привлечены 89 граждан, шесть из них — иностранцы.": [
        "detained all 20"
    ],
    # the tree loses a subject, or takes an object for something else
    "И сразу — ещё одно ЧП в селе: 14 жителей дома № 2 госпитализированы с ожогами, сообщает агентство.": [
        "hospitalized civilians 14"
    ],
    "После принятых мер одного из нападавших задержали.": ["detained attackers 1"],
    "При штурме постовому полицейскому было нанесено ранение.": ["injured police 1"],
    "Пострадали 126 человек. Из них 22 раненых находятся в тяжёлом состоянии.": [
        "injured all 126",
        "injured all 22",
    ],
    "Погибло 30 человек. Ещё 96 человек было раненых, среди них – пятеро детей.": [
        "killed all 30",
        "injured all 96",
        "injured children 5",
    ],
    # figures
    "Число погибших в результате теракта увеличилось до 41 человека.": ["killed all 41"],
    "По другим данным, погибших - 13.": ["killed all 13"],
    "Без вести пропавших оставалось около 160.": ["missing all 160"],
    "Сообщалось о сотнях задержанных.": ["detained all 200+"],
    "Утром в посёлке задержан последний из разыскиваемых.": ["detained attackers 1"],
    "По последним данным, погибших уже 12.": ["killed all 12"],
    "Эвакуировано более 7 тыс. человек.": ["evacuated all 7001+"],
    "Эвакуировано 2,5 тыс. жителей.": ["evacuated civilians 2500"],
    "В перестрелке убиты трое и ранены шестеро военнослужащих.": ["killed military 3", "injured military 6"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_the_affected(text, expected):
    assert [short(toll) for toll in tolls(text, "ru")] == expected
