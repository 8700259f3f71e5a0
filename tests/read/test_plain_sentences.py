"""Plain sentences of the news, three languages: what they tell, whole way from text to claims."""

import pytest

import oqiga

PUBLISHED = "2021-06-09"


def claims(text, language, kind):
    record = oqiga.read_report(f"{text}\n", published=PUBLISHED, language=language, gated=False)
    return [claim for claim in record.claims if claim.kind == kind]


def tolls(text, language):
    return {
        (each.outcome.value, each.group.value, each.low, each.high) for each in claims(text, language, "toll")
    }


@pytest.mark.parametrize(
    ("language", "text", "type", "day"),
    [
        ("kk", "Шымкентте сейсенбі күні жарылыс болды.", "bombing", "2021-06-08"),
        ("ru", "Группа вооружённых людей захватила школу в Оше во вторник.", "armed_attack", "2021-06-08"),
        ("ru", "Группа боевиков захватила медресе в Оше во вторник.", "armed_attack", "2021-06-08"),
        ("ru", "Силовики во вторник начали штурм дома в Оше.", "security_operation", "2021-06-08"),
        ("ru", "Боевики во вторник начали штурм здания в Оше.", "armed_attack", "2021-06-08"),
        ("en", "A missile strike killed five people in Osh on Tuesday.", "shelling", "2021-06-08"),
        ("kk", "Сейсенбі күні Ошқа зымыран соққысы жасалды.", "shelling", "2021-06-08"),
        ("ru", "В Оше во вторник произошёл ракетный обстрел.", "shelling", "2021-06-08"),
        ("ru", "В Оше во вторник нанесён мощный ракетный удар по рынку.", "shelling", "2021-06-08"),
        ("ru", "По аэропорту в Оше во вторник выпустили ракеты.", "shelling", "2021-06-08"),
        ("ru", "Во вторник снаряд разорвался во дворе дома в Оше.", "shelling", "2021-06-08"),
        ("ru", "Посёлок под Ошем во вторник попал под обстрел.", "shelling", "2021-06-08"),
        ("ru", "Во вторник беспилотник ударил по складу в Оше.", "air_strike", "2021-06-08"),
        ("ru", "В Оше во вторник дрон врезался в жилой дом.", "air_strike", "2021-06-08"),
        ("en", "A man with a knife attacked worshippers in Osh on Tuesday.", "stabbing", "2021-06-08"),
        ("en", "Men with guns and knives attacked a mosque in Osh on Tuesday.", "armed_attack", "2021-06-08"),
        ("ru", "В Оше во вторник мужчина напал на прохожих с ножом.", "stabbing", "2021-06-08"),
        ("ru", "Вооружённый ножом мужчина напал на прохожих в Оше во вторник.", "stabbing", "2021-06-08"),
        ("ru", "В Оше во вторник мужчина начал наносить удары ножом прохожим.", "stabbing", "2021-06-08"),
        ("kk", "Сейсенбі күні Ошта пышақ ұстаған ер адам мектепке шабуыл жасады.", "stabbing", "2021-06-08"),
        ("ru", "В Оше во вторник военный грузовик подорвался на фугасе.", "bombing", "2021-06-08"),
        ("ru", "В Оше во вторник прогремели выстрелы.", "gunfire", "2021-06-08"),
        ("kk", "Кабулда 5 маусым күні жарылыс болып, 10 адам қаза тапты.", "bombing", "2021-06-05"),
        ("en", "Police clashed with militants in Osh on Tuesday, killing six.", "clash", "2021-06-08"),
        ("ru", "Военные вступили в бой с боевиками в Оше во вторник, убив троих.", "clash", "2021-06-08"),
        ("en", "Gunmen stormed a hotel in Osh on Tuesday, killing six.", "armed_attack", "2021-06-08"),
        ("en", "Troops stormed a hotel in Osh on Tuesday, freeing all.", "security_operation", "2021-06-08"),
        ("en", "A missile struck an apartment block in Osh on Tuesday.", "shelling", "2021-06-08"),
        ("en", "A mortar shell landed on a house in Osh on Tuesday.", "shelling", "2021-06-08"),
        ("en", "Warplanes bombed a village near Osh on Tuesday.", "air_strike", "2021-06-08"),
        ("en", "A roadside bomb killed three soldiers in Osh on Tuesday.", "bombing", "2021-06-08"),
        ("ru", "Ракета попала в жилой дом в Оше во вторник.", "shelling", "2021-06-08"),
        ("ru", "Беспилотник атаковал нефтебазу в Оше во вторник.", "air_strike", "2021-06-08"),
        ("ru", "Придорожная бомба убила троих солдат в Оше во вторник.", "bombing", "2021-06-08"),
        ("ru", "Колонна миротворцев попала в засаду под Ошем во вторник.", "armed_attack", "2021-06-08"),
        ("kk", "Сейсенбі күні Ошта мотоциклге жасырылған бомба жарылды.", "bombing", "2021-06-08"),
        ("kk", "Сомали астанасы Могадишода сейсенбіде бомба жарылды.", "bombing", "2021-06-08"),
        ("kk", "Сейсенбі күні Ошта тұрғын үйге зымыран түсті.", "shelling", "2021-06-08"),
        ("kk", "Сейсенбі күні Ошта екі жанкешті өздерін жарып жіберді.", "suicide_bombing", "2021-06-08"),
        ("kk", "Сейсенбі күні Кабул әкімі атып өлтірілді.", "armed_attack", "2021-06-08"),
    ],
)
def test_what_happened_and_on_what_day(language, text, type, day):
    (event,) = claims(text, language, "event")
    assert (event.type.value, event.time.start[:10]) == (type, day)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A plane landed at the airport in Osh on Tuesday."),
        ("en", "Two reporters landed in Osh on Tuesday."),
        ("ru", "Мужчина попал в больницу в Оше во вторник."),
        ("ru", "Такси врезалось в жилой дом в Оше во вторник."),
        ("ru", "Вылет рейса задержан в Оше во вторник."),
        ("ru", "Группа студентов захватила зал в Оше во вторник."),
        ("kk", "Сейсенбі күні Ошта температура түсті."),
    ],
)
def test_what_lands_is_no_event_unless_it_strikes(language, text):
    assert not claims(text, language, "event")


