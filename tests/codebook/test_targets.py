import pytest

from oqiga.codebook.targets import joins, kind_called, kinds_in, target_named


@pytest.mark.parametrize(
    ("name", "kind", "own"),
    [
        ("two gun shops", "gun shop", ("two",)),
        ("оружейных магазина", "gun shop", ()),
        ("Ұлттық ұлан бөліміне", "military base", ()),
        ("воинскую часть", "military base", ()),
        ("qarý dúkenine", "gun shop", ()),
        ("the shop", "shop", ()),
        ("Linwood mosque", "mosque", ("linwood",)),
        ("станции метро «Южная»", "metro", ("южная",)),
        ("базар", "market", ()),
        ("two buses", "bus", ("two",)),
        ("Notre-Dame basilica", "church", ("notre", "dame")),
        ("the bus station", "bus station", ()),
        ("у метро «Южная»", "metro", ("у", "южная")),
        ("в лицее", "school", ("в",)),
        ("the Osh offices of the KNB", "security service building", ("osh",)),
        ("Ұлттық қауіпсіздік комитеті департаментінің ғимараты", "security service building", ("ғимараты",)),
        ("a bar in Osh", "restaurant", ("in", "osh")),
    ],
)
def test_a_site_is_one_kind_in_any_language(name, kind, own):
    named = target_named(name)
    assert (named.kind.id, named.own) == (kind, own)


@pytest.mark.parametrize(
    "name",
    ["basement", "apartment", "участники", "балалар", "a busy area", "trained men", "two prisoners", "jailed",
     "a Gaza-based group", "a two-storey house", "banked", "bared", "clinical", "soldiers stationed there", "в десятках метров", "в радиусе 30 метров", "закрыв лицо",
     "в лице министра", "лицензия", "the Osh Bar Association", "рынок труда"],
)  # fmt: skip
def test_other_words_are_no_kind(name):
    assert target_named(name).kind is None


def test_kinds_have_names_in_the_languages_of_the_interface():
    assert kind_called("gun shop", "ru") == "оружейный магазин"
    assert kind_called("gun shop", "kk") == "қару дүкені"
    assert kind_called("gun shop", "en") == "gun shop"


def test_targets_are_listed_by_joining_words_only():
    assert joins(" and a ", "en") and joins(", ", "ru") and joins(" және ", "kk")
    assert not joins(" at the ", "en") and not joins(" возле ", "ru") and not joins(" из ", "ru")


def test_words_that_name_no_site_hide_the_site_in_them_only():
    assert kinds_in("The bar association met in a school.") == {"school"}
    assert kinds_in("A bar in Osh; the bar council mourned.") == {"restaurant"}
