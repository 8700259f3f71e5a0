import time

import pytest
from tests.read.attribution.attribution_make import attributions, context, said

from oqiga.read.attribution import find_attributions

WHO_SAYS = [
    ("Police said six people died.", "six people", ["Police"]),
    ("Six people died, police said.", "Six people", ["police"]),
    ("Six people died, said the governor.", "Six people", ["governor"]),
    ("According to the Interior Ministry, six people died.", "six people", ["Interior Ministry"]),
    ("Six people died, according to the Interior Ministry.", "Six people", ["Interior Ministry"]),
    ("The army denied that any soldier was killed.", "that any soldier", ["army"]),
    ("The mayor told reporters that the market was closed.", "that the market", ["mayor"]),
    ("Six people died in the blast, the BBC reported.", "Six people", ["BBC"]),
    ("The agency quoted a source in the police as saying that six people died.", "that six",
     ["source in the police", "agency"]),
    ("Tahir, citing the army chief, said six people died.", "six people", ["army chief", "Tahir"]),
    ("The Taliban issued a statement that their fighters carried out the attack.", "that their fighters", []),
    ("A statement by the Taliban that their fighters carried out the attack was published.", "that their fighters",
     ["Taliban"]),
    ("The driver stopped in the Winn-Dixie parking lot, police said.", "The driver", ["police"]),
    ("Residents told the newspaper that local radio was urging people to leave.", "people to leave",
     ["local radio", "Residents"]),
    ("Six people died after a shooting in Osh, authorities said.", "Six people", ["authorities"]),
    ("The army admitting a failure said that six people died.", "that six", ["army"]),
    ("Interior ministry says six people killed in Osh attack", "six people killed", ["Interior ministry"]),
    ("The ministry said six people had died, correcting its earlier figure of nine dead.", "of nine", ["ministry"]),
    ("A little-known group calling itself the Tarsk Front said that its men killed six people.", "that its men",
     ["Tarsk Front"]),
    ("A group known as the Tarsk Front said it killed six people.", "it killed", ["Tarsk Front"]),
    ("The spokesman of the Osh State Police Command, Captain Bakyt Seitov, says six people died.", "six people",
     ["Bakyt Seitov"]),
    ("Residents said gunmen suspected to be bandits killed six people.", "gunmen … to be", ["Residents"]),
    ("Six people died when troops raided the town, the Osh-based watchdog said, adding that 18 were hurt.",
     "Six people", ["based watchdog"]),
    ("Six people killed in Osh: police", "Six people", ["police"]),
    ("The interior ministry issued a statement. Six people died, the statement said.", "Six people",
     ["interior ministry"]),
    ("He said that six people died, the Osh agency reported.", "that six", ["He", "Osh agency"]),
    ("\"Our first guess suggests that rebels did it,\" said Seitov.", "that rebels", ["Seitov"]),
    ("The car bomb went off near a barracks, blaming the attack on rebels.", "the attack on rebels", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "names"), WHO_SAYS, ids=[row[0] for row in WHO_SAYS])
def test_the_source_of_what_is_said(text, words, names):
    assert said(text, words) == names


def test_who_is_cited_without_a_comma_comes_first():
    found = attributions("Six people died, Reuters reported citing a police source.")
    assert (["police source", "Reuters"], "Six people died", "stated") in found


def test_the_dead_behind_a_colon_say_nothing():
    assert attributions("Two people killed in Osh: a policeman and a guard") == []


def test_those_told_of_behind_a_quoting_participle_quote_nobody():
    found = attributions(
        "According to Seitov, quoting passengers, the gunmen started firing and killed six people."
    )
    assert [chain for chain, _, _ in found] == [["Seitov"], ["passengers", "Seitov"]]


def test_a_name_that_looks_like_a_verb_says_nothing():
    assert (
        attributions("A jury convicted Muktar Said Ibrahim and Hussein Osman of the murder of six people.")
        == []
    )