@pytest.mark.parametrize("day", ["5 маусым күні", "дүйсенбі күні кешке"])
def test_a_town_before_a_day_is_no_part_of_it(day):
    (event,) = claims(f"Кабулда {day} жарылыс болды.", "kk", "event")
    assert [each.country for each in event.places] == ["AF"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Власти обвинили в нападении «Тарский фронт».", {("Тарский фронт", "accused")}),
        (
            "ru",
            "Полиция подозревает в организации взрыва «Тарский фронт».",
            {("Тарский фронт", "suspected")},
        ),
        ("ru", "Министр обвинил мэра Бекова в бездействии.", set()),
        (
            "ru",
            "Мужчина обвинил Национальную лигу в своих бедах и намеревался напасть на её офис.",
            set(),
        ),
        ("ru", "Министр обвинил в эфире «Тарский фронт» в убийстве.", {("Тарский фронт", "accused")}),
        ("ru", "Министр обвинил Тарск в нарушении перемирия.", {("Тарск", "accused")}),
        ("en", "The mayor said the ministry was responsible for security.", set()),
        (
            "en",
            "The Tarsk Front said it was responsible for the deaths.",
            {("Tarsk Front", "claimed")},
        ),
        (
            "en",
            "The ministry said that the claim of responsibility by the Tarsk Front was false.",
            {("Tarsk Front", "denied")},
        ),
        (
            "en",
            "Police rejected a claim of responsibility by the Tarsk Front.",
            {("Tarsk Front", "denied")},
        ),
        (
            "en",
            "The Tarsk Front falsely claimed responsibility for the attack, police said.",
            {("Tarsk Front", "denied")},
        ),
        (
            "en",
            "The Tarsk Front claimed responsibility, and its earlier claim was false.",
            {("Tarsk Front", "claimed")},
        ),
        (
            "ru",
            "«Тарский фронт» ложно взял на себя ответственность за нападение, сообщили в МВД.",
            {("Тарский фронт", "denied")},
        ),
    ],
)
def test_who_is_blamed(language, text, expected):
    leads = {"en": "Gunmen attacked Osh on Tuesday.", "ru": "Боевики напали на Ош во вторник."}
    found = claims(f"{leads[language]}\n\n{text}", language, "blame")
    assert {(each.perpetrator, each.basis.value) for each in found} == expected


