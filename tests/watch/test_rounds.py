import json
import random

import pytest

from notices import notice
from oqiga.gather.fetch import GuardedFetcher
from oqiga.gather.inputs import gather
from oqiga.watch.feedlist import FeedList
from oqiga.watch.rounds import Watch
from oqiga.watch.state import load_state


class Clock:
    def __init__(self):
        self.now = 1_465_000_000.0

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


def watching(outlets, clock, tmp_path, entered, **settings):
    feeds = FeedList.model_validate(
        {
            "feed": [{"name": "Wire", "url": f"{outlets.root}/rss", "zone": "Asia/Almaty"}],
            "pause": 1.5,
            **settings,
        }
    )

    def enter(parts):
        statuses = ["revised" if raw.subject in entered else "entered" for raw in parts]
        for raw in parts:
            entered.setdefault(raw.subject, []).append(raw)
        return statuses

    return Watch(
        feeds,
        load_state(tmp_path / "memory.json"),
        fetcher=GuardedFetcher(allowed=["127.0.0.1"], timeout_s=2),
        enter=enter,
        memory=tmp_path / "memory.json",
        clock=clock,
        sleep=clock.sleep,
        rng=random.Random(1),
    )


def statuses(looks):
    return [(look.status, look.url.rsplit("/", 1)[1]) for look in looks]


def test_new_reports_are_entered_once_and_known_with_what_the_feed_says(outlets, clock, tmp_path):
    outlets.feed("/rss", ["/a", "/b"])
    outlets.article("/a", "Two killed", "Two people were killed.")
    outlets.article("/b", "Three hurt", "Three people were hurt.")
    entered = {}
    watch = watching(outlets, clock, tmp_path, entered, recheck_hours=[])
    assert statuses(watch.run_round()) == [("entered", "a"), ("entered", "b")]
    clock.now += 3600
    assert statuses(watch.run_round()) == []
    (raw,) = entered[f"{outlets.root}/a"]
    assert (raw.known.publisher, raw.known.published) == ("Wire", "2016-06-05T13:30:00Z")


def test_a_restart_after_a_kill_loses_and_doubles_nothing(outlets, clock, tmp_path):
    outlets.feed("/rss", ["/a", "/b", "/c"])
    for path in ("/a", "/b", "/c"):
        outlets.article(path, path, "Two people were killed.")
    entered = {}
    looks = watching(outlets, clock, tmp_path, entered, recheck_hours=[]).run_round()
    next(looks)
    looks.close()  # killed between two pages: nothing was remembered yet
    assert statuses(watching(outlets, clock, tmp_path, entered, recheck_hours=[]).run_round())[0][1] == "a"
    assert set(entered) == {f"{outlets.root}{path}" for path in ("/a", "/b", "/c")}
    clock.now += 3600
    assert statuses(watching(outlets, clock, tmp_path, entered, recheck_hours=[]).run_round()) == []


def test_a_changed_page_is_looked_at_again(outlets, clock, tmp_path):
    outlets.feed("/rss", ["/a"])
    outlets.article("/a", "Two killed", "Two people were killed.", ETag='"1"')
    entered = {}
    watch = watching(outlets, clock, tmp_path, entered, recheck_hours=[1, 6])
    list(watch.run_round())
    clock.now += 3700
    assert ("known", "a") in statuses(watch.run_round())
    outlets.article("/a", "Three killed", "Three people were killed.", ETag='"2"')
    clock.now += 6 * 3600
    assert ("revised", "a") in statuses(watch.run_round())


def test_a_feed_that_fails_is_asked_less_and_less_and_comes_back(outlets, clock, tmp_path):
    outlets.put("/rss", b"down", status=500)
    watch = watching(outlets, clock, tmp_path, {})
    (look,) = watch.run_round()
    assert (look.status, "500" in look.why) == ("failed", True)
    first = watch.seconds_to_next()
    clock.now += first + 1
    list(watch.run_round())
    assert watch.seconds_to_next() > 1.5 * first
    outlets.feed("/rss", [])
    clock.now += 7 * 3600
    assert list(watch.run_round()) == []


