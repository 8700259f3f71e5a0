import pytest

from oqiga.read.kk.morphology import analyses, infinitive

CASES = [
    # word, lemma, part of speech, features that must be there
    ("қызметкерлерінің", "қызметкер", "NOUN", {"Number=Plur", "Person[psor]=3", "Case=Gen"}),
    ("дүкеніне", "дүкен", "NOUN", {"Case=Dat", "Person[psor]=3"}),
    ("облысындағы", "облыс", "ADJ", {"Case=Loc"}),
    ("министрлігі", "министрлік", "NOUN", {"Case=Nom", "Person[psor]=3"}),
    ("тобы", "топ", "NOUN", {"Person[psor]=3"}),
    ("халқы", "халық", "NOUN", {"Person[psor]=3"}),
    ("шабуылдан", "шабуыл", "NOUN", {"Case=Abl"}),
    ("қарумен", "қару", "NOUN", {"Case=Ins"}),
    ("пышақпен", "пышақ", "NOUN", {"Case=Ins"}),
    ("тұрғындарымен", "тұрғын", "NOUN", {"Case=Ins", "Number=Plur", "Person[psor]=3"}),
    ("журналистер", "журналист", "NOUN", {"Number=Plur"}),
    ("терактіні", "теракт", "NOUN", {"Case=Acc"}),
    ("лагері", "лагерь", "NOUN", {"Person[psor]=3"}),
    ("банктер", "банк", "NOUN", {"Number=Plur"}),
    ("қаупінің", "қауіп", "NOUN", {"Case=Gen"}),
    ("береді", "беру", "VERB", {"Tense=Pres"}),
    ("отыздай", "отыз", "NUM", {"Hedge=About"}),
    ("салған", "салу", "VERB", {"Voice=Act"}),
    ("мәліметінше", "мәлімет", "NOUN", {"Case=Equ", "Person[psor]=3"}),
    ("күдікті", "күдікті", "NOUN", {"Case=Nom"}),
    ("күдіктілерді", "күдікті", "NOUN", {"Case=Acc", "Number=Plur"}),
    ("адамды", "адам", "NOUN", {"Case=Acc"}),
    ("қаза", "қаза", "NOUN", {"Case=Nom"}),
    ("оннан", "он", "NUM", {"Case=Abl"}),
    ("екеуі", "екеу", "NUM", {"Person[psor]=3"}),
    ("өлді", "өлу", "VERB", {"VerbForm=Fin", "Tense=Past", "Voice=Act"}),
    ("жараланды", "жаралану", "VERB", {"VerbForm=Fin", "Voice=Pass"}),
    ("ұсталды", "ұсталу", "VERB", {"Voice=Pass"}),
    ("өлтірілген", "өлтірілу", "VERB", {"VerbForm=Part", "Tense=Past"}),
    ("ұсталмады", "ұсталмау", "VERB", {"Polarity=Neg"}),
    ("хабарлайды", "хабарлау", "VERB", {"Tense=Pres"}),
    ("тауып", "табу", "VERB", {"VerbForm=Conv"}),
    ("шегіп", "шегу", "VERB", {"VerbForm=Conv"}),
    ("тапқанын", "табу", "VERB", {"VerbForm=Part", "Case=Acc", "Person[psor]=3"}),
    ("тапқандардың", "тапқан", "NOUN", {"Case=Gen", "Number=Plur"}),
    ("ұсталса", "ұсталу", "VERB", {"Mood=Cnd"}),
    ("айтуынша", "айту", "VERB", {"VerbForm=Vnoun", "Case=Equ"}),
    ("өліпті", "өлу", "VERB", {"Evident=Nfh"}),
    ("шықпаңыздар", "шықпау", "VERB", {"Mood=Opt", "Polarity=Neg"}),
    ("олардың", "олар", "PRON", {"Case=Gen", "Number=Plur"}),
    ("үшін", "үшін", "ADP", set()),
    ("жоқ", "жоқ", "AUX", {"Polarity=Neg"}),
]


@pytest.mark.parametrize(("word", "lemma", "pos", "feats"), CASES, ids=[case[0] for case in CASES])
def test_the_first_reading_is_the_right_one(word, lemma, pos, feats):
    first = analyses(word)[0]
    assert (first.lemma, first.pos) == (lemma, pos)
    assert feats <= first.feats


def test_an_unknown_word_is_a_noun_with_its_case_taken_off():
    first = analyses("бразавильде")[0]
    assert (first.lemma, first.pos, first.known) == ("бразавиль", "NOUN", False)


def test_nothing_is_too_long_or_empty_of_readings():
    assert analyses("а" * 5000)
    assert analyses("ъ")[0].pos == "NOUN"


@pytest.mark.parametrize(
    ("stem", "lemma"), [("тап", "табу"), ("шек", "шегу"), ("шық", "шығу"), ("оқы", "оқу"), ("ұста", "ұстау")]
)
def test_dictionary_forms_of_verbs(stem, lemma):
    assert infinitive(stem) == lemma
