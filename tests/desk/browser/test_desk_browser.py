"""The desk in Chromium. OQIGA_CHROMIUM names the program if it is not /usr/bin/chromium."""

import os
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from hostile import hostile
from oqiga.book.book import Book
from oqiga.desk.people.rights import Role
from pace import slowness

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api")

NOW = "2031-01-01T00:00:00Z"
CHROMIUM = os.environ.get("OQIGA_CHROMIUM", "/usr/bin/chromium")
AXE = Path(__file__).parent / "axe.min.js"
SCREENS = Path(__file__).parents[3] / "out" / "screens"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
WIDTHS = (390, 1280, 2560)


@pytest.fixture(scope="module")
def chromium():
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no Chromium at {CHROMIUM}")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """One person's browser at the desk; notes what it asked others for and what it complained of."""

    def __init__(self, chromium, address, desk, **options):
        self.address = address
        self.context = chromium.new_context(**options)
        word = desk.sessions.open("saule", Role.ADMIN, now=desk.now()).word
        self.context.add_cookies([{"name": "oqiga_session", "value": word, "url": address}])
        self.page = self.context.new_page()
        self.complaints, self.foreign = [], []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._heard)
        self.page.on("request", self._asked)

    def _heard(self, message):
        if message.type in ("error", "warning") and "GL Driver Message" not in message.text:
            self.complaints.append(message.text)

    def _asked(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.foreign.append(request.url)

    def go(self, path):
        self.page.goto(self.address + path)
        if self.page.query_selector("#map"):
            self.page.wait_for_selector("#map[data-ready]", timeout=30_000)
        return self.page

    def violations(self):
        # axe asks for its script to run in the page, which the policy of our pages forbids: it comes in by evaluate
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        return [
            f"{each['id']}: {node['html'][:150]}" for each in found["violations"] for node in each["nodes"]
        ]


@pytest.fixture
def visit(chromium, served, desk):
    visits = []

    def begin(**options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        visits.append(Visit(chromium, served, desk, **options))
        return visits[-1]

    yield begin
    for each in visits:
        complaints, foreign = each.complaints, each.foreign
        each.context.close()
        assert complaints == []
        assert foreign == []


def largest(desk):
    from oqiga.book.questions import incidents
    from oqiga.ledger.asking import Question

    return max(incidents(desk.book, Question()), key=lambda each: (len(each.reports), each.id))


def test_in_ten_seconds_what_is_known_who_says_so_and_what_changed(visit, desk):
    page = visit().go("/")
    one = largest(desk)
    killed = next(toll for toll in one.tolls if toll.outcome == "killed" and toll.group == "all")
    row = page.locator(f'[data-id="{one.id}"]')
    assert str(killed.best) in row.locator(".number").inner_text()
    assert row.locator(".change").inner_text()
    row.locator("h2 a").click()
    page.wait_for_selector(".figures")
    for selector in (".figure.first .number", ".figure.first .who", ".changed li"):
        box = page.locator(selector).first.bounding_box()
        assert box["y"] + box["height"] < 900, f"{selector} is below the first screen"
    page.locator(".figure.first a.words").first.click()
    page.wait_for_selector("#drawer .ground mark")
    words = page.locator("#drawer .ground").first
    assert str(killed.best) in words.inner_text() and words.locator(".cite a").count() == 1


def test_the_slider_shows_the_page_as_known_then(visit, desk):
    page = visit().go(f"/incidents/{largest(desk).id}")
    before = page.locator(".figure.first .number").inner_text()
    reports = page.locator('[data-live="meta"]').inner_text()
    page.locator("#moment").focus()
    page.keyboard.press("Home")
    page.wait_for_selector(".whole.past")
    assert "as_of=" in page.url
    assert page.locator('[data-live="meta"]').inner_text() != reports
    assert page.locator("#h-changed").inner_text() == "What changed since then"
    page.reload()
    assert page.locator(".whole.past").count() == 1
    page.locator(".back-now").click()
    page.wait_for_selector(".whole:not(.past)")
    assert page.locator(".figure.first .number").inner_text() == before


def test_a_report_another_process_adds_appears_within_two_seconds(visit, folder):
    page = visit().go("/")
    page.wait_for_timeout(800)
    with Book.open(str(folder / "book.db")) as other:
        added = other.add(hostile(), now=NOW)
    page.wait_for_selector(f'[data-id="{added.incidents[0]}"]', timeout=2_000 * slowness())


def test_a_phone_shows_the_whole_bar_and_no_broken_words_in_any_language(visit, desk):
    desk.log.note("saule", "export", "geojson", address="203.0.113.77", now=desk.now())
    held = visit(viewport={"width": 390, "height": 844})
    for lang in ("en", "ru", "kk"):
        page = held.go(f"/?lang={lang}")
        last = page.locator(".bar nav a").last.bounding_box()
        assert last["x"] + last["width"] <= 390, lang
        ago = page.locator("time[data-ago]").inner_text()
        assert not ago.startswith("-"), "the browser has no words for this language"
        for path in ("/add", "/review", "/reports", "/people"):
            page = held.go(path)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, (lang, path)
        heads = page.locator("th").evaluate_all("all => all.map(each => each.getClientRects()[0].height)")
        assert heads and max(heads) < 40, f"words of the log are cut in {lang}"


FEED = """
window.EventSource = class extends EventTarget {
  constructor() { super(); window.feed = this; }
  close() {}
};
"""
STREAM = """() => setInterval(() => window.feed.dispatchEvent(
  new MessageEvent("revision", { data: JSON.stringify({ incidents: [] }) })), 30)"""


def test_the_page_follows_and_rests_while_entries_keep_coming(visit):
    held = visit()
    held.page.add_init_script(FEED)
    page, looks = held.go("/"), []
    page.on("request", lambda request: looks.append(time.monotonic()) if request.url == page.url else None)
    page.evaluate(STREAM)
    begun = time.monotonic()
    page.wait_for_timeout(slowness() * 1_000 + 3_000)
    assert looks[0] - begun < slowness() * 2
    assert len(looks) >= 2
    assert all(after - before > 0.9 for before, after in pairwise(looks))


def test_review_by_keyboard_and_undo(visit, desk):
    doubtful = hostile()
    claims = tuple(replace(each, confidence=0.3) for each in doubtful.claims)
    desk.book.add(replace(doubtful, claims=claims), now=NOW)
    held = visit()
    page = held.go("/review")
    question = page.locator(".question:has(summary[data-key=s])").first
    question.focus()
    page.keyboard.press("s")
    page.keyboard.type("a rumour")
    page.keyboard.press("Enter")
    page.wait_for_selector("#done")
    assert [line.what for line in desk.log.latest(1)] == ["strike"]
    page.locator(".question").first.focus() if page.locator(".question").count() else None
    with page.expect_navigation():
        page.locator("#done button").click()
    assert [line.what for line in desk.log.latest(1)] == ["withdraw"]


def test_hostile_words_do_nothing(visit, desk):
    added = desk.book.add(hostile(long=100_000), now=NOW)
    held = visit()
    for path in ("/", f"/incidents/{added.incidents[0]}", "/reports/r-666", "/review"):
        page = held.go(path)
        assert page.evaluate("window.harmed") is None
        width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width <= 0, f"{path} is too wide"


def test_pages_work_without_scripts(visit, desk):
    held = visit(java_script_enabled=False)
    page = held.page
    page.goto(f"{held.address}/incidents/{largest(desk).id}")
    page.select_option("#as_of", index=0)
    page.locator(".slider button").click()
    page.wait_for_selector(".whole.past")
    page.locator(".figure.first a.words").first.click()
    page.wait_for_selector(".ground mark")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_screens_are_kept(visit, desk, theme):
    one = largest(desk)
    report = one.reports[0]
    paths = {
        "front": "/",
        "front-filtered": "/?search=zzz&min_killed=1",
        "incident": f"/incidents/{one.id}",
        "report": f"/reports/{report}",
        "reports": "/reports",
        "review": "/review",
        "history": "/history",
        "add": "/add",
        "people": "/people",
        "missing": "/incidents/i-none",
    }
    SCREENS.mkdir(parents=True, exist_ok=True)
    held = visit(color_scheme=theme, reduced_motion="reduce")
    found = {}
    for name, path in paths.items():
        page = held.go(path)
        found[name] = held.violations()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900 if width < 2000 else 1440})
            page.screenshot(
                path=SCREENS / f"{name}-{width}-{theme}.png", full_page=name not in ("front", "incident")
            )
        page.set_viewport_size({"width": 1280, "height": 900})
    held.go(f"/incidents/{one.id}").locator(".figure a.words").first.click()
    held.page.wait_for_selector("#drawer .ground")
    found["drawer"] = held.violations()
    for lang in ("ru", "kk"):
        for name in ("front", "incident", "report", "review", "add"):
            held.go(f"{paths[name]}?lang={lang}")
            found[f"{name}-{lang}"] = held.violations()
    held.complaints[:] = [each for each in held.complaints if "404" not in each]
    assert {name: each for name, each in found.items() if each} == {}
