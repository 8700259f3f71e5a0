"""The brief in Russian and Kazakh: every phrase of the interface is in the catalogues, no English in between."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dossiers import record
from oqiga.model.claims import Toll
from oqiga.model.incident import Dispute
from oqiga.model.phrase import phrase
from oqiga.model.terms import Certainty
from oqiga.publish import labels
from oqiga.publish.brief import brief_of_record
from oqiga.publish.brief_text import as_terminal_text
from oqiga.publish.words import INTERFACE_LANGUAGES, counted, translator

SOURCE = Path(__file__).parents[2] / "src" / "oqiga"
SAID = re.compile(r"""\bsay\(\s*(["'])([^"'{]+)\1\s*\)""")
TRANSLATED = sorted(set(INTERFACE_LANGUAGES) - {"en"})


def phrases():
    for path in sorted((SOURCE / "publish").glob("*.py")):
        yield from (match[2] for match in SAID.finditer(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_phrase_of_the_brief_is_in_the_catalogue(language):
    said = set(phrases())
    assert {"Disputed", "or more"} <= said
    assert {phrase for phrase in said if translator(language)(phrase) == phrase} == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_group_has_its_form_behind_a_number(language):
    for group, many in labels.GROUPS.items():
        if many != "people":
            one = labels.ONE_OF[group]
            assert {counted(one, many, number, language) for number in (1, 2, 5)}.isdisjoint({one, many})


@pytest.mark.parametrize(
    ("number", "language", "written"),
    [
        (1, "ru", "ребёнок"), (3, "ru", "ребёнка"), (5, "ru", "детей"), (21, "ru", "ребёнок"),
        (1, "kk", "бала"), (5, "kk", "бала"), (1, "en", "child"), (5, "en", "children"),
    ],
)  # fmt: skip
def test_a_number_takes_its_form(number, language, written):
    assert counted("child", "children", number, language) == written


def disputed():
    made = record()
    killed = [claim for claim in made.claims if isinstance(claim, Toll)][:2]
    denial = replace(killed[1], certainty=Certainty.DENIED)
    claims = tuple(denial if claim.id == denial.id else claim for claim in made.claims)
    dispute = Dispute(
        about="killed",
        claims=(killed[0].id, denial.id),
        why="Health Ministry says 9 or more; Health Ministry denies 6",
        subject=phrase("about_figure", outcome="killed", group="all"),
        reasons=(
            phrase("says", speaker="Health Ministry", figure=phrase("open", low=9)),
            phrase("denies", speaker="Health Ministry", figure=6),
        ),
    )
    incidents = tuple(replace(incident, disputes=(dispute,)) for incident in made.incidents)
    return replace(made, claims=claims, incidents=incidents)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "killed: Health Ministry says 9 or more; Health Ministry denies 6"),
        ("ru", "погибли: Health Ministry – 9 или больше; Health Ministry отрицает: 6"),
        ("kk", "қаза тапқандар: Health Ministry – 9 немесе одан көп; Health Ministry жоққа шығарады: 6"),
    ],
)  # fmt: skip
def test_a_dispute_is_told_in_the_language_of_the_brief(language, line):
    brief = brief_of_record(disputed(), lang=language)
    assert line in [each.text for section in brief.sections for each in section.lines]


@pytest.mark.parametrize(
    ("language", "warning"),
    [
        ("ru", "время публикации неизвестно: не определено выражений времени – 3"),
        ("kk", "жарияланған уақыты белгісіз: анықталмаған уақыт тіркестері – 3"),
    ],
)
def test_a_warning_of_the_reader_is_translated(language, warning):
    warned = replace(
        record(), warnings=("publication time unknown: 3 expressions of time stay unresolved", "page cut {")
    )
    assert brief_of_record(warned, lang=language).warnings == (warning, "page cut {")


def test_a_long_label_keeps_its_distance_from_the_figure():
    text = as_terminal_text(brief_of_record(record(), lang="kk"), width=100).plain
    assert "қаза тапқандар 9 немесе одан көп" in text


def test_a_heading_tells_the_day_in_the_readers_language():
    from dossiers import dossier
    from oqiga.publish.brief_sections import headline
    from oqiga.publish.words import translator

    (incident,) = dossier().incidents
    assert headline(incident, translator("ru"), "ru").endswith("Taraz, 10 авг. 2019")
