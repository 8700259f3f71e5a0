import os
import time

import pytest

from oqiga.sharing import chunks, shared


def whose(number):
    """Return a number with the process that did it; the first ones take long."""
    time.sleep(0.2 if number < 2 else 0.01)
    return number, os.getpid()


def spoilt(number):
    if number == 5:
        raise ValueError("five")
    return number


def test_inputs_are_handed_over_a_few_at_a_time():
    assert list(chunks(range(10))) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    assert list(chunks([])) == []


@pytest.mark.slow
def test_results_come_in_order_from_this_process_and_others():
    told = list(shared(range(150), whose, others=1))
    assert [number for number, _ in told] == list(range(150))
    assert len({process for _, process in told}) == 2


@pytest.mark.slow
def test_what_the_work_raises_is_raised_in_its_turn():
    seen = []
    with pytest.raises(ValueError, match="five"):
        seen.extend(shared(range(20), spoilt, others=1))
    assert seen == [0, 1, 2, 3, 4]


@pytest.mark.slow
def test_tasks_are_taken_as_they_are_needed():
    taken = []

    def tasks():
        for number in range(1_000):
            taken.append(number)
            yield number

    found = shared(tasks(), spoilt_never, others=1)
    assert next(found) == 0
    assert len(taken) < 100
    found.close()


def spoilt_never(number):
    return number
