import pytest

from oqiga.locate.times import find_times
from oqiga.read.kk.parser import parse

CASES = [
    ("Ақтөбеде 5 маусым күні сағат 14.45-те шабуыл болды.", "2016-06-05T14:45"),
    ("Ол 2016 жылғы 5 маусымда келді.", "2016-06-05"),
    ("Шабуыл жексенбі күні болды.", "2016-06-05"),
    ("Кеше кешке атыс болды.", "2016-06-05TEV"),
    ("Бүгін таңертең хабарлады.", "2016-06-06TMO"),
    ("2011 жылы жарылыс болған.", "2011"),
    ("2022 жылғы қаңтарда болды.", "2022-01"),
    ("Осыдан үш күн бұрын келді.", "2016-06-03"),
    ("1995 жылы дәл осы күні жарылыс болған.", "1995-06-06"),
    ("Былтыр болған еді.", "2015"),
    ("Былтырғы 27 ақпанда болған еді.", "2015-02-27"),
    ("Былтырғы ақпан айында болған еді.", "2015-02"),
    ("Өткен жылғы 27 ақпанда болған еді.", "2015-02-27"),
    ("Өткен жылғы ақпанда болған еді.", "2015-02"),
    ("Қалада 5-маусымда жарылыс болды.", "2016-06-05"),
    ("2016 жылғы 5-маусымда жарылыс болды.", "2016-06-05"),
    ("5-маусымдағы шабуыл.", "2016-06-05"),
    ("Bul oqıǵa 5 maýsym kúni boldy.", "2016-06-05"),
]


@pytest.mark.parametrize(("text", "value"), CASES, ids=[text for text, _ in CASES])
def test_kazakh_expressions_of_time(text, value):
    assert [mention.value for mention in find_times(parse(text), "2016-06-06T12:00+06:00")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Татарстанның бас қаласы Қазанда мектепке шабуыл жасалды.", None),
        ("Шабуыл Қазандағы мектепте болды.", None),
        ("Шабуыл қазанда болды.", "2020-10"),
        ("Қазанда шабуыл болды.", "2020-10"),
        ("Шабуыл 5 Қазанда болды.", "2020-10-05"),
    ],
)
def test_a_month_with_a_capital_inside_a_sentence_is_the_town_of_that_name(text, value):
    mentions = find_times(parse(text), "2021-05-11")
    assert [mention.value for mention in mentions] == ([value] if value else [])


@pytest.mark.parametrize(("words", "part"), [("Сол күні кешке", "EV"), ("Сол түні", "NI")])
def test_a_part_of_the_day_told_before(words, part):
    found = find_times(parse(f"5 маусымда көпір құлады. {words} қойма жанды."), "2016-06-06T12:00+06:00")
    assert found[-1].value == f"2016-06-05T{part}"
