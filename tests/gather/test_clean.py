import pytest

from oqiga.gather.clean import clean
from oqiga.gather.paragraphs import paragraphs

DUMP = """Skip to main content

Breaking News

Gunmen Attack Market In Kapshagay


Soldiers stand guard near the market.
Soldiers stand guard near the market.

June 6, 2016

At least four people were killed at a market in Kapshagay on Sunday, police said.

Share
Tweet

The market was closed. (Photo: Steppe Wire)

Police said they were looking for two men.

With reporting by Steppe Wire, Kazinform and the Caspian Monitor
  • 16x9 Image

    Steppe Wire Kazakh Service

    The service offers informed and accurate reporting on social media."""


def test_a_dump_is_parted_into_headline_body_credits_and_day():
    found = clean(paragraphs(DUMP))
    assert found.title == "Gunmen Attack Market In Kapshagay"
    assert found.body == (
        "At least four people were killed at a market in Kapshagay on Sunday, police said.",
        "Police said they were looking for two men.",
    )
    assert found.credits == ("Steppe Wire", "Kazinform", "Caspian Monitor")
    assert found.published == "2016-06-06"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("June 6, 2016", "2016-06-06"),
        ("Published: 6 June 2016 14:05", "2016-06-06T14:05"),
        ("Опубликовано 5 июня 2016, 18:30", "2016-06-05T18:30"),
        ("6 маусым 2016", "2016-06-06"),
        ("Жарияланды: 2016 жылғы 5 маусым, 19:40", "2016-06-05T19:40"),
        ("5 июня 2016 года, 21:30", "2016-06-05T21:30"),
        ("06.06.2016", "2016-06-06"),
        ("5/6/2016", None),
        ("The killings of June 6, 2016", None),
    ],
)
def test_a_line_that_is_a_date_gives_the_day(line, published):
    found = clean([line, "Two people were killed in the city on Sunday, police said."], title="Two killed")
    assert found.published == published


def test_a_day_in_the_running_text_is_no_publication_time():
    found = clean(["On June 6, 2016, two people were killed in the city, police said."], title="Two killed")
    assert found.published is None


@pytest.mark.parametrize(
    ("first", "credits"),
    [
        ("OSH, Aug 11 (Reuters) - Six people were killed, police said.", ("Reuters",)),
        ("OSH (AP/AFP) — Six people were killed, police said.", ("AP", "AFP")),
        ("Six people (three of them children) - all from one family - were killed.", ()),
    ],
)
def test_agencies_in_a_dateline_are_credits(first, credits):
    assert clean([first], title="Six killed").credits == credits


def test_desk_staff_are_not_agencies():
    found = clean(
        ["Six people were killed, police said.", "(Reporting by Dana Seitova; Editing by Max Orr)"],
        title="Six",
    )
    assert found.credits == ()
    assert found.body == ("Six people were killed, police said.",)


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday morning police had sealed off four districts of the city.",
        "Published figures on the number of dead differ widely.",
        "Watch towers along the border were attacked, the ministry said on Monday.",
        "News of the attack spread through the city within minutes, residents said.",
    ],
)
def test_sentences_that_open_like_furniture_stay(sentence):
    assert sentence in clean([sentence, "Two people were killed."], title="Attack").body


def test_wrapped_lines_are_joined_and_one_line_paragraphs_are_not():
    wrapped = "Two people were killed and four were wounded when\ngunmen opened fire at a market in the city,\npolice said."
    assert paragraphs(wrapped) == [wrapped.replace("\n", " ")]
    assert paragraphs("Two people were killed.\nFour were hurt.") == [
        "Two people were killed.",
        "Four were hurt.",
    ]


def test_a_line_that_begins_with_a_small_letter_goes_on_with_the_one_before():
    lines = "Aida Omarova, a spokeswoman\nfor the hospital in Osh, told reporters on Tuesday that 88\npeople had died."
    assert paragraphs(lines) == [lines.replace("\n", " ")]
    assert paragraphs("Two die in blast\nby ann lee\nTwo people died.")[1] == "by ann lee"


def test_no_word_of_the_body_is_changed():
    body = ["“Two”  people were\u00a0killed — so police said.", "It was the third attack."]
    assert clean(paragraphs("\n\n".join(body)), title="x").body == (
        "“Two” people were killed — so police said.",
        "It was the third attack.",
    )


def test_headlines_of_other_stories_go_with_the_head_of_their_list():
    text = """Three people were killed in Osh on Sunday, police said.

Read also

Gunmen kill 14 in Kara-Balta

The shop was closed on Monday.

MORE: Rebels kill 22 soldiers near Naryn

Police are looking for two men.

Related Articles

Seven die in a fire in Talas
"""
    found = clean(paragraphs(text), title="Three killed")
    assert found.body == (
        "Three people were killed in Osh on Sunday, police said.",
        "The shop was closed on Monday.",
        "Police are looking for two men.",
    )


@pytest.mark.parametrize(
    "only",
    [
        "Посла застрелили в Оше. Министерство подтвердило, что он скончался. (фото AP/видео Reuters)",
        "Two people were killed in Osh on Sunday. Police are looking for the gunmen. (Photo: Steppe Wire)",
    ],
)
def test_a_report_in_one_paragraph_that_a_credit_ends_stays(only):
    assert clean([only], title="Ambassador shot dead in Osh").body == (only,)


@pytest.mark.parametrize(
    "caption",
    [
        "The market was closed. (Photo: Steppe Wire)",
        "Photo: a market in Osh. It was closed. (Photo: Steppe Wire)",
    ],
)
def test_a_caption_by_itself_is_no_report(caption):
    assert clean([caption], title="Attack in Osh").body == ()


def test_figures_in_the_last_lines_are_no_loose_labels():
    found = clean(["Attack on the market in Osh", "Killed: 4", "Injured: 12", "Share"])
    assert found.body == ("Killed: 4", "Injured: 12")


def test_a_row_of_a_list_is_no_headline():
    bullets = clean(["• 5 dead, 17 wounded in market attack", "• Schools closed until Monday"])
    figures = clean(["Attack in Osh", "Police: 1 killed, 2 injured", "Civilians: 3 killed, 7 injured"])
    assert bullets.title is None
    assert figures.title is None
    assert len(figures.body) == 3
