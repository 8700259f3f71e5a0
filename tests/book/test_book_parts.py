"""Several targets of one attack: one incident with its parts, told in three languages, counting nobody twice."""

import json

import pytest

from oqiga.book.book import Book
from oqiga.book.deciding import decide
from oqiga.book.questions import Question, incidents, show, with_their_parts
from oqiga.errors import UsageError
from oqiga.model.decision import DecisionKind
from oqiga.model.ids import whole_and_part
from oqiga.publish.brief import make_brief
from oqiga.publish.brief_parts import part_name
from oqiga.publish.brief_text import as_markdown
from oqiga.publish.exports import export
from oqiga.read.reader import read_report
from told import report

NOW = "2026-01-01T00:00:00Z"
FIRST = {
    "en": (
        "Armed men attacked two gun shops and a National Guard base in Aqtobe on Sunday. A clerk and a guard "
        "were shot dead at one of the shops. Three soldiers were killed at the base. Ten people were wounded."
    ),
    "ru": (
        "В воскресенье в Актобе неизвестные напали на оружейный магазин и на воинскую часть. В магазине убиты "
        "двое гражданских. В воинской части погибли трое военнослужащих. Ранены десять человек."
    ),
    "kk": (
        "Қарулы топ жексенбі күні Ақтөбедегі екі қару дүкеніне және Ұлттық ұлан бөліміне шабуыл жасады. Қару "
        "дүкенінде екі тұрғын өлтірілді. Әскери бөлімде үш сарбаз қаза тапты. Он адам жараланды."
    ),
}
NEXT = {
    "en": "Seventeen people, including 11 attackers, died in the Aqtobe attacks on Sunday, the ministry said.",
    "ru": "В результате нападений в Актобе в воскресенье погибли 17 человек, включая 11 нападавших.",
    "kk": "Ақтөбедегі жексенбі күнгі шабуылдан 17 адам қаза тапты, оның 11-і шабуылдаушы.",
}
PARTS = {"en": {"gun shop", "military base"}, "ru": {"оружейный магазин", "воинская часть"},
         "kk": {"қару дүкені", "әскери бөлім"}}  # fmt: skip


@pytest.fixture
def book(tmp_path):
    with Book.open(str(tmp_path / "book.db"), create=True) as opened:
        yield opened


def add(book, text, language, published, id):
    told = report(id.removeprefix("r-"), text, published, publisher=f"Outlet {id}", language=language)
    book.add(read_report(told, gated=False), now=NOW)


def killed(incident):
    return {t.group.value: t.best for t in incident.tolls if t.outcome.value == "killed"}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_gun_shops_and_a_base_are_parts_of_one_attack(book, language):
    add(book, FIRST[language], language, "2016-06-05T18:00Z", "r-1")
    add(book, NEXT[language], language, "2016-06-06T08:00Z", "r-2")
    (whole,) = incidents(book, Question())
    assert set(whole.reports) == {"r-1", "r-2"}
    assert whole.part_of is None and len(whole.parts) == 2
    parts = show(book, whole.id).parts
    assert {part_name(each, language, among=parts) for each in parts} == PARTS[language]
    assert {each.part_of for each in parts} == {whole.id}
    assert all(each.why and each.time.start and each.time.start.startswith("2016-06-05") for each in parts)
    figures = {part_name(each, "en", among=parts): killed(each) for each in parts}
    assert figures == {"gun shop": {"civilians": 2}, "military base": {"military": 3}}
    assert killed(whole)["all"] == 17


def test_languages_mean_the_same_parts(book):
    for number, language in enumerate(FIRST):
        add(book, FIRST[language], language, f"2016-06-05T1{number}:00Z", f"r-{number}")
    (whole,) = incidents(book, Question())
    parts = show(book, whole.id).parts
    assert [len(each.reports) for each in parts] == [3, 3]
    assert {part_name(each, "ru", among=parts) for each in parts} == PARTS["ru"]


def test_a_part_is_shown_by_its_id_and_listed_only_when_asked_for(book):
    add(book, FIRST["en"], "en", "2016-06-05T18:00Z", "r-1")
    (whole,) = incidents(book, Question())
    listed = with_their_parts(book, [whole])
    assert [each.id for each in listed] == [whole.id, *whole.parts]
    for part in whole.parts:
        shown = show(book, part).incident
        assert (shown.id, shown.part_of) == (part, whole.id)
    gone = f"{whole.id}-00000000"
    assert show(book, gone).incident.id == whole.id


