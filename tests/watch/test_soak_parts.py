"""The parts of the soak that need no hours: its outlets, its clock, and how it reads its own measures."""

import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture
def soaking(monkeypatch):
    """The modules of the soak, importable as they are to the script."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from soaking import measuring, outlets, processes

    return {"measuring": measuring, "outlets": outlets, "processes": processes}


def told(count):
    from oqiga.simulate.coverage import cover
    from oqiga.simulate.world import make_world

    return cover(make_world(seed=2, incidents=4, days=10), seed=2, reports=count)


def test_outlets_announce_more_and_more_and_change_what_they_told(soaking, monkeypatch):
    outlets = soaking["outlets"]
    monkeypatch.setattr(outlets, "CHANGED_AFTER_S", 0.5)
    served = outlets.GrowingOutlets(told(20), feeds=2, every=0.1)
    try:
        first = urllib.request.urlopen(f"{served.root}/0/page/0").read().decode()
        assert served.answer("/1/page/19") == b""
        time.sleep(1.0)
        assert 8 <= served.announced <= 20
        assert served.answer("/0/rss").count(b"<item>") >= 4
        assert outlets.CHANGE not in first
        assert outlets.CHANGE in served.answer("/0/page/0").decode()
        served.stop()
        stopped = served.announced
        time.sleep(0.3)
        assert served.announced == stopped == len(list(served.pages()))
    finally:
        served.close()


def test_the_clock_of_a_process_is_moved_and_what_it_waits_is_not(soaking, tmp_path):
    clock = soaking["processes"].Clock(tmp_path)
    if not clock.movable:
        pytest.skip("needs a compiler for C")
    clock.set(7200)
    words = "import time; a = time.monotonic(); time.sleep(0.2); print(time.time(), time.monotonic() - a)"
    done = subprocess.run(
        [sys.executable, "-c", words], env=clock.environment(), check=True, capture_output=True, text=True
    )
    now, waited = map(float, done.stdout.split())
    assert abs(now - time.time() - 7200) < 600
    assert 0.1 < waited < 60


def test_memory_is_followed_through_the_longest_life(soaking):
    def sample(at, megabytes, life):
        memory, lives = {"watch": megabytes}, {"watch": life}
        return {"at": at, "memory_mb": memory, "lives": lives, "entries": int(at)}

    early = [sample(10 * at, 500.0, 0) for at in range(5)]
    killed = [sample(55, 0.0, 0)]
    late = [sample(60 + 36 * at, 100.0 + at, 1) for at in range(40)]
    found = soaking["measuring"].memory_of([*early, *killed, *late], "watch")
    assert (found["first_mb"], found["last_mb"], found["mb_an_hour"]) == (110.0, 139.0, 100.0)
    assert soaking["measuring"].memory_of(early, "watch") is None


def test_a_recovery_is_the_first_sign_after_a_moment(soaking):
    signs = soaking["measuring"].Signs.__new__(soaking["measuring"].Signs)
    signs.moments = {"watch": [1.0, 5.0, 9.5], "desk": [2.0], "alert": []}
    assert signs.recovered(5.0) == {"watch": 4.5, "desk": None, "alert": None}
    assert soaking["measuring"].longest_gap([1.0, 5.0, 9.5]) == 4.5