def test_robots_are_respected_and_one_host_is_not_hurried(outlets, clock, tmp_path):
    outlets.put("/robots.txt", "User-agent: *\nDisallow: /secret", kind="text/plain")
    outlets.feed("/rss", ["/secret", "/a"])
    outlets.article("/a", "Two killed", "Two people were killed.")
    began = clock.now
    looks = statuses(watching(outlets, clock, tmp_path, {}).run_round())
    assert looks == [("disallowed", "secret"), ("entered", "a")]
    assert "/secret" not in outlets.asked
    assert clock.now - began >= 3.0


def test_a_silent_feed_is_told_from_one_that_speaks(outlets, clock, tmp_path):
    outlets.feed("/rss", ["/a"])
    outlets.article("/a", "Two killed", "Two people were killed.")
    watch = watching(outlets, clock, tmp_path, {})
    assert [name for name, _ in watch.silent()] == ["Wire"]
    list(watch.run_round())
    assert watch.silent() == []
    clock.now += 31 * 60
    assert [name for name, _ in watch.silent()] == ["Wire"]


def test_a_page_that_cannot_be_had_at_first_is_not_lost(outlets, clock, tmp_path):
    outlets.feed("/rss", ["/a"])
    outlets.put("/a", b"overloaded", status=503)
    entered = {}
    watch = watching(outlets, clock, tmp_path, entered, recheck_hours=[])
    assert statuses(watch.run_round()) == [("failed", "a")]
    outlets.article("/a", "Two killed", "Two people were killed.")
    clock.now += 3600
    assert statuses(watch.run_round()) == [("entered", "a")]
    clock.now += 3600
    assert list(watch.run_round()) == []


def test_a_page_that_never_comes_is_given_up(outlets, clock, tmp_path):
    outlets.feed("/rss", ["/a"])
    outlets.put("/a", b"gone", status=410)
    watch = watching(outlets, clock, tmp_path, {}, recheck_hours=[])
    looks = 0
    for _ in range(30):
        looks += len(list(watch.run_round()))
        clock.now += 8 * 3600
    assert looks == 8


def test_a_live_blog_is_looked_at_soon_and_entered_post_by_post(outlets, clock, tmp_path):
    def posts(*minutes):
        updates = [
            {
                "articleBody": f"At {each} past three two people were killed.",
                "datePublished": f"2016-06-05T15:{each}:00",
            }
            for each in minutes
        ]
        packed = json.dumps({"@type": "LiveBlogPosting", "headline": "Attack", "liveBlogUpdate": updates})
        outlets.put("/live", f'<html><script type="application/ld+json">{packed}</script></html>')

    outlets.feed("/rss", ["/live"])
    posts(10, 20)
    entered = {}
    watch = watching(outlets, clock, tmp_path, entered)
    assert [look.status for look in watch.run_round()] == ["entered", "entered"]
    assert len({each[0].known.url for each in entered.values()}) == 2
    assert watch.seconds_to_next() <= 11 * 60
    posts(10, 20, 30)
    clock.now += 12 * 60
    assert len(list(watch.run_round())) == 3
    assert {gather(each[0]).published[-6:] for each in entered.values()} == {"+06:00"}


def test_a_notice_in_pdf_is_read_as_one(outlets, clock, tmp_path):
    outlets.feed("/rss", ["/notice.pdf"])
    outlets.put("/notice.pdf", notice("Two people were killed in the city."), kind="application/pdf")
    entered = {}
    list(watching(outlets, clock, tmp_path, entered).run_round())
    (raw,) = entered[f"{outlets.root}/notice.pdf"]
    assert b"Two people were killed" in raw.content


@pytest.mark.parametrize("hours", [3, 24 * 365])
def test_a_clock_that_is_set_back_delays_no_look(outlets, clock, tmp_path, hours):
    outlets.feed("/rss", ["/a"])
    outlets.article("/a", "Two killed", "Two people were killed.")
    entered, started = {}, clock.now
    watch = watching(outlets, clock, tmp_path, entered, recheck_hours=[1])
    clock.now += hours * 3600
    list(watch.run_round())
    clock.now = started + 60
    outlets.feed("/rss", ["/a", "/b"])
    outlets.article("/b", "Three hurt", "Three people were hurt.")
    assert ("entered", "b") in statuses(watch.run_round())
    assert clock.now - started < 60 + 10  # no pause between two requests was hours long
