import pytest

from dossiers import TEXT, at, record
from oqiga.errors import UsageError
from oqiga.model.claims import Measure, Place
from oqiga.model.record import Record
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.terms import MeasureStatus, MeasureType, PlacePrecision
from oqiga.pipeline import read_text
from oqiga.publish.brief import brief_of_record
from oqiga.publish.brief_sections import measure_lines
from oqiga.publish.brief_text import as_markdown, as_terminal_text
from oqiga.publish.brief_tolls import toll_lines
from oqiga.publish.notebook import Notebook
from oqiga.publish.sentences import sentence_around
from oqiga.publish.words import INTERFACE_LANGUAGES, spoken_date, translator
from oqiga.reconcile.settle import settle
from oqiga.reconcile.standing import series
from told import told, toll


def test_a_figure_stands_with_its_source_its_history_and_its_words():
    brief = brief_of_record(record())
    text = as_terminal_text(brief, width=100).plain
    assert "killed        9 or more" in text
    assert "Health Ministry" in text
    assert "3 attackers" in text
    assert "[1]" in text
    assert "raising an earlier toll of six." in text


def test_what_happened_stands_with_who_says_so_also_where_nobody_was_hurt():
    text = "Gunmen stormed a hotel in Taraz on Friday, police said."
    brief = brief_of_record(read_text(Report(id="r", published="2019-08-11", language="en", text=text)))
    assert "what happened armed attack" in as_terminal_text(brief, width=100).plain
    (line,) = brief.sections[0].lines
    assert (line.figure, line.text) == ("armed attack", "attackers: Gunmen · source: police")
    assert [note.quote for note in brief.notes] == [text]


def test_an_attack_that_is_denied_is_called_so():
    text = "The ministry denied reports of an attack on a school in Taraz."
    brief = brief_of_record(read_text(Report(id="r", published="2019-08-11", language="en", text=text)))
    assert brief.title == "Armed attack on school in Taraz (denied)"
    assert brief.sections[0].lines[0].text == "ministry · denied"


def test_every_line_is_followed_by_words_that_stand_in_the_report():
    brief = brief_of_record(record())
    assert all(line.notes for section in brief.sections for line in section.lines)
    for note in brief.notes:
        assert note.quote in " ".join(TEXT.split())


@pytest.mark.parametrize(("lang", "shown"), [("en", "up to 30"), ("ru", "до 30")])
def test_the_most_there_can_be_is_no_count_and_hearsay_is_called_so(lang, shown):
    rumour = toll("a", 0, 30, by=("residents", "witness"), certainty="reported")
    settled, _ = settle(series([told(rumour, 1, "2019-08-11")], {}))
    say, notebook = translator(lang), Notebook({"a": rumour}, {}, lang)
    (line,) = toll_lines([settled], notebook, say)
    assert settled.at_most
    assert line.figure == shown
    assert line.text.endswith(say("hearsay"))
    assert "Told as hearsay" in settled.why


def test_a_denial_stands_beside_those_who_tell_of_an_attack():
    text = "Residents said gunmen attacked a school in Taraz. Police denied that gunmen had attacked a school in Taraz."
    brief = brief_of_record(read_text(Report(id="r", published="2019-08-11", language="en", text=text)))
    assert (
        brief.sections[0].lines[0].text == "attackers: gunmen · source: Residents · hearsay · denied: Police"
    )


def test_an_unread_report_says_so():
    report = Report(
        id="r2", title="Harvest is good", published="2019-08-11", language="en", text="Wheat grew well."
    )
    brief = brief_of_record(Record(report=report, relevant=False, relevance=0.01))
    assert brief.title == "Harvest is good: not about violence; left unread"
    assert brief.sections == ()


@pytest.mark.parametrize(("lang", "word"), [("en", "killed"), ("ru", "погибли"), ("kk", "қаза тапқандар")])
def test_the_brief_speaks_three_languages_and_quotes_the_original(lang, word):
    text = as_terminal_text(brief_of_record(record(), lang=lang), width=100).plain
    assert word in text
    assert "stormed a bus station" in text


def test_an_unknown_interface_language_is_refused():
    with pytest.raises(UsageError, match="no interface in 'fr'"):
        brief_of_record(record(), lang="fr")


