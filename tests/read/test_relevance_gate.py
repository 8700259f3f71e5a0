import pytest

from oqiga.model.report import Report
from oqiga.read.reader import RELEVANT
from oqiga.read.relevance import features_of, relevance
from pace import within

VIOLENT = [
    (
        "en",
        "Gunmen opened fire at a market in Orda on Friday, killing four people and wounding nine, police said.",
    ),
    ("en", "SIX SOLDIERS WERE KILLED WHEN A BOMB EXPLODED NEXT TO THEIR TRUCK."),
    ("en", "A man was shot dead outside a bar on Fifth Street, and his brother is in hospital."),
    ("en", "Unknown men fired at a bus near Orda on Sunday, officials said. The driver sped away unharmed."),
    ("ru", "Неизвестные открыли огонь на рынке, погибли четыре человека, девять ранены."),
    ("ru", "В Орде автомобиль въехал в толпу людей, известно о двадцати пострадавших, водитель задержан."),
    ("en", "A man drove his car into a crowd in Orda on Friday, and nine people are in hospital."),
    ("ru", "В городе введён комендантский час, после беспорядков полиция задержала 50 человек."),
    (
        "ru",
        "Чрезвычайное положение в области продлено, десятки тысяч человек бегут от межэтнических столкновений.",
    ),
    (
        "ru",
        "Во время ракетного удара по кафе в селе под Ордой там шёл обед, поэтому собралось много людей. Об этом "
        "сказал глава МВД Беков. По его словам, магазин и кафе стоят рядом, всего в них находились около "
        "шестидесяти человек, дорога к селу закрыта, жителей просят туда не ездить, а родным звонить по телефону, "
        "который стоит на странице области и отвечает весь день и всю ночь без перерыва и выходных дней.",
    ),
    (
        "ru",
        "После подавления бунта в колонии под Ордой прошло две недели, но руководство отмалчивалось, и только в "
        "пятницу его представитель сообщил, что в бунте виноваты экстремисты. Родные узников две недели стоят у "
        "ворот, их не пускают и не говорят, кто из них жив, списков никто не видел, а дорога к колонии закрыта, и "
        "увидеть с неё можно только крышу да вышки, у которых стоят машины и горит по ночам свет.",
    ),
    ("kk", "Белгісіз біреулер базарда оқ атып, төрт адам қаза тапты, тоғыз адам жараланды."),
]
ORDINARY = [
    "The company said its profits rose by eight per cent in the third quarter as sales of phones grew.",
    "The coach was fired on Monday, and the board came under fire from supporters after nine games.",
    "The film festival opens tonight with a comedy, and the director will be there with the whole cast.",
    "The minister said the budget would be presented in March and taxes would not rise this year.",
    "The striker scored twice in the second half as the hosts won three to one in front of a full house.",
]


@pytest.mark.parametrize(("language", "text"), VIOLENT)
def test_reports_of_violence_are_let_through(language, text):
    assert relevance(Report(id="r", text=text, language=language)) >= RELEVANT


FLASHES = [
    ("en", "Convoy hit in Helmand: nine hurt."),
    ("en", "Several people held captive in a supermarket."),
    ("en", "Rocket lands in Sderot, none hurt."),
    ("ru", "Трое полицейских убиты в Актобе."),
    ("ru", "Беспилотник упал на склад."),
    ("kk", "Жиһадшылар Моптиде 15 адамды өлтірді."),
]


@pytest.mark.parametrize(("language", "text"), FLASHES)
def test_one_telling_word_is_enough_in_a_flash_but_not_in_a_long_text(language, text):
    assert relevance(Report(id="r", text=text, language=language)) >= RELEVANT
    filled = text + " " + " ".join(["…"] * 200)
    assert relevance(Report(id="r", text=filled, language=language)) < RELEVANT


ORDINARY_RUSSIAN = [
    "Мэр города отправлен под домашний арест, ему предъявлено обвинение в получении взятки, сообщил суд.",
    "Нападающий забил два гола, атака хозяев разбилась об оборону, тренер доволен победой сборной.",
    "Паводок подтопил дома, введён режим чрезвычайной ситуации, жители эвакуированы, дежурят спасатели.",
    "Военная делегация прибыла на учения, стороны обсудили безопасность границ и поставки техники.",
]


@pytest.mark.parametrize("text", ORDINARY_RUSSIAN)
def test_ordinary_russian_news_is_held_back(text):
    assert relevance(Report(id="r", text=text, language="ru")) < RELEVANT


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_news_is_held_back(text):
    assert relevance(Report(id="r", text=text, language="en")) < RELEVANT


def test_the_title_counts():
    text = "Officials gave no details. Residents were told to stay at home until the evening."
    plain = Report(id="r", text=text, language="en")
    titled = Report(id="r", title="Gunmen kill nine in attack on barracks", text=text, language="en")
    assert relevance(titled) > relevance(plain)


def test_case_makes_no_difference():
    text = VIOLENT[0][1]
    assert relevance(Report(id="r", text=text, language="en")) == relevance(
        Report(id="r", text=text.upper(), language="en")
    )


def test_words_beyond_the_opening_count_only_as_telling_ones():
    counts, opening = features_of("word " * 300 + "gunmen", "en")
    assert opening == {"word"}
    assert (counts["strong"], counts["strong_opening"]) == (1.0, 0.0)


def test_no_text_is_slow():
    for text in ("", "a" * 1_000_000, "bomb " * 200_000, "'" * 1_000_000):
        assert within(lambda text=text: relevance(Report(id="r", text=text, language="en")), 1.0)


ACCIDENT = (
    "Ошта екі көлік соқтығысып, жолаушы қаза тапты. Бүгін қала жолында жол-көлік оқиғасы болды. "
    "Көліктің 65 жастағы жолаушысы оқиға орнында көз жұмды, жүргізушілер жарақатпен ауруханаға "
    "жеткізілді. Аталған факті бойынша қылмыстық іс қозғалды, полиция тергеу жүргізіп жатыр. "
)


def test_an_accident_that_tells_of_harm_alone_is_held_back():
    assert relevance(Report(id="r", text=ACCIDENT, language="kk")) < RELEVANT


@pytest.mark.parametrize("more", ["Полиция мұны теракт деп атады.", "Кейін қалада атыс болды."])
def test_an_accident_is_let_through_with_any_word_of_an_attack(more):
    assert relevance(Report(id="r", text=ACCIDENT + more, language="kk")) >= RELEVANT
