"""Places that are told by a country, an adjective or a clock, and names of houses that are none."""

import pytest

from oqiga.locate.places import find_places
from oqiga.locate.places.titles import is_famous, towns_in_title
from oqiga.read.languages import language_pack


def found(language, text):
    return find_places(language_pack(language).parse(text))


def towns(language, text):
    return [each.place.name for each in found(language, text) if each.place.precision == "city"]


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("en", "Gunmen stormed a school in Kenya's capital on Tuesday.", "Nairobi"),
        ("en", "A blast hit the capital of Peru, killing six.", "Lima"),
        ("en", "A blast in the Somali capital killed ten.", "Mogadishu"),
        ("en", "A bomb went off in the capital. Chad declared three days of mourning.", "N'Djamena"),
        ("ru", "Взрыв прогремел в столице Турции.", "Ankara"),
        ("ru", "В столице прогремел взрыв. Власти Турции ввели траур.", "Ankara"),
        ("ru", "В афганской столице взорвался автомобиль.", "Kabul"),
        ("kk", "Ауғанстан астанасында жарылыс болды.", "Kabul"),
        ("ru", "В столице Чеченской республики напали на пост.", "Grozny"),
        ("ru", "В столице немецкой Баварии задержан мужчина.", "Munich"),
        ("en", "A blast hit the capital of Chechnya, killing six.", "Grozny"),
    ],
)
def test_a_capital_is_told_by_its_country(language, text, town):
    assert towns(language, text) == [town]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "A bomb went off in the Afghan capital, Kabul, police said.", ["Kabul"]),
        ("en", "Fighters seized the provincial capital of Ghazni province.", []),
        ("en", "Gunmen struck in the Chechen capital.", []),
        ("en", "Russia sent help. A blast hit the capital of a northern province.", []),
        ("en", "The bank lost its capital. Peru is growing.", []),
        ("ru", "В афганской столице Кабуле взорвался автомобиль.", ["Кабул"]),
        ("kk", "Ауғанстан астанасы Кабулда жарылыс болды.", ["Кабул"]),
        ("en", "A bomb hit the capital of France. Peru sent help.", ["Paris"]),
        ("en", "A bomb hit the capital. France and Peru sent help.", []),
    ],
)
def test_a_capital_is_told_once_and_never_guessed(language, text, told):
    assert towns(language, text) == told


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("На Лондонском мосту машина въехала в толпу.", "London"),
        ("Раненые лежат в мадридских больницах.", "Madrid"),
        ("Взрыв в московском метро унёс жизни людей.", "Moscow"),
        ("Число жертв бостонского теракта выросло.", "Boston"),
        ("В алматинском аэропорту нашли бомбу.", "Almaty"),
        ("В ошском кафе произошла стрельба.", "Osh"),
        ("В рижском ресторане произошла стрельба.", "Riga"),
        ("Пермский университет закрыт.", "Perm"),
        ("В Смоленском политехническом колледже прогремел взрыв.", "Smolensk"),
    ],
)
def test_an_adjective_places_a_site_in_its_town(text, town):
    assert towns("ru", text) == [town]


@pytest.mark.parametrize(
    "text",
    [
        "На Казанском вокзале произошла драка.",
        "В городской больнице и на центральном рынке спокойно.",
        "В турецкой гостинице прогремел взрыв.",
        "В советских школах и на ленинском рынке тихо.",
    ],
)
def test_an_adjective_of_anything_else_tells_no_town(text):
    assert towns("ru", text) == []


def test_an_adjective_at_the_head_of_a_long_name_tells_its_town():
    text = "Стрельба в Самарском государственном медицинском университете унесла пять жизней."
    assert towns("ru", text) == ["Samara"]


def test_an_adjective_in_a_name_tells_no_town_where_another_is_named():
    assert towns("ru", "В Минске на Лондонском мосту произошла драка.") == ["Минск"]


