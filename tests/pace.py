"""How long something takes in processor time, beside how slow the machine is at this moment.

Other work on the machine, and a slow machine, must not fail a test that is about our own code.
"""

import re
import time

_LOOP_S = 0.015
"""What counting to a million takes on the machine that the limits were measured on."""
_SCAN_S = 0.005
"""What looking through 200,000 characters takes there."""
_NOTHING = re.compile(r"[^\W\d_]{3}")
_MARKS = "a " * 100_000


def seconds(action, *, tries=1, enough=0.0):
    """Return the least processor time of some tries; no further try once one took less than `enough`."""
    best = float("inf")
    for _ in range(tries):
        started = time.process_time()
        action()
        best = min(best, time.process_time() - started)
        if best < enough:
            break
    return best


def slowness():
    """Return how many times slower than the measured machine this one is now; at least 1."""
    loop = seconds(lambda: sum(range(1_000_000)), tries=3) / _LOOP_S
    scan = seconds(lambda: _NOTHING.search(_MARKS), tries=3) / _SCAN_S
    return max(1.0, loop, scan)


def within(action, limit_s):
    """Say whether an action keeps to its limit: longer where the machine is slow, tried again where it was busy."""
    for tries in (1, 6):
        if seconds(action, tries=tries, enough=limit_s) < limit_s * (1.0 if tries == 1 else slowness()):
            return True
    return False