def test_the_id_of_a_part_leads_on_after_an_earlier_report_came_in(book):
    add(book, FIRST["en"], "en", "2016-06-05T18:00Z", "r-1")
    (whole,) = incidents(book, Question())
    add(book, FIRST["ru"], "ru", "2016-06-05T12:00Z", "r-0")
    (grown,) = incidents(book, Question())
    assert grown.id != whole.id
    for part in whole.parts:
        assert whole_and_part(show(book, part).incident.id)[1] == whole_and_part(part)[1]


def test_figures_told_for_parts_only_come_to_a_whole_and_are_no_dispute(book):
    text = (
        "Gunmen attacked a hotel and a market in Osh on Saturday. Four people were killed at the hotel. "
        "Six people were killed at the market."
    )
    add(book, text, "en", "2019-08-11", "r-1")
    (whole,) = incidents(book, Question())
    (figure,) = [t for t in whole.tolls if t.outcome.value == "killed"]
    assert (figure.low, figure.best, figure.high, figure.disputed) == (10, 10, 10, False)
    assert not whole.disputes
    assert "4 at" in figure.why and "6 at" in figure.why


@pytest.mark.parametrize(
    "later",
    [
        "A soldier wounded in Sunday's attack on a National Guard base in Aqtobe has died, bringing the toll to 19.",
        "A soldier was killed in Sunday's attack on a base in Aqtobe, bringing the death toll to 19.",
    ],
)
def test_what_all_come_to_is_not_the_toll_of_the_part_beside_it(book, later):
    add(book, FIRST["en"], "en", "2016-06-05T18:00Z", "r-1")
    add(book, later, "en", "2016-06-07T08:00Z", "r-2")
    (whole,) = incidents(book, Question())
    assert killed(whole)["all"] == 19
    assert all("all" not in killed(each) for each in show(book, whole.id).parts)


def test_those_killed_at_a_part_are_its_own_though_some_are_told_apart(book):
    text = (
        "Gunmen attacked a hotel and a market in Osh on Saturday. They stormed the hotel, killing 10 people, "
        "including two soldiers. Six people were killed at the market."
    )
    add(book, text, "en", "2019-08-11", "r-1")
    (whole,) = incidents(book, Question())
    assert sorted(killed(each)["all"] for each in show(book, whole.id).parts) == [6, 10]


def test_a_site_near_the_target_is_no_part(book):
    text = "Gunmen attacked a checkpoint at the airport in Osh on Saturday. Three people were killed at the checkpoint."
    add(book, text, "en", "2019-08-11", "r-1")
    (whole,) = incidents(book, Question())
    assert whole.parts == ()


def test_what_is_as_of_an_earlier_moment_has_the_parts_of_then(book):
    add(
        book,
        "Gunmen attacked a gun shop in Aqtobe on Sunday, killing two people.",
        "en",
        "2016-06-05T12:00Z",
        "r-0",
    )
    add(book, FIRST["en"], "en", "2016-06-05T18:00Z", "r-1")
    (now,) = incidents(book, Question())
    (then,) = incidents(book, Question(), as_of="2016-06-05T13:00Z")
    assert (len(then.parts), len(now.parts)) == (0, 2)


def test_briefs_and_exports_show_parts_and_count_them_once(book):
    add(book, FIRST["en"], "en", "2016-06-05T18:00Z", "r-1")
    (whole,) = incidents(book, Question())
    shown = show(book, whole.id)
    page = as_markdown(make_brief(shown.dossier, reports=shown.dossier.reports))
    assert "## Parts, counted above" in page and "military base" in page
    packed = json.loads(export("geojson", shown.dossier).content)
    (feature,) = packed["features"]
    assert [each["id"] for each in feature["properties"]["parts"]] == list(whole.parts)
    graph = json.loads(export("schema-org", shown.dossier).content)["@graph"]
    events = [each for each in graph if each["@type"] == "Event"]
    assert [each.get("superEvent") is not None for each in events] == [False, True, True]
    rows = export("acled-csv", shown.dossier).content.decode().splitlines()
    assert len(rows) == 2 and "part, counted above" in rows[1]


def test_a_part_cannot_be_decided_on_by_itself(book):
    add(book, FIRST["en"], "en", "2016-06-05T18:00Z", "r-1")
    (whole,) = incidents(book, Question())
    with pytest.raises(UsageError, match="is a part"):
        decide(book, DecisionKind.NOTE, [whole.parts[0]], analyst="A. Editor", reason="checked", now=NOW)
