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
    ],
)
def test_sites_are_called_by_names_of_their_own(text, kinds, language, names):
    expected = {f"{kind}/{skeleton(name)}" for kind, name in (each.split("/") for each in names)}
    assert set(site_names(text, kinds, {skeleton("Osh")}, language)) == expected