CERTAINTY = [
    ("The ministry said six people died.", "stated"),
    ("Local media said six people died.", "reported"),
    ("Residents said six people died.", "reported"),
    ("The president was said to be in the capital.", "reported"),
    ("Dozens of people are reported injured.", "reported"),
    ("Six people reportedly died.", "reported"),
    ("Officials suggested that militants were to blame.", "suspected"),
    ("Police believe that militants carried out the attack.", "suspected"),
    ("The army denied that six people died.", "denied"),
    ("Preliminary reports say that six people died.", "suspected"),
    ("According to unconfirmed reports, six people died.", "reported"),
    ("It is unclear whether anyone was killed.", "unclear"),
]


@pytest.mark.parametrize(("text", "certainty"), CERTAINTY, ids=[row[0] for row in CERTAINTY])
def test_how_sure(text, certainty):
    assert [each[2] for each in attributions(text)][:1] == [certainty]


def test_nobody_is_named_for_hearsay():
    assert attributions("Dozens of people are reported injured.")[0][0] == []


RESOLVED = [
    ("Interior Ministry spokesman Bakyt Asanov spoke on Monday. He said two men fled.", "two men"),
    ("Interior Ministry spokesman Bakyt Asanov spoke to reporters. Asanov said two men fled.", "two men"),
    (
        "Interior Ministry spokesman Bakyt Asanov said it was over. He added that two men fled.",
        "that two men",
    ),
    (
        "Interior Ministry spokesman Bakyt Asanov spoke on Monday. According to him, two men fled.",
        "two men",
    ),
    (
        "Bakyt Asanov, a spokesman for the ministry, said it was over. The spokesman said two men fled.",
        "two men",
    ),
]


@pytest.mark.parametrize(("text", "words"), RESOLVED)
def test_pronouns_surnames_and_titles_find_the_name(text, words):
    assert said(text, words) == ["Bakyt Asanov"]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Osh police chief Brig. Gen. Ibrahim al-Orozi said two men fled.", "two men", ["Ibrahim al-Orozi"]),
        ("Two men fled, said al-Orozi.", "Two men", ["al-Orozi"]),
    ],
)
def test_names_keep_what_hyphens_tie_and_lose_their_titles(text, words, names):
    assert said(text, words) == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ('"All is calm," Mayor Bakyt Asanov was quoted as saying by Dala News.', '"All is calm',
         ["Bakyt Asanov", "Dala News"]),
        ('"All is calm," Dala News quoted the mayor, while others fled.', '"All is calm', ["mayor", "Dala News"]),
        ('"All is calm," Prime Minister Theresa May said.', '"All is calm', ["Theresa May"]),
        ("Minister of Defence Bakyt Asanov said two men fled.", "two men", ["Bakyt Asanov"]),
        ("President Abdel Fattah al-Sisi spoke. Sisi said two men fled.", "two men", ["Abdel Fattah al-Sisi"]),
        ('"All is calm here," a young woman said. "Two men fled," she said.', '"Two men', ["young woman"]),
        ("Army commander Adm. Widodo Santoso arrived. Widodo said two men fled.", "two men", ["Widodo Santoso"]),
        (
            "Army chief Bakyt Asanov met Mayor Oraz Seitov. The chief said all was well. \"I saw Dana Omarova there,"
            '" he said.',
            '"I saw Dana',
            ["Bakyt Asanov"],
        ),
        (
            "President Oraz Bekov flew home after he met President Vladimir Putin. The president said it was over.",
            "it was over",
            ["Oraz Bekov"],
        ),
    ],
)  # fmt: skip
def test_who_is_meant_by_quoting_titles_first_names_and_pronouns(text, words, names):
    assert said(text, words) == names


def test_a_thing_taken_for_a_name_is_nobody():
    text = "President Oraz Bekov spoke after the lorry attack. He said two men fled."
    assert said(text, "two men") == ["Oraz Bekov"]


def test_rank_and_office_are_both_the_role():
    text = "Schools will be closed, according to a statement issued by Colonel Bakyt Asanov, the regional governor."
    (each,) = find_attributions(context(text))
    assert (each.role, each.channel) == ("Colonel, regional governor", "statement")


