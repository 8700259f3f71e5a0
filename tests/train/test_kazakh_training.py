from collections import Counter

from oqiga.train.kazakh_ner import Tagged, score, train
from oqiga.train.kazakh_stems import nouns_of, verbs_of

SENTENCES = [
    Tagged(["Ол", "Ақтөбеде", "тұрады", "."], ["O", "B-GPE", "O", "O"]),
    Tagged(["Ол", "Алматыда", "тұрады", "."], ["O", "B-GPE", "O", "O"]),
    Tagged(["Кеше", "Асқар", "келді", "."], ["B-DATE", "B-PERSON", "O", "O"]),
    Tagged(["Кеше", "Болат", "келді", "."], ["B-DATE", "B-PERSON", "O", "O"]),
] * 4


def test_a_tagger_learns_what_it_is_shown_and_always_the_same():
    first, second = train(SENTENCES), train(SENTENCES)
    assert score(first, SENTENCES)["all"] == (1.0, 1.0, 1.0)
    assert (first.votes == second.votes).all()


def test_stems_are_what_several_endings_were_seen_on():
    words = Counter(
        ["жүгірді", "жүгірген", "жүгіріп", "жүгіреді", "үстелге", "үстел", "үстелде", "үстелдер", "алма"]
    )
    verbs = verbs_of(words)
    assert "жүгір" in verbs
    assert nouns_of(words, verbs) == {"үстел"}
