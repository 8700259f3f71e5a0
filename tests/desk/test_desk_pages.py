import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from hostile import hostile
from oqiga.desk.pages.shell import environment
from oqiga.desk.views import words
from oqiga.publish import labels

NOW = "2031-01-01T00:00:00Z"
PLACES = (words.PRECISIONS, labels.STAGES, words.SOURCES, words.KINDS)
PACKAGE = Path(str(files("oqiga.desk")))


class Tags(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def first(client):
    return re.search(r'data-id="([^"]+)"', client.get("/").text).group(1)


def addresses(client):
    one = first(client)
    report = re.search(r'href="(/reports/[^"]+)"', client.get("/reports").text).group(1)
    words_of = re.search(r'href="(/incidents/[^"]+/words\?[^"]+)"', client.get(f"/incidents/{one}").text)
    return ["/", f"/incidents/{one}", words_of.group(1).replace("&amp;", "&"), "/reports", report, "/review",
            "/history", "/add", "/people"]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_every_page_is_whole_and_strict(enter, lang):
    client = enter()
    for address in addresses(client):
        answer = client.get(address, params={"lang": lang} if "?" not in address else None)
        assert answer.status_code == 200, address
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy and "default-src 'none'" in policy
        tags = Tags(answer.text).found
        assert sum(tag == "h1" for tag, _ in tags) == 1, address
        assert sum(tag == "main" for tag, _ in tags) == 1
        assert not any(name.startswith("on") or name == "style" for _, found in tags for name in found)
        sources = [
            found.get("src") or found.get("href") for tag, found in tags if tag in ("script", "link", "img")
        ]
        assert all(each.startswith("/static/") for each in sources if each)
        ids = [found["id"] for _, found in tags if "id" in found]
        assert len(ids) == len(set(ids)), address


def test_who_is_not_signed_in_is_led_to_the_form_and_back(nobody):
    answer = nobody.get("/incidents/i-1?as_of=2020", follow_redirects=False)
    assert answer.headers["location"] == "/sign-in?back=%2Fincidents%2Fi-1%3Fas_of%3D2020"


@pytest.mark.parametrize("address", ["/add", "/people"])
def test_a_reader_sees_no_door_and_finds_none(enter, address):
    reader = enter(role="reader")
    assert f'href="{address}"' not in reader.get("/").text
    assert reader.get(address).status_code == 403


def test_names_and_words_of_one_session_never_reach_another(enter):
    ana, saule = enter(name="ana"), enter(name="saule")
    first_page, second_page = ana.get("/").text, saule.get("/").text
    assert ana.csrf in first_page and ana.csrf not in second_page
    assert "saule" in second_page and "saule" not in first_page


def test_hostile_words_stay_words(enter, desk):
    client = enter()
    desk.book.add(hostile(), now=NOW)
    one = next(
        e["id"] for e in client.get("/api/v1/incidents").json()["incidents"] if "r-666" in e["reports"]
    )
    for address in ("/", f"/incidents/{one}", f"/incidents/{one}/words?outcome=killed&group=all", "/reports",
                    "/reports/r-666", "/review"):  # fmt: skip
        page = client.get(address).text
        tags = Tags(page).found
        assert all(
            tag != "script" or found.get("src") or found["type"] == "application/json" for tag, found in tags
        )
        assert not any(tag == "img" for tag, _ in tags)
        assert "\u202e" not in page and "\u2066" not in page
    assert "⟨U+202E⟩" in client.get("/reports/r-666").text


def test_a_line_of_a_megabyte_is_cut_in_lists_and_whole_in_its_report(enter, desk):
    client = enter()
    desk.book.add(hostile(long=1_000_000), now=NOW)
    assert len(client.get("/").text) < 200_000
    assert len(client.get("/reports").text) < 200_000
    assert len(client.get("/reports/r-666").text) > 1_000_000


def test_filters_stand_in_the_address_and_in_the_form(enter):
    client = enter()
    page = client.get("/?search=bomb&min_killed=2&type=bombing&disputed=").text
    assert 'value="bomb"' in page and '<option value="bombing" selected>' in page and 'value="2"' in page
    assert "no place called" in client.get("/?near=Nowhereatall").text


def test_a_page_of_the_past_says_so(enter, desk):
    client = enter()
    one = first(client)
    reports = client.get(f"/api/v1/incidents/{one}").json()["reports"]
    published = [client.get(f"/api/v1/reports/{each}").json()["report"]["published"] for each in reports]
    page = client.get(f"/incidents/{one}", params={"as_of": min(published)}).text
    assert 'class="whole past"' in page and "What changed since then" in page


def test_decisions_by_form_can_be_undone(enter, desk):
    client = enter(name="saule", role="analyst")
    one = next(e for e in client.get("/api/v1/incidents").json()["incidents"] if e["tolls"])
    claim = one["tolls"][0]["claims"][0]
    form = {
        "csrf": client.csrf,
        "kind": "strike",
        "about": claim,
        "reason": "a rumour",
        "back": "/review?done=d-1",
    }
    answer = client.post("/decide", data=form, follow_redirects=False)
    back = answer.headers["location"]
    assert re.fullmatch(r"/review\?done=d-[0-9a-f]+", back)
    assert "a rumour" in client.get("/history").text
    undo = {
        "csrf": client.csrf,
        "kind": "withdraw",
        "about": back.split("=")[1],
        "reason": "no",
        "back": "//x.org",
    }
    assert (
        client.post("/decide", data=undo, follow_redirects=False).headers["location"].startswith("/review?")
    )
    assert "a rumour" not in client.get("/history").text
    assert [line.what for line in desk.log.latest(2)] == ["withdraw", "strike"]


def test_a_correction_sends_only_what_was_changed(enter):
    client = enter()
    one = next(e for e in client.get("/api/v1/incidents").json()["incidents"] if e["tolls"])
    toll = one["tolls"][0]
    form = {
        "csrf": client.csrf,
        "kind": "correct",
        "about": toll["claims"][0],
        "reason": "misread",
        "back": "/",
    }
    form |= {"was_low": "1", "value_low": "77", "was_high": "1", "value_high": "77"}
    form |= {"was_outcome": "killed", "value_outcome": "killed"}
    assert client.post("/decide", data=form, follow_redirects=False).status_code == 303
    (decision,) = client.get("/api/v1/decisions").json()["decisions"]
    assert decision["values"] == {"low": 77, "high": 77}
    for page in ("/history", f"/incidents/{one['id']}"):
        shown = client.get(page).text
        assert "low = 77, high = 77" in shown or "high = 77, low = 77" in shown
        assert "built-in" not in shown
    form["value_low"] = "many"
    assert client.post("/decide", data=form).status_code == 400


def test_pasted_text_is_read_and_entered(enter):
    client = enter()
    text = "Four people were killed and six were wounded when gunmen attacked a market in Taraz, Kazakhstan, on Sunday."
    form = {"csrf": client.csrf, "text": text, "published": "2016-06-06"}
    page = client.post("/add", data=form, files={"files": ("", b"")}).text
    assert "killed: 4" in page
    report = re.search(r'href="(/reports/r-[^"#]+)"', page).group(1)
    assert '<mark class="toll"' in client.get(report).text
    refused = client.post("/add", data={"csrf": client.csrf}, files={"files": ("x.txt", b"\x00\x01\x02")})
    assert "note bad" in refused.text


def test_a_figure_of_the_headline_alone_is_warned_of_in_the_readers_language(enter):
    client = enter()
    text = "Gunmen attacked a market in Taraz, Kazakhstan, on Sunday, police said."
    form = {"csrf": client.csrf, "text": text, "published": "2016-06-06", "title": "Nine dead in Taraz"}
    page = client.post("/add?lang=ru", data=form, files={"files": ("", b"")}).text
    warning = "число погибших названо только в заголовке"
    assert warning in page
    assert "killed" not in page
    for path in re.findall(r'href="(/(?:reports/r-|incidents/i-)[^"#]+)"', page):
        assert warning in client.get(path, params={"lang": "ru"}).text, path


def test_phrases_of_the_pages_are_in_both_catalogues():
    phrases = set().union(*(set(each.values()) for each in PLACES))
    for path in [*PACKAGE.rglob("*.j2"), *PACKAGE.rglob("*.py")]:
        phrases |= set(re.findall(r'\bsay\("((?:[^"\\]|\\.)*)"\)', path.read_text(encoding="utf-8")))
    assert len(phrases) > 150
    for code in ("ru", "kk"):
        with (files("oqiga.publish") / "locale" / f"{code}.po").open("rb") as opened:
            known = {str(each.id) for each in read_po(opened) if each.id and each.string}
        assert phrases - known == set()


def test_assets_are_shipped_small_and_licensed():
    static = PACKAGE / "static"
    assert sum(path.stat().st_size for path in static.rglob("*") if path.is_file()) < 4_000_000
    for folder in (static / "vendor" / "maplibre-gl", static / "vendor" / "uplot", static / "shapes"):
        assert any(path.name.startswith("LICENSE") for path in folder.iterdir())


def test_templates_compile():
    made = environment()
    for name in made.list_templates():
        made.get_template(name)
