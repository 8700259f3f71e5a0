import pytest

from oqiga.read.kk.parser import parse

MIXED = "Полиция өкілі: «Мы ситуацию контролируем, паники нет», – деді.\n\nThe ministry denied it. Үш адам жараланды."


def relation(text, word):
    document = parse(text)
    token = next(token for token in document.tokens if token.text == word)
    return token.dep, document.tokens[token.head].text


CASES = [
    ("Көлік топтың арасына кеше, қала орталығында орналасқан алаңда кіріп кетті.", "арасына", "obl", "кіріп"),
    ("Көлік топтың арасына кеше, қала орталығында орналасқан алаңда кіріп кетті.", "Көлік", "nsubj", "кіріп"),
    ("Көлік кеше, қала орталығында орналасқан алаңда өртенді.", "орталығында", "obl", "орналасқан"),
    ("Жасақ лаңкестер орналасқан пәтерді қоршады.", "лаңкестер", "nsubj", "орналасқан"),
    ("Әкімнің мәліметінше, 5 мамырға қараған түні екі адам қаза тапты.", "Әкімнің", "obl", "тапты"),
    ("17 адам қаза тапты.", "адам", "nsubj", "тапты"),
    ("17 адам қаза тапты.", "17", "nummod", "адам"),
    ("17 адам қаза тапты.", "қаза", "compound:lvc", "тапты"),
    ("Жеті күдікті ұсталды.", "күдікті", "nsubj:pass", "ұсталды"),
    ("Полиция жеті күдіктіні ұстады.", "күдіктіні", "obj", "ұстады"),
    ("Полиция жеті күдіктіні ұстады.", "Полиция", "nsubj", "ұстады"),
    ("Содырлар Ақтөбеде дүкенге шабуыл жасады.", "дүкенге", "obl", "жасады"),
    ("17 адам қаза тапты, деп хабарлады ІІМ.", "тапты", "ccomp", "хабарлады"),
    ("17 адам қаза тапты, деп хабарлады ІІМ.", "ІІМ", "nsubj", "хабарлады"),
    ("ІІМ 17 адам қаза тапты деп мәлімдеді.", "ІІМ", "nsubj", "мәлімдеді"),
    ("Министрлік 5 адамның қаза тапқанын растады.", "тапқанын", "ccomp", "растады"),
    ("Министрлік 5 адамның қаза тапқанын растады.", "адамның", "nsubj", "тапқанын"),
    ("17 адам қаза тапқан шабуыл болды.", "тапқан", "acl", "шабуыл"),
    ("17 адам қаза тауып, 15 адам жараланды.", "тауып", "advcl", "жараланды"),
    ("ІІМ мәліметінше, 17 адам өлді.", "мәліметінше", "case", "ІІМ"),
    ("ІІМ мәліметінше, 17 адам өлді.", "ІІМ", "obl", "өлді"),
    ("Қаза тапқандардың саны өсті.", "тапқандардың", "nmod:poss", "саны"),
    ("Ақтөбе облысының әкімі келді.", "облысының", "nmod:poss", "әкімі"),
    ("Денсаулық сақтау министрлігі хабарлады.", "Денсаулық", "compound", "министрлігі"),
    ("Олар сатушы мен күзетшіні өлтірді.", "күзетшіні", "conj", "сатушы"),
    ("Олар сатушы мен күзетшіні өлтірді.", "сатушы", "obj", "өлтірді"),
    ("Қаза болып жатыр.", "жатыр", "aux", "болып"),
    ("«Бұл – қауесет», – деді Сәдубаев.", "Сәдубаев", "nsubj", "деді"),
    ("«Бұл – қауесет», – деді Сәдубаев.", "қауесет", "ccomp", "деді"),
    ("Адам аман қалуы мүмкін.", "мүмкін", "aux", "қалуы"),
    ("Сирия мен Ирактағы топ келді.", "Сирия", "conj", "Ирактағы"),
    ("Күштердің екі мүшесі дүйсенбі күні қаза тапты.", "мүшесі", "nsubj", "тапты"),
    ("Екі сарбаз бүлікшілер шабуылынан мерт болды.", "бүлікшілер", "compound", "шабуылынан"),
    ("Channel 12 телеарнасы елдің әуе күштері соққы жасағанын айтты.", "телеарнасы", "nsubj", "айтты"),
    ("Үйін тінту кезінде қару табылды.", "Үйін", "obj", "тінту"),
    ("Олар оқушылар автобусын тоқтатты.", "оқушылар", "compound", "автобусын"),
    ("Олар оқушылар автобусын тоқтатты.", "Олар", "nsubj", "тоқтатты"),
]


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"), CASES, ids=[f"{case[1]}-{case[2]}" for case in CASES]
)
def test_relations(text, word, dep, head):
    assert relation(text, word) == (dep, head)


@pytest.mark.parametrize(
    "text",
    [MIXED, ", , .", "деп", "жоқ", "«»", "деді деді деді", "17", "- - -", "қаза тапты деп деп деп хабарлады"],
)
def test_every_text_becomes_a_tree(text):
    document = parse(text)
    for sentence in document.sentences:
        tokens = document.tokens_of(sentence)
        assert [token.head == token.index for token in tokens].count(True) == 1
        assert all(sentence.first <= token.head < sentence.last for token in tokens)
        for token in tokens:
            assert sum(1 for _ in zip(document.ancestors(token), range(300), strict=False)) < 300


def test_spans_are_those_of_the_text():
    document = parse(MIXED)
    assert all(token.span.of(MIXED) == token.text for token in document.tokens)


def test_people_and_places_are_named():
    document = parse("Бұл туралы Ақтөбе облысының әкімі Бердібек Сапарбаев хабарлады.")
    assert {(entity.label, entity.span.of(document.text)) for entity in document.entities} >= {
        ("PERSON", "Бердібек Сапарбаев")
    }


def test_the_locative_of_an_infinitive_at_the_end_is_a_present():
    tokens = parse("Қалада арнайы операция жүргізілуде.").tokens
    verb = tokens[3]
    assert (verb.lemma, verb.dep) == ("жүргізілу", "root")
    assert {"VerbForm=Fin", "Tense=Pres"} <= verb.feats


def test_an_unknown_word_before_a_verb_of_lasting_is_a_converb():
    tokens = parse("Полиция ғимаратты жұрқылап жатыр.").tokens
    assert (tokens[2].pos, tokens[2].dep, tokens[3].dep) == ("VERB", "root", "aux")


def test_a_postposition_of_the_dative_is_another_word_without_one():
    assert parse("Шабуылға 27 адам қатысты.").tokens[3].lemma == "қатысу"
    assert parse("Операторлар байланысты қалпына келтірді.").tokens[1].dep == "obj"
    assert parse("Жарылысқа байланысты іс қозғалды.").tokens[1].pos == "ADP"


def test_police_who_act_are_the_subject():
    tokens = parse("Полиция көшелерді жапты.").tokens
    assert (tokens[0].dep, tokens[0].head) == ("nsubj", 2)


def test_an_unknown_word_for_a_relation_is_an_adjective_before_a_noun():
    tokens = parse("Елде террористік қауіп бар.").tokens
    assert (tokens[1].pos, tokens[1].dep, tokens[1].head) == ("ADJ", "amod", 2)
