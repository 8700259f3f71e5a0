import pytest
from tests.read.attribution.attribution_make import attributions, said

APART = [
    ("en", "Police said ten people died, while the health ministry said 15 died.", "ten", ["Police"]),
    ("en", "Police said ten people died, while the health ministry said 15 died.", "15", ["health ministry"]),
    ("en", "Police said ten people died while praying in the mosque.", "ten people died while", ["Police"]),
    ("ru", "По данным полиции, погибли десять человек, по данным минздрава — 15 погибших.", "погибли", ["полиция"]),
    ("ru", "По данным полиции, погибли десять человек, по данным минздрава — 15 погибших.", "15", ["минздрав"]),
    ("ru", "Полиция сообщила, что погибли десять человек, а минздрав — о 15 погибших.", "что", ["Полиция"]),
    ("ru", "Полиция сообщила, что погибли десять человек, а минздрав — о 15 погибших.", "о 15", ["минздрав"]),
    ("ru", "Полиция сообщила о десяти погибших, тогда как минздрав заявил о 15 погибших.", "о десяти", ["Полиция"]),
    ("ru", "Полиция сообщила о десяти погибших, тогда как минздрав заявил о 15 погибших.", "о 15", ["минздрав"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "names"), APART)
def test_two_who_speak_in_one_sentence_are_kept_apart(language, text, words, names):
    assert said(text, words, language) == names


def test_a_phrase_within_what_one_says_is_no_second_speaker_side_by_side():
    text = "По словам мэра, погибшие, по данным полиции, были местными."
    assert ["полиция", "мэр"] in [chain for chain, _, _ in attributions(text, language="ru")]


BEHIND = [
    ("Погибли 12 человек, написал в своём канале губернатор Данияр Беков.", "Погибли", ["Данияр Беков"]),
    ("Стрелок сдался полиции и был задержан, сообщает CNN.", "Стрелок", ["CNN"]),
    ("На рынке погибли двое, об этом сообщили в полиции.", "На рынке", ["полиция"]),
    ("Мэр со ссылкой на полицию сообщил, что погибли двое.", "что погибли", ["полиция", "Мэр"]),
    ("Мэр, ссылаясь на полицию, сообщил, что погибли двое.", "что погибли", ["полиция", "Мэр"]),
    ("Следствие установило, что погибли двое.", "что погибли", ["Следствие"]),
    ("Об этом сообщили в МВД, добавив, что погибли двое.", "что погибли", ["МВД"]),
    ("Погибли двое, заявил офицер полиции майор Данияр Беков.", "Погибли", ["Данияр Беков"]),
    ("СМИ сообщили о 12 погибших в Оше", "о 12", ["СМИ"]),
]


@pytest.mark.parametrize(("text", "words", "names"), BEHIND)
def test_who_speaks_behind_a_verb_that_closes_the_sentence(text, words, names):
    assert said(text, words, "ru") == names


def test_a_channel_is_no_speaker():
    found = attributions("Погибли двое, сообщается в Твиттере.", language="ru")
    assert [chain for chain, _, _ in found] == [[]]


SILENT = [
    "Полиция прибыла на место, установила пост и убила двоих.",
    "Беков впервые заявил о себе в ноябре 1991 года — боевики угнали самолёт.",
    "Один из боевиков привёл в действие взрывное устройство.",
]


@pytest.mark.parametrize("text", SILENT)
def test_who_does_something_else_with_such_a_verb_says_nothing(text):
    assert attributions(text, language="ru") == []


AGAIN = [
    ("МВД сообщило о нападении. По данным ведомства, погибли двое.", "погибли", ["МВД"]),
    ("МВД сообщило о нападении. Погибли двое, говорится в сообщении.", "Погибли", ["МВД"]),
    ("МВД сообщило о нападении. Погибли двое, говорится в сообщении мэрии.", "Погибли", ["мэрия"]),
]


@pytest.mark.parametrize(("text", "words", "names"), AGAIN)
def test_the_office_and_its_message_are_those_of_who_spoke_last(text, words, names):
    assert said(text, words, "ru") == names
