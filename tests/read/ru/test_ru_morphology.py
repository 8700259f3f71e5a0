import pytest

from oqiga.read.ru.morphology import lemma, noun_lemma


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("погибли", "VERB|Aspect=Perf|Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Act", "погибнуть"),
        ("убиты", "VERB|Aspect=Perf|Number=Plur|Tense=Past|Variant=Short|VerbForm=Part|Voice=Pass", "убить"),
        ("раненых", "NOUN|Animacy=Anim|Case=Gen|Gender=Masc|Number=Plur", "раненый"),
        ("двоих", "NUM|Case=Acc", "двое"),
        ("детей", "NOUN|Animacy=Anim|Case=Gen|Gender=Masc|Number=Plur", "ребенок"),
        ("людей", "NOUN|Animacy=Anim|Case=Gen|Gender=Masc|Number=Plur", "человек"),
        ("актобе", "PROPN|Animacy=Inan|Case=Loc|Gender=Masc|Number=Sing", "актобе"),
        ("17", "NUM", "17"),
        ("16.10", "NUM", "16.10"),
        ("—", "PUNCT", "—"),
        ("", "X", ""),
    ],
)
def test_dictionary_form_agrees_with_the_tag(word, tag, expected):
    assert lemma(word, tag) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("погибших", "погибший"),
        ("задержанных", "задержанный"),
        ("нападавшими", "нападавший"),
        ("раненых", "раненый"),
        ("военных", "военный"),
        ("пострадавшая", "пострадавший"),
    ],
)
def test_people_named_by_participles_have_a_noun_lemma(word, expected):
    assert noun_lemma(word, "VERB|Case=Gen|Number=Plur|VerbForm=Part") == expected
