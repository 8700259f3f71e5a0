import pytest

from oqiga.reconcile.naming import skeleton
from oqiga.reconcile.site_names import site_names


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
        ("Взрыв в троллейбусе номер 7.", {"bus"}, "ru", {"no/7"}),
        ("Six people at a school, no 31 of them hurt", {"mosque"}, "en", set()),
    ],
)
def test_sites_are_called_by_names_of_their_own(text, kinds, language, names):
    expected = {
        f"{kind}/{name if kind == 'no' else skeleton(name)}"
        for kind, name in (each.split("/") for each in names)
    }
    assert set(site_names(text, kinds, {skeleton("Osh")}, language)) == expected