@pytest.mark.parametrize(
    ("language", "text", "clock"),
    [
        ("ru", "Около десяти вечера (полночь в Минске) в Лондоне прогремел взрыв.", "Минске"),
        ("ru", "Взрыв в Лондоне прогремел в 21:40 по Минску.", "Минску"),
        ("ru", "В 7 часов утра по Минску в Лондоне прогремел взрыв.", "Минску"),
        ("ru", "Утром в воскресенье (ночью по Минску) в Лондоне прогремел взрыв.", "Минску"),
        ("ru", "В 22:30 по времени Минска в Лондоне прогремел взрыв.", "Минска"),
        ("kk", "Кеше Минск уақытымен сағат 22:30-да Лондонда жарылыс болды.", "Минск"),
        ("en", "The blast in London occurred at 22:30 Minsk time.", "Minsk"),
        ("en", "At 10 pm (midnight in Minsk) a bomb went off in London.", "Minsk"),
        ("en", "The blast came at 09:30 (06:30 in Berlin) in Delhi.", "Berlin"),
    ],
)
def test_a_clock_is_no_place_of_what_happened(language, text, clock):
    measured = [each.span.of(text) for each in found(language, text) if each.measured]
    assert measured == [clock]


@pytest.mark.parametrize(
    ("language", "text", "beyond"),
    [
        ("en", "Gunmen attacked a village near the border with Niger.", ["Niger"]),
        ("en", "Gunmen attacked a village in Katsina near Niger's border.", ["Niger"]),
        ("en", "Close to the border of Niger, gunmen attacked a village.", ["Niger"]),
        ("en", "Troops clashed near the border of Niger and Mali.", []),
        ("en", "Troops clashed near the Niger-Mali border.", []),
        ("en", "Troops crossed the border of Niger.", []),
        ("ru", "Боевики напали на село у границы Нигера.", ["Нигера"]),
        ("ru", "Бой шёл недалеко от границы Нигера и Мали.", []),
        ("kk", "Пәкістанда Ауғанстан шекарасына жақын жерде бомба жарылды.", ["Ауғанстан"]),
        ("kk", "Қырғызстан мен Тәжікстан шекарасына жақын жерде атыс болды.", []),
        ("kk", "Ауғанстан шекарасында атыс болды.", []),
    ],
)
def test_what_lies_near_a_border_is_not_beyond_it(language, text, beyond):
    assert [each.place.span.of(text) for each in found(language, text) if each.measured] == beyond


@pytest.mark.parametrize(
    "text",
    [
        "Кабулдағы мешітте жарылыс болды.",
        "Манчестердегі стадионда жарылыс болды.",
        "Иерусалимдегі автобуста жарылыс болды.",
    ],
)
def test_a_kazakh_name_whose_ending_places_something_is_a_place(text):
    assert [each.place.precision.value for each in found("kk", text)][:1] == ["city"]


@pytest.mark.parametrize("text", ["Еліміздегі жағдай тұрақты.", "Хамастағы басшылар мәлімдеді."])
def test_other_kazakh_words_with_that_ending_are_none(text):
    assert not found("kk", text)


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        (
            "en",
            "At least nine people were killed at the Olympia shopping centre in Munich, Germany.",
            "Munich",
        ),
        ("ru", "Стрельба произошла в торговом центре Olympia в Мюнхене.", "Мюнхен"),
        ("en", "A bomb hit a Lahore hotel. The UN in Geneva condemned it.", "Lahore"),
        ("en", "A shooting at Antwerp station killed two in Belgium.", "Antwerp"),
    ],
)
def test_a_house_called_like_a_town_far_away_is_no_town(language, text, town):
    assert towns(language, text)[0] == town
    assert "Olympia" not in towns(language, text)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "A lorry drove into a crowd that watched a display in Nice for the holiday.", ["Nice"]),
        ("en", "Nice work, he said on a nice day.", []),
        ("en", "A man with a knife killed three in the Notre-Dame basilica of Nice.", ["Nice"]),
        ("ru", "В Ницце на посетителей базилики Нотр-Дам напал человек.", ["Ницца"]),
    ],
)
def test_nice_is_a_town_and_a_basilica_none(language, text, told):
    assert towns(language, text) == told


