import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from dossiers import dossier
from oqiga.model.terms import MeasureStatus
from oqiga.publish.brief_html import as_html
from oqiga.publish.brief_pdf import as_pdf
from oqiga.publish.brief_text import as_markdown
from oqiga.publish.dossier import dossier_of_records
from oqiga.publish.pictures import map_picture, timeline_picture, toll_picture
from oqiga.publish.situation import Changed, situation_brief

AS_OF = "2019-08-11T14:00:00Z"


def brief(found=None, **fields):
    return situation_brief(found or dossier(), number=3, as_of=AS_OF, **fields)


def section(found, title):
    return next((each for each in found.sections if title in each.title), None)


def changed(about, before, after, claims=()):
    return Changed("i-taraz", about, before, after, tuple(claims))


def taraz():
    found = dossier()
    return replace(found, incidents=(replace(found.incidents[0], id="i-taraz"),))


def test_it_is_numbered_and_says_as_of_when_with_highlights_first():
    found = brief()
    assert found.title == "Situation brief № 3"
    assert found.as_of.startswith("as of 11 Aug 2019, 14:00")
    (line,) = found.sections[0].lines
    assert found.sections[0].title == "Highlights"
    assert "killed: 9 or more" in line.text
    assert line.notes


def test_what_changed_since_the_last_one_is_told_with_its_sentences():
    found = taraz()
    killed = found.incidents[0].tolls[0]
    told = brief(found, since="2019-08-11T06:00:00Z", changes=[changed("killed", "6", "9", killed.claims)])
    (line,) = section(told, "Changed since").lines
    assert line.text == "killed: 6 → 9"
    assert line.notes


def test_an_incident_that_is_new_is_told_in_one_line():
    changes = [changed("title", None, "Taraz"), changed("killed", None, "9")]
    told = brief(taraz(), since="2019-08-11", changes=changes)
    assert [line.text for line in section(told, "Changed since").lines] == ["a new incident"]


def test_nothing_new_and_nothing_at_all_are_never_calm():
    told = brief(since="2019-08-11")
    assert section(told, "Changed since").lines[0].text == "Nothing new was reported."
    empty = brief(dossier_of_records([]))
    assert "does not mean that all is calm" in empty.sections[0].lines[0].text


def test_measures_in_force_have_a_section():
    assert section(brief(), "Measures in force").lines[0].text.startswith("cordon")


def test_a_measure_that_was_lifted_or_has_run_out_is_not_in_force():
    found = dossier()
    (incident, *others) = found.incidents
    (measure, *_) = incident.measures
    for ended in (
        replace(measure, status=MeasureStatus.LIFTED),
        replace(measure, valid_until="2019-08-10"),
    ):
        over = replace(incident, measures=(measure, ended))
        told = brief(replace(found, incidents=(over, *others)))
        assert section(told, "Measures in force") is None


@pytest.mark.parametrize(("lang", "title"), [("ru", "Оперативная сводка № 3"), ("kk", "Жедел мәлімет № 3")])
def test_it_speaks_russian_and_kazakh_in_every_form(lang, title):
    found = brief(lang=lang)
    pictures = {"map": map_picture(dossier().incidents, lang=lang)}
    assert as_markdown(found).startswith(f"# {title}")
    assert f"<h1>{title}</h1>" in as_html(found, lang=lang, pictures=pictures)
    at = datetime(2019, 8, 11, tzinfo=UTC)
    content = as_pdf(found, lang=lang, at=at, pictures=list(pictures.values()))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    assert title in " ".join(text.split())


def test_the_same_brief_gives_the_same_bytes():
    at = datetime(2019, 8, 11, tzinfo=UTC)
    assert as_pdf(brief(), lang="en", at=at) == as_pdf(brief(), lang="en", at=at)
    incident = dossier().incidents[0]
    assert toll_picture(incident) == toll_picture(incident)


def test_pictures_are_drawn_offline_and_only_of_what_is_known():
    incident = dossier().incidents[0]
    for content in (toll_picture(incident), map_picture([incident]), timeline_picture([incident])):
        assert content.startswith(b"\x89PNG")
    bare = replace(incident, tolls=(), places=(), time=type(incident.time)())
    assert (toll_picture(bare), map_picture([bare]), timeline_picture([bare])) == (None, None, None)


def test_words_of_reports_are_no_mathematics_in_pictures():
    incident = replace(dossier().incidents[0], title="$\\frac{1$ killed $")
    assert toll_picture(incident).startswith(b"\x89PNG")


def test_pictures_travel_in_the_page_and_beside_the_markdown():
    page = as_html(brief(), lang="en", pictures={"map": b"png"})
    assert '<img alt="map" src="data:image/png;base64,cG5n">' in page
    assert "![map](<brief-map.png>)" in as_markdown(brief(), pictures={"map": "brief-map.png"})
