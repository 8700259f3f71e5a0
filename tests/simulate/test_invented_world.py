import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oqiga.book.book import Book
from oqiga.book.deciding import decide
from oqiga.book.questions import Question, incidents, show
from oqiga.ledger.engine import reading
from oqiga.ledger.verifying import verify
from oqiga.model.decision import DecisionKind
from oqiga.simulate.coverage import cover
from oqiga.simulate.scoring import b_cubed, main_incidents
from oqiga.simulate.telling import LANGUAGES
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"
SLOW = settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def small(seed, incidents=6, reports=24):
    return cover(make_world(seed=seed, incidents=incidents, days=40), seed=seed, reports=reports)


def entered(tmp_path, told, name):
    path = tmp_path / f"{name}.db"
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / f"{name}.db{suffix}").unlink(missing_ok=True)
    book = Book.open(str(path), create=True)
    for each in told:
        book.add(each.reading, now=NOW)
    return book


def portrait(book, **more):
    found = incidents(book, Question(background=True), **more)
    return sorted((each.id, each.reports, str(each.tolls), str(each.disputes)) for each in found)


def test_the_same_seed_gives_the_same_world_in_three_languages():
    once, again = small(3), small(3)
    assert [each.reading for each in once] == [each.reading for each in again]
    assert {each.reading.report.language for each in small(3, 20, 80)} == set(LANGUAGES)
    assert small(4)[0].reading != once[0].reading


def test_every_span_is_the_words_it_quotes():
    for each in small(5, 30, 120):
        text = each.reading.report.text
        assert all(claim.span.of(text) == claim.quote for claim in each.reading.claims)
        assert "{" not in text


@SLOW
@given(seed=st.integers(0, 10_000), order=st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(tmp_path, seed, order):
    told = small(seed)
    with entered(tmp_path, told, "one") as book:
        in_order = portrait(book)
        early = portrait(book, as_of="2015-01-20")
    shuffled = list(told)
    order.shuffle(shuffled)
    with entered(tmp_path, shuffled, "other") as book:
        assert portrait(book) == in_order
        assert portrait(book, as_of="2015-01-20") == early


@SLOW
@given(seed=st.integers(0, 10_000))
def test_a_copy_changes_no_figure(tmp_path, seed):
    told = [each for each in small(seed) if each.announcement is not None]
    from oqiga.simulate.telling import copied

    with entered(tmp_path, told, "plain") as book:
        before = {
            each.id: [(t.best, t.low, t.high) for t in each.tolls] for each in incidents(book, Question())
        }
        for number, each in enumerate(told):
            later = each.published.replace(minute=59)
            book.add(copied(each.reading, outlet=f"Mirror {number}", published=later), now=NOW)
        after = {}
        for name in before:
            after[name] = [(t.best, t.low, t.high) for t in show(book, name).incident.tolls]
    assert after == before


@SLOW
@given(seed=st.integers(0, 10_000))
def test_a_decision_survives_whatever_comes_later(tmp_path, seed):
    told = small(seed)
    half = len(told) // 2
    with entered(tmp_path, told[:half], "half") as book:
        found = incidents(book, Question())
        if len(found) < 2:
            return
        names = (found[0].id, found[-1].id)
        decide(book, DecisionKind.MERGE, names, analyst="A. Editor", reason="one attack", now=NOW)
        for each in told[half:]:
            book.add(each.reading, now=NOW)
        assert show(book, names[0]).incident.id == show(book, names[1]).incident.id


def test_a_world_is_reconciled_as_it_happened(tmp_path):
    world = make_world(seed=11, incidents=30, days=90)
    told = cover(world, seed=11, reports=180)
    random.Random(1).shuffle(told)
    with entered(tmp_path, told, "world") as book:
        with reading(book.engine, book.address) as connection:
            assert verify(connection).faults == ()
        found = main_incidents(book, [each.reading for each in told])
        score = b_cubed(found, {each.reading.report.id: str(each.incident.number) for each in told})
        assert score.f1 >= 0.97
        right = [_right(book, each, found) for each in told]
    assert right.count(True) >= 0.95 * len(right)


def _right(book, each, found):
    incident = show(book, found[each.reading.report.id]).incident
    best = next(t.best for t in incident.tolls if (t.outcome, t.group) == ("killed", "all"))
    return best in {said.killed for said in each.incident.announcements}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({"a": "x", "b": "x", "c": "y"}, (1.0, 1.0)),
        ({"a": "x", "b": "x", "c": "x"}, (5 / 9, 1.0)),
        ({"a": "x", "b": "y", "c": "z"}, (1.0, 2 / 3)),
    ],
)
def test_b_cubed(found, expected):
    score = b_cubed(found, {"a": "1", "b": "1", "c": "2"})
    assert (score.precision, score.recall) == pytest.approx(expected)