def test_an_outburst_of_the_sun_is_no_event():
    assert not claims("Ғалымдар күн жарылысы болғанын айтты.", "kk", "event")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A man stabbed passers-by in Osh on Tuesday.", set()),
        ("ru", "Нападавший расстрелял в Оше пять обойм.", set()),
        ("ru", "Ученик принёс пистолет и расстрелял 5 обойм патронов.", set()),
        ("ru", "Ученик принёс пистолет и расстрелял 5 человек.", {("killed", "all", 5, 5)}),
        ("en", "Two passers-by were killed in Osh.", {("killed", "civilians", 2, 2)}),
        (
            "en",
            "Troops clashed with rebels in Osh, killing 12 people and wounding 31.",
            {("killed", "all", 12, 12), ("injured", "all", 31, 31)},
        ),
        (
            "en",
            "Police fought with gunmen in Osh, killing five and wounding 12.",
            {("killed", "attackers", 5, 5), ("injured", "attackers", 12, 12)},
        ),
        (
            "en",
            "Fourteen people lost their lives and 40 sustained injuries.",
            {("killed", "all", 14, 14), ("injured", "all", 40, 40)},
        ),
        (
            "ru",
            "Полицейские ликвидировали троих нападавших, двоих задержали.",
            {("killed", "attackers", 3, 3), ("detained", "attackers", 2, 2)},
        ),
        ("ru", "Силовики обезвредили и задержали троих боевиков.", {("detained", "attackers", 3, 3)}),
        ("ru", "Операция проводилась для ликвидации троих боевиков.", set()),
        ("ru", "Целью операции был захват или уничтожение одного из главарей.", set()),
        ("ru", "МВД сообщило о ликвидации троих боевиков.", {("killed", "attackers", 3, 3)}),
        (
            "ru",
            "Мужчина застрелил двух прохожих, прежде чем покончить с собой.",
            {("killed", "civilians", 2, 2), ("killed", "attackers", 1, 1)},
        ),
        ("ru", "Он может убить двоих, прежде чем застрелиться.", set()),
        ("ru", "Погибли трое бывших полицейских.", {("killed", "all", 3, 3)}),
        ("ru", "Боевики похитили около 200-сот школьников.", {("abducted", "children", 200, 200)}),
        ("ru", "+2 379 / сут.Умерли", set()),
        ("ru", "Погибли 45, 12 ранены.", {("killed", "all", 45, 45), ("injured", "all", 12, 12)}),
        (
            "ru",
            "Число пострадавших возросло до 45, 12 из них — в тяжёлом состоянии.",
            {("injured", "all", 45, 45), ("injured", "all", 12, 12)},
        ),
        (
            "ru",
            "В результате по меньшей мере, четыре человека погибли.",
            {("killed", "all", 4, None)},
        ),
        ("ru", "В больнице работают 15 врачей.", set()),
        ("ru", "В больнице лежат 15 человек.", {("hospitalized", "all", 15, 15)}),
        ("ru", "Под завалами ищут пятерых рабочих.", {("missing", "civilians", 5, 5)}),
        ("ru", "Под завалами остаются пять человек.", {("missing", "all", 5, 5)}),
        ("ru", "Бандиты убили заместителя директора.", {("killed", "civilians", 1, 1)}),
        ("ru", "В заложники взяли 31 пассажира.", {("abducted", "civilians", 31, 31)}),
        ("ru", "Погибли две-три тысячи человек.", {("killed", "all", 2000, 3000)}),
        ("ru", "Ранены шесть-семь человек.", {("injured", "all", 6, 7)}),
        ("kk", "Екі-үш сарбаз қаза тапты.", {("killed", "military", 2, 3)}),
        (
            "kk",
            "23 адам ауруханаға түсті, төртеуі жансақтау бөлімінде.",
            {("hospitalized", "all", 23, 23), ("hospitalized", "all", 4, 4)},
        ),
        ("en", "12-year-old Arman Bekov was killed.", {("killed", "children", 1, 1)}),
        (
            "en",
            "A guard and the mayor's two sons were killed.",
            {("killed", "civilians", 1, 1), ("killed", "all", 2, 2)},
        ),
    ],
)
def test_whom_a_figure_counts(language, text, expected):
    assert tolls(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "whole", "part"),
    [
        ("ru", "Среди 12 погибших — трое полицейских.", ("killed", "all", 12), ("killed", "police", 3)),
        ("ru", "Среди 12 погибших трое детей.", ("killed", "all", 12), ("killed", "children", 3)),
        ("ru", "В числе 12 погибших — трое детей.", ("killed", "all", 12), ("killed", "children", 3)),
        ("ru", "Среди 15 раненых — 4 ребенка.", ("injured", "all", 15), ("injured", "children", 4)),
        ("ru", "Из 12 погибших трое — дети.", ("killed", "all", 12), ("killed", "children", 3)),
        ("en", "Among the 12 dead were three children.", ("killed", "all", 12), ("killed", "children", 3)),
        ("en", "Among 12 killed were two policemen.", ("killed", "all", 12), ("killed", "police", 2)),
        ("en", "The 12 dead include three children.", ("killed", "all", 12), ("killed", "children", 3)),
        ("kk", "Қаза тапқан 12 адамның үшеуі – бала.", ("killed", "all", 12), ("killed", "children", 3)),
        (
            "en",
            "Forty people were killed, 19 of them women and children.",
            ("killed", "all", 40),
            ("killed", "civilians", 19),
        ),
        (
            "ru",
            "Погибли 40 человек, 19 из них – женщины и дети.",
            ("killed", "all", 40),
            ("killed", "civilians", 19),
        ),
        (
            "kk",
            "40 адам қаза тапты, оның 19-ы – балалар мен әйелдер.",
            ("killed", "all", 40),
            ("killed", "civilians", 19),
        ),
    ],
)
def test_those_among_a_number_are_a_part_of_it(language, text, whole, part):
    found = {
        (each.outcome.value, each.group.value, each.low): each.counts.value
        for each in claims(text, language, "toll")
    }
    assert found == {whole: "total", part: "subset"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Среди 12 погибших есть дети.", {("killed", "all", 12, 12)}),
        ("Среди 15 раненых есть туристы из Перу.", {("injured", "all", 15, 15)}),
    ],
)
def test_some_among_a_number_are_not_all_of_it(text, expected):
    assert tolls(text, "ru") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "При взрыве в мечети в Оше погибли 40 человек. Полиция подтвердила взрыв. Никто не взял на себя "
            "ответственность. Несколько дней назад взрыв прогремел у мечети в Баткене. Тогда погибли пять человек.",
        ),
        (
            "kk",
            "Оштағы мешітте жарылыс болып, 40 адам қаза тапты. Полиция жарылысты растады. Шабуылды ешкім мойнына "
            "алған жоқ. Бірнеше күн бұрын Баткендегі мешітте жарылыс болып, бес адам қаза тапты.",
        ),
    ],
)
def test_what_was_several_days_ago_is_told_below_the_story_as_another(language, text):
    told = {(each.low, each.background) for each in claims(text, language, "toll")}
    assert told == {(40, False), (5, True)}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Информация о гибели 30 человек не подтвердилась.", "unclear"),
        ("Сообщения, что погибли 30 человек, не подтвердились.", "unclear"),
        ("Гибель 30 человек подтвердилась.", "stated"),
    ],
)
def test_what_was_not_confirmed_is_unclear(text, certainty):
    (toll,) = claims(text, "ru", "toll")
    assert (toll.low, toll.certainty.value) == (30, certainty)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Residents of Osh were told to stay indoors until the gunman is caught.", set()),
        ("en", "The search in Osh will go on until all three attackers are killed.", set()),
        ("en", "They asked residents of Osh to stay at home till the two attackers were caught.", set()),
        ("en", "The roads will be reopened once two attackers have been arrested.", set()),
        ("en", "Gunmen held ten hostages until two of them were killed by troops.", {("killed", 2)}),
        ("en", "The gunman continued to fire until he was shot dead by police in Osh.", {("killed", 1)}),
        ("ru", "Школы в Оше закрыты до задержания второго стрелка.", set()),
        ("kk", "Оштағы мектептер екінші шабуылшы ұсталғанша жабық болады.", set()),
        ("kk", "Шабуылшы ұсталғанға дейін тұрғындардан үйден шықпауды сұрады.", set()),
        ("kk", "Полиция келгенге дейін шабуылшы екі адамды өлтірді.", {("killed", 2)}),
    ],
)
def test_what_something_only_lasts_to_has_not_come_about(language, text, expected):
    told = {(outcome, low) for outcome, _, low, _ in tolls(text, language)}
    assert told - {("abducted", 10)} == expected


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", '"If you say he is a hero, I agree with you totally," Bekov said in Osh.', {"Bekov"}),
        ("en", '"They say they will attack us here again, and we are ready," Bekov said.', {"Bekov"}),
        ("ru", "«Вы говорите, что мы опоздали, но это неправда», — сказал Беков в Оше.", {"Беков"}),
        ("ru", "«Мы ищем нападавших, — сказал министр Беков, — и мы их найдём».", {"Беков"}),
        (
            "en",
            'A young man asked minister Aida Omarova why no one was warned. "It made me angry too," she said.',
            {"Aida Omarova"},
        ),
    ],
)
def test_who_is_quoted(language, text, speakers):
    lead = {"en": "Gunmen killed five people in Osh.", "ru": "Боевики убили в Оше пять человек."}[language]
    found = claims(f"{lead}\n\n{text}", language, "statement")
    assert {each.speaker for each in found if each.direct} == speakers
