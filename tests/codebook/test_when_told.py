import pytest

from oqiga.codebook.when_told import looks_back, names_night, weekdays_in, years_back


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A bomb went off in the bazaar on Monday.", {1}),
        ("Во время пятничной молитвы прогремел взрыв.", {5}),
        ("Бейсенбі күні базарда жарылыс болды.", {4}),
        ("Среди погибших есть дети.", set()),
        ("Жексенбіде бекетке шабуыл жасалды.", {7}),
        ("A second blast on Tuesday followed that of Monday.", {1, 2}),
    ],
)
def test_days_of_the_week_are_read_in_three_languages(text, days):
    assert weekdays_in(text) == days


@pytest.mark.parametrize(
    ("text", "night"),
    [
        ("The post was shelled overnight.", False),
        ("The post was shelled late on Sunday night.", True),
        ("В ночь на среду подожгли магазин.", True),
        ("Түнде бекетке оқ атылды.", True),
        ("Gunmen stormed a night club at noon.", False),
        ("Gunmen stormed a nightclub at noon.", False),
    ],
)
def test_a_night_belongs_to_two_days(text, night):
    assert names_night(text) is night


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Two sentenced over the raid on the mill", True),
        ("Суд осудил двоих за взрыв на мельнице", True),
        ("The state publicly hangs two men over the raid on the mill", True),
        ("Gunmen executed five men at the mill", False),
        ("Двоих казнили за взрыв на мельнице", True),
        ("Движение «Алтан» осудило взрыв на мельнице", False),
        ("Сот үкім шығарды", True),
        ("Үкімет жарылыс туралы хабарлады", False),
        ("Пожизненные сроки получили четверо за взрыв на мельнице", True),
        ("Life terms for four over the raid on the mill", True),
        ("Мельницадағы жарылыс үшін екеуі өмір бойына бас бостандығынан айырылды", True),
        ("Families mark the third anniversary of the blast", True),
        ("Суд вынес приговор по делу о взрыве на мельнице", True),
        ("Жарылысқа екі жыл толды: жақындары марқұмдарды еске алды", True),
        ("Gunmen raid a mill, four dead", False),
        (f"Gunmen raid a mill. {'Smoke rose over it. ' * 20}The last trial was short.", False),
    ],
)
def test_the_opening_says_whether_a_report_is_about_something_long_past(text, back):
    assert looks_back(text) is back


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Families remembered the dead of the bazaar attack, two years on.", (2,)),
        ("12 лет назад в Оше взорвали автобус. Сегодня почтили память погибших.", (12,)),
        ("Горожане вспомнили погибших год назад на рынке.", (1,)),
        ("Базардағы шабуылдың құрбандарын еске алды: оқиғаға үш жыл толды.", (3,)),
        ("The 5th anniversary of the Nur mosque bombing", (5,)),
        ("Two years ago he opened a shop.", ()),
    ],
)
def test_how_many_years_ago_a_commemoration_says_that_it_was(text, years):
    assert years_back(text) == years
