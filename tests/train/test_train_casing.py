from oqiga.train.casing import small_words


def test_words_written_small_inside_sentences_are_kept():
    texts = ["The army said the Orda army left Orda.", "Police in Orda said so."]
    assert small_words(texts) == ["army", "in", "left", "said", "so", "the"]


def test_words_that_open_a_sentence_tell_nothing():
    assert "bush" not in small_words(["Bush spoke. Bush left; the bush of Bush, said Bush."])


def test_texts_in_one_case_are_passed_over():
    assert small_words(["all of it small", "ALL OF IT LARGE"]) == []
