import pytest
from tests.read.attribution.attribution_make import context

from oqiga.model.report import Report
from oqiga.read.attribution import find_attributions, find_statements
from oqiga.read.reader import read_report


def statements(text):
    ctx = context(text)
    return find_statements(ctx, find_attributions(ctx))


def test_a_quotation_with_its_speaker_and_role():
    text = (
        'Interior Ministry spokesman Bakyt Asanov arrived. "We are looking for the organizers," Asanov said.'
    )
    (each,) = statements(text)
    assert (each.speaker, each.role) == ("Bakyt Asanov", "Interior Ministry spokesman")
    assert (each.words, each.direct) == ("We are looking for the organizers", True)
    assert each.quote == '"We are looking for the organizers," Asanov said'
    assert each.said_by[0].span.of(text) == "Asanov"


def test_a_split_quotation_is_one_statement():
    (each,) = statements(
        '"We found two bombs," the minister said in a statement, "and one of them was live."'
    )
    assert each.words == "We found two bombs … and one of them was live."
    assert each.channel == "statement"


def test_a_quotation_of_several_sentences_is_whole():
    (each,) = statements('"It was loud. We ran to the door and hid there," said Aida Omarova, a teacher.')
    assert each.words == "It was loud. We ran to the door and hid there"
    assert each.speaker == "Aida Omarova"


def test_a_quotation_that_follows_is_said_by_the_same():
    text = 'Mayor Aida Omarova said the town was calm. "The danger has passed for all of us."'
    (each,) = statements(text)
    assert each.speaker == "Aida Omarova"
    assert each.quote.startswith('"The danger')


def test_quoted_words_in_a_reported_clause():
    (each,) = statements(
        'The committee has said that the man\'s "plan included unrest and protests in many towns."'
    )
    assert each.words == "plan included unrest and protests in many towns."
    assert each.speaker == "committee"


def test_a_judgement_told_indirectly():
    (each,) = statements("On Twitter, Senate speaker Aida Omarova called the violence a result of terrorism.")
    assert (each.speaker, each.direct, each.channel) == ("Aida Omarova", False, "Twitter")
    assert each.words == "the violence a result of terrorism"


def test_a_judgement_that_only_leads_to_a_quotation_is_no_second_statement():
    (each,) = statements('The president condemned what he called a "cowardly and barbaric act".')
    assert (each.words, each.direct) == ("cowardly and barbaric act", True)


@pytest.mark.parametrize(
    "text",
    [
        'Police said the threat level was "red".',
        'The film "Men of the Long Road" was shown.',
        "Police said six people died.",
        '"We saw nothing of this."',
    ],
)
def test_no_statement(text):
    assert statements(text) == ()


def test_whom_it_was_told_to_is_no_part_of_the_words():
    text = "«Сначала мы услышали хлопки, потом побежали к машинам», — рассказала «Степному вестнику» продавец киоска."
    ctx = context(text, language="ru")
    (each,) = find_statements(ctx, find_attributions(ctx))
    assert each.words == "Сначала мы услышали хлопки, потом побежали к машинам"


def test_marks_around_a_word_do_not_cut_what_is_told_indirectly():
    told = (
        "бүкіл елде террорлық қауіптің «сары» деңгейі енгізілгенін, Таразда «қызыл» деңгей сақталып тұрғанын"
    )
    text = f"Таразда үш адам қаза тапты. Ұлттық қауіпсіздік комитеті {told} мәлімдеді."
    claims = read_report(Report(id="r-1", text=text, language="kk"), gated=False).claims
    assert [claim.words for claim in claims if claim.kind == "statement"] == [told]


def test_what_ends_words_for_their_speaker_is_none_of_them():
    text = "Тұрғындар үйден шықпасын, деп тапсырды облыс әкімі Ермек Беков."
    record = read_report(Report(id="r", text=text, language="kk"), gated=False)
    (each,) = (claim for claim in record.claims if claim.kind == "statement")
    assert (each.words, each.speaker) == ("Тұрғындар үйден шықпасын", "Ермек Беков")


BROKEN = [
    "«Стрельба началась утром, — сообщил Бакыт Асанов. — Погибли двенадцать человек».",
    "«Стрельба началась утром, — сообщил журналистам в среду мэр Оша Бакыт Асанов, — погибли двенадцать человек».",
    "- Стрельба началась утром, - сообщил Бакыт Асанов. - Погибли двенадцать человек.",
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_quotation_that_its_cue_breaks_is_said_to_its_end(text):
    ctx = context(text, language="ru")
    found = find_statements(ctx, find_attributions(ctx))
    assert {each.speaker for each in found} == {"Бакыт Асанов"}
    assert [word for each in found for word in each.words.lower().rstrip(".").split(" … ")] == [
        "стрельба началась утром",
        "погибли двенадцать человек",
    ]


def test_a_dash_within_a_quotation_breaks_nothing():
    text = "«Погибли двенадцать человек — это теракт», — сообщил Асанов."
    ctx = context(text, language="ru")
    (each,) = find_statements(ctx, find_attributions(ctx))
    assert each.words == "Погибли двенадцать человек — это теракт"
