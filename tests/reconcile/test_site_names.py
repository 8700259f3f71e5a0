from dataclasses import replace

import pytest

from oqiga.codebook.targets import kinds_in
from oqiga.model.span import Span
from oqiga.reconcile.compare import compare
from oqiga.reconcile.comparing_traits import sites_compared
from oqiga.reconcile.naming import skeleton
from oqiga.reconcile.site_names import site_names
from oqiga.reconcile.sketch import Sketch
from oqiga.reconcile.sketching import sketches_of
from told import event, report


@pytest.mark.parametrize(
    ("text", "kinds", "language", "names"),
    [
        ("Gunmen stormed the Karvan shopping mall at noon.", {"mall"}, "en", {"mall/Karvan"}),
        ("Боевики напали на ночной клуб «Лагуна» в центре.", {"nightclub"}, "ru", {"nightclub/Лагуна"}),
        ("Взрыв в аэропорту имени Сейфуллина утром.", {"airport"}, "ru", {"airport/Сейфуллина"}),
        ("Қарақшылар «Беркут» қару-жарақ дүкеніне кірді.", {"gun shop"}, "kk", {"gun shop/Беркут"}),
        ("A Shia mosque and the Grand Mosque were hit.", {"mosque"}, "en", set()),
        ("Men from Osh stormed the Osh mall on Monday.", {"mall"}, "en", set()),
        ("Mall doors were shut. Karvan is a company.", {"mall"}, "en", set()),
        ("Gunmen stormed the Karvan mall near the Zarya hotel.", {"mall"}, "en", {"mall/Karvan"}),
        ("Gunmen stormed the Karvan mall.", set(), "en", set()),
        ("A gunman attacked School No. 31 in Osh.", {"school"}, "en", {"no/31"}),
        ("Стрельба в гимназии № 31 на окраине.", {"school"}, "ru", {"no/31"}),
        ("Белгісіз біреу №31 мектепке оқ жаудырды.", {"school"}, "kk", {"no/31"}),
        ("Взрыв в троллейбусе номер 7.", {"trolleybus"}, "ru", {"no/7"}),
        ("Олар қару дүкені және Ұлттық ұлан бөліміне кірді.", {"gun shop", "military base"}, "kk", set()),
        ("Напали на магазин и Дом связи.", {"shop"}, "ru", set()),
        (
            "Взрыв у изолятора Комитета безопасности и у мечети «Нур-хан».",
            {"prison", "mosque"},
            "ru",
            {"mosque/Нурхан"},
        ),
        ("Six people at a school, no 31 of them hurt", {"mosque"}, "en", set()),
    ],
)
def test_sites_are_called_by_names_of_their_own(text, kinds, language, names):
    expected = {
        f"{kind}/{name if kind == 'no' else skeleton(name)}"
        for kind, name in (each.split("/") for each in names)
    }
    assert set(site_names(text, kinds, {skeleton("Osh")}, language)) == expected


def told_of(number, text, quote):
    start = text.index(quote)
    claim = event(f"e{number}", day=None, incident="a")
    claim = replace(claim, quote=quote, span=Span(start, start + len(quote)))
    (found,) = sketches_of(report(number, published=None, text=text), [claim])
    return found


def site_points(one, other):
    return next(part for part in compare(one, other).parts if part.feature == "sites")


def test_a_name_in_marks_of_quotation_may_open_a_text():
    assert site_names("“Karvan” mall was on fire.", {"mall"}, (), "en") == ()


def test_a_site_that_the_other_names_elsewhere_is_no_other_site():
    bank = "Gunmen shot at a bank. They came from a hotel."
    by_bank = told_of(1, bank, "Gunmen shot at a bank")
    by_hotel = told_of(2, "Gunmen shot at a hotel.", "Gunmen shot at a hotel")
    by_mosque = told_of(3, "Gunmen shot at a mosque.", "Gunmen shot at a mosque")
    assert site_points(by_bank, by_hotel).score == 0 > site_points(by_bank, by_mosque).score


def test_a_name_of_a_site_counts_where_the_other_only_mentions_it():
    named = told_of(1, "Gunmen stormed the Karvan mall.", "Gunmen stormed the Karvan mall")
    beside = told_of(2, "Gunmen fired at a bank, not far from the Karvan mall.", "Gunmen fired at a bank")
    other = told_of(3, "Gunmen fired at a bank, not far from the Nur mall.", "Gunmen fired at a bank")
    assert site_points(named, beside).score > site_points(named, other).score == 0


@pytest.mark.parametrize(
    ("text", "language", "land"),
    [
        ("A bomb went off at the Chinese embassy in Osh.", "en", {"CN"}),
        ("Взрыв у посольства Китая в Оше.", "ru", {"CN"}),
        ("Взрыв в китайском посольстве в Киргизии.", "ru", {"CN"}),
        ("Взрыв у посольства КНР.", "ru", {"CN"}),
        ("Взрыв у посольства ФРГ, немецкое посольство закрыто.", "ru", {"DE"}),
        ("Қытай елшілігі жанында жарылыс болды.", "kk", {"CN"}),
        ("Взрыв у посольства в Киргизии.", "ru", set()),
        ("Gunmen stormed the embassy.", "en", set()),
    ],
)
def test_an_embassy_is_called_by_its_land(text, language, land):
    found = set(site_names(text, {"embassy"}, {skeleton("Osh"), skeleton("Оше")}, language))
    assert found == {f"embassy/{each}" for each in land}


def test_a_hospital_is_mentioned_after_any_attack():
    text = "Gunmen shot at a bank. The wounded were taken to a hospital."
    by_bank = told_of(1, text, "Gunmen shot at a bank")
    by_hospital = told_of(2, "Gunmen shot at a hospital.", "Gunmen shot at a hospital")
    assert site_points(by_bank, by_hospital).score < 0


def test_a_trolleybus_is_no_bus_and_a_supermarket_may_lie_in_a_mall():
    assert kinds_in("Взрыв в троллейбусе") == kinds_in("a blast on a trolley bus") == {"trolleybus"}
    assert kinds_in("троллейбуста жарылыс болды") == {"trolleybus"}
    assert kinds_in("a bomb on a tram") == kinds_in("взрыв в трамвае") == {"tram"}
    bus, trolleybus, mall, supermarket = (
        Sketch(id=kind, report=kind, span=Span(0, 9), types=("bombing",), sites=(kind,))
        for kind in ("bus", "trolleybus", "mall", "supermarket")
    )
    assert sites_compared(bus, trolleybus).score < 0
    assert sites_compared(mall, supermarket).score == 0