def test_a_church_named_twice_is_as_little_a_town_as_one_named_once():
    text = "Bombs hit the Santa Maria Catholic Church in Surabaya, Indonesia. People prayed at the Santa Maria church."
    assert "Santa Maria" not in towns("en", text)


@pytest.mark.parametrize(
    ("text", "towns_told"),
    [
        ("DAYTON, OH — A gunman opened fire in the popular Oregon historic district on Sunday.", ["DAYTON"]),
        ("Police in Oregon, Ohio, were called to a shooting.", ["Oregon"]),
    ],
)
def test_a_quarter_of_some_sort_is_no_town_of_its_name(text, towns_told):
    assert [name for name in towns("en", text) if name in ("DAYTON", "Oregon")] == towns_told


def test_a_site_lies_in_no_town_of_a_list():
    text = "A van hit a crowd outside Finch Lane Mosque.\n\nWe saw this in Manchester, Lyon and Berlin."
    here = "A van hit a crowd outside Finch Lane Mosque.\n\nPolice in Manchester were at the scene."
    listed, told = ([each.place.precision for each in found("en", each)] for each in (text, here))
    assert "site" not in listed and "site" in told


def test_a_site_does_not_lie_where_the_report_was_sent_from_or_a_distance_is_told_from():
    text = "Nairobi - Gunmen attacked a campus in Garissa, 350 kilometres east of Nairobi. They stormed the university."
    sites = [each.place.geonames_id for each in found("en", text) if each.place.precision == "site"]
    garissa = next(each.place.geonames_id for each in found("en", text) if each.place.name == "Garissa")
    assert sites and set(sites) == {garissa}


def test_a_part_of_a_town_lies_in_it_and_one_of_a_land_nowhere():
    north = found("en", "A van was driven into a crowd in north London.")[0]
    assert (north.place.precision, north.within.place.name) == ("neighbourhood", "London")
    assert north.place.latitude == north.within.place.latitude
    assert found("en", "A van was driven into a crowd in northern Kazakhstan.")[0].place.latitude is None


@pytest.mark.parametrize(
    ("language", "title", "names"),
    [
        ("en", "Ambulance used in deadly Kabul suicide bombing, officials say", ["Kabul"]),
        ("en", "At least 13 dead as gunman opens fire in New York", ["New York City"]),
        ("ru", "Число погибших при теракте в Кабуле увеличилось", ["Kabul"]),
        ("ru", "Взрыв в метро Санкт-Петербурга", ["Saint Petersburg"]),
        ("kk", "Ақтөбедегі шабуыл", ["Aktobe"]),
        ("en", "Police kill two after attack in Kenya", []),
    ],
)
def test_the_towns_of_a_heading(language, title, names):
    assert [entry.name for entry in towns_in_title(title, language)] == names


def test_a_capital_and_a_town_of_millions_are_famous():
    kabul, aktobe = towns_in_title("Kabul", "en")[0], towns_in_title("Aktobe", "en")[0]
    assert is_famous(kabul) and not is_famous(aktobe)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Мужчина открыл огонь из отеля Mandalay Sands в Лас-Вегасе.", ["Лас-Вегас"]),
        ("Взрыв прогремел в Найроби, пишет Boston Morning Herald.", ["Найроби"]),
        ("Взрыв прогремел в Boston.", ["Boston"]),
        ("Взрыв прогремел в Лас-Вегасе у отеля Mandalay.", ["Лас-Вегас"]),
    ],
)
def test_a_town_is_no_part_of_a_longer_name_in_latin_letters(text, told):
    assert towns("ru", text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two bombs hit the Cathedral of Our Lady of Mount Carmel in Jolo on Sunday.", ["Jolo"]),
        ("Gunmen stormed the Church of Our Lady of Fatima in Beirut.", ["Beirut"]),
        ("A lady of Beirut was killed in Jolo on Sunday.", ["Beirut", "Jolo"]),
    ],
)
def test_a_church_is_not_where_whom_it_is_called_after_appeared(text, told):
    assert towns("en", text) == told