def test_every_phrase_is_translated():
    from oqiga.publish import labels

    phrases = {
        phrase
        for table in (
            labels.OUTCOMES,
            labels.GROUPS,
            labels.ONE_OF,
            labels.EVENTS,
            labels.MEASURES,
            labels.STANDINGS,
            labels.BASES,
        )
        for phrase in table.values()
    }
    for language in set(INTERFACE_LANGUAGES) - {"en"}:
        assert {phrase for phrase in phrases if translator(language)(phrase) == phrase} == set()


def test_markdown_of_a_hostile_report_is_inert():
    markdown = as_markdown(brief_of_record(record(title="[x](http://evil) <b>")))
    assert "<script>" not in markdown
    assert "](http" not in markdown


@pytest.mark.parametrize(
    ("moment", "written"),
    [("2016", "2016"), ("2016-06", "June 2016"), ("2016-06-05", "Jun 5, 2016")],
)
def test_a_date_is_written_with_the_precision_it_has(moment, written):
    assert spoken_date(moment, "en") in (written, "5 Jun 2016")


def test_a_sentence_is_cut_at_its_own_ends():
    assert sentence_around(TEXT, at("Three of the dead")).of(TEXT) == "Three of the dead were attackers."


def test_an_abbreviation_ends_no_sentence():
    text = "Police chief Gen. Omarov and Mr. Aliyev said two died. It was late."
    assert sentence_around(text, at("two died", text)).of(text) == text.removesuffix(" It was late.")


def test_a_few_quoted_words_from_inside_a_sentence_are_no_statement():
    text = (
        'Gunmen killed four people in Osh, police said. The mayor condemned the "cowardly and barbaric act". '
        '"They shot at everyone," said Anna Omarova, a teacher.'
    )
    told = read_text(Report(id="r", text=text, language="en", published="2019-08-11"))
    told = as_terminal_text(brief_of_record(told), width=100).plain
    assert "“They shot at everyone” — Anna Omarova" in told
    assert "“cowardly and barbaric act”" not in told


def test_a_measure_told_in_several_states_is_one_line_with_the_last_first():
    def level(id, status, name):
        return Measure(
            id=id,
            span=Span(0, 4),
            quote="xxxx",
            type=MeasureType.ALERT_LEVEL,
            level=name,
            status=MeasureStatus(status),
        )

    told = [level("a", "in_force", "Red"), level("b", "in_force", "red"), level("c", "in_force", "yellow")]
    say = translator("en")
    lines = measure_lines([*told, level("d", "lifted", "yellow")], Notebook({}, {}, "en"), say)
    assert [line.text for line in lines] == [
        "alert level “yellow” · lifted · earlier “red” in force, “yellow” in force"
    ]


@pytest.mark.parametrize(("lang", "where"), [("en", "Kazakhstan"), ("ru", "Казахстан"), ("kk", "Қазақстан")])
def test_a_whole_country_is_called_as_the_reader_calls_it(lang, where):
    def told(precision, name):
        place = Place(name=name, country="KZ", precision=precision, span=Span(0, 4))
        return Measure(
            id=name,
            span=Span(0, 4),
            quote="xxxx",
            type=MeasureType.CURFEW,
            status=MeasureStatus.IN_FORCE,
            places=(place,),
        )

    measures = [told(PlacePrecision.COUNTRY, "Kazakhstan"), told(PlacePrecision.CITY, "Aqtobe")]
    lines = [line.text for line in measure_lines(measures, Notebook({}, {}, lang), translator(lang))]
    assert f", {where} · " in lines[0]
    assert ", Aqtobe · " in lines[1]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The Interior Ministry denied reports of a shooting in Taraz. Residents said that a shooting took place in Taraz.",
            "Armed attack in Taraz (denied)",
        ),
        (
            "The Interior Ministry denied reports of a shooting in Taraz. The army said that a shooting took place in Taraz.",
            "Armed attack in Taraz",
        ),
    ],
)
def test_what_only_residents_tell_and_an_office_denies_is_called_denied(text, title):
    brief = brief_of_record(read_text(Report(id="r", published="2019-08-11", language="en", text=text)))
    assert brief.title == title