def test_responsibility_is_no_source():
    assert attributions("There was no immediate claim of responsibility for the attack.")[0][0] == []


def test_a_body_is_taken_up_by_its_noun():
    text = "The Interior Ministry sent troops to the town. The ministry said two men fled."
    assert said(text, "two men") == ["Interior Ministry"]


def test_roles_kinds_and_the_mention_that_is_shown():
    text = "Interior Ministry spokesman Bakyt Asanov spoke on Monday. Asanov said two men fled."
    each = find_attributions(context(text))[-1]
    assert each.role == "Interior Ministry spokesman"
    assert each.source_chain[0].kind == "government"
    assert each.source_chain[0].span.of(text) == "Asanov"
    assert each.source_chain[0].name == "Bakyt Asanov"


def test_a_pronoun_shows_the_mention_it_stands_for():
    text = "Police chief Bakyt Asanov said it was over. He added that two men fled."
    each = find_attributions(context(text))[-1]
    assert each.source_chain[0].span.of(text) == "Bakyt Asanov"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The ministry said on June 6 that six people died.", "2019-06-06"),
        ("Six people died on Sunday, the ministry said on Monday.", "2019-08-12"),
        ("The governor on June 6 called on residents to stay calm, adding that help was near.", "2019-06-06"),
        ("The ministry said six people died on June 6.", None),
    ],
)
def test_said_on_is_the_date_tied_to_the_verb(text, date):
    assert find_attributions(context(text))[-1].said_on == date


def test_somebody_else_speaks_after_and():
    text = "Residents said the bridge was closed, and drivers reported long queues."
    assert said(text, "the bridge was closed") == ["Residents"]
    assert said(text, "long queues") == ["drivers"]


def test_plans_of_named_people_are_no_sayings_of_other_acts():
    assert {each.act for each in find_attributions(context("The ministry plans to close the border."))} == {
        "wish"
    }


@pytest.mark.parametrize("unit", ['He said "', "He said he said ", "a said, ", "according to "])
def test_hostile_text_takes_linear_time(unit):
    def seconds(size):
        ctx = context(unit * (size // len(unit)))
        start = time.process_time()
        find_attributions(ctx)
        return time.process_time() - start

    small, large = seconds(1_500), seconds(6_000)
    assert large < 10 * small + 1


def test_going_on_keeps_date_and_channel():
    text = 'On Twitter, Mayor Aida Omarova said on Sunday it was over. "We are all safe now," Omarova wrote.'
    first, second = find_attributions(context(text))
    assert (first.channel, first.said_on) == ("Twitter", "2019-08-11")
    assert (second.channel, second.said_on) == ("Twitter", "2019-08-11")


SET_OFF = [
    ("Six people died in the market, police and a witness said on Monday.", "Six people", ["police"]),
    ("They shot two men, said another resident, Aida Omarova.", "They shot", ["Aida Omarova"]),
    ("The market, witnesses said, was closed.", "The market", ["witnesses"]),
    (
        "Six people died in the market, Aida Omarova, the police chief, told reporters.",
        "Six people",
        ["Aida Omarova"],
    ),
]


@pytest.mark.parametrize(("text", "words", "names"), SET_OFF, ids=[row[0] for row in SET_OFF])
def test_words_set_off_by_commas(text, words, names):
    assert said(text, words) == names


def test_one_who_declines_to_say_says_nothing():
    assert attributions("The mayor declined to say whether anyone was hurt.") == []


def test_i_is_the_one_quoted():
    text = '"I can confirm that six people died," Mayor Aida Omarova said.'
    assert [chain for chain, _, _ in attributions(text)] == [["Aida Omarova"]]


def test_a_verb_inside_what_is_said_takes_nothing_from_outside():
    assert [chain for chain, _, _ in attributions("The mayor said the operation was continuing.")] == [
        ["mayor"]
    ]


def test_who_passes_a_message_on_stands_behind_its_sender():
    text = "Local users reported receiving text messages from the army saying the bridge was closed."
    assert said(text, "the bridge was closed") == ["army", "Local users"]
