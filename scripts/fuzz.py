"""Mutates the bundled reports and reads them: no crash, no hang over five seconds.

    python scripts/fuzz.py --count 100000 --read-every 50 --seed 1

Time is that of the processor. Every mutated input is gathered; every n-th that is accepted is read whole.
Any error that is not one of the package's own, and any input that takes longer than the limit, ends the run
with status 1 and is written out.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from oqiga.cli.demo import bundled_reports
from oqiga.errors import OqigaError
from oqiga.gather.inputs import RawInput, gather
from oqiga.gather.report import Known
from oqiga.pipeline import read_text

LIMIT_S = 5.0
Mutation = Callable[[bytes, random.Random], bytes]


def flip(raw: bytes, rng: random.Random) -> bytes:
    """Change some bytes to any other."""
    changed = bytearray(raw)
    for _ in range(rng.randint(1, 40)):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(raw: bytes, rng: random.Random) -> bytes:
    """Lose the end, or a stretch in the middle."""
    start = rng.randrange(len(raw))
    return raw[:start] + raw[start + rng.randrange(len(raw)) :]


def repeat(raw: bytes, rng: random.Random) -> bytes:
    """Say a stretch many times."""
    start = rng.randrange(len(raw))
    stretch = raw[start : start + rng.randint(1, 200)]
    return raw[:start] + stretch * rng.randint(2, 60) + raw[start:]


def splice(raw: bytes, rng: random.Random) -> bytes:
    """Put in what parsers stumble over."""
    start = rng.randrange(len(raw))
    return raw[:start] + rng.choice(STUMBLING_BLOCKS) * rng.choice((1, 1, 3, 200)) + raw[start:]


def shuffle(raw: bytes, rng: random.Random) -> bytes:
    """Put the words in another order."""
    words = raw.split(b" ")
    rng.shuffle(words)
    return b" ".join(words)


MUTATIONS: tuple[Mutation, ...] = (flip, cut, repeat, splice, shuffle)
STUMBLING_BLOCKS = (
    b"<div><p>", b"</p></div>", b"<script>", b"<!--", b"-->", b"&#x110000;", b"&amp;", b"\x00", b"\xff\xfe",
    b"\xf0\x9f", "\u202e".encode(), "Ǝ\u0301\u0301".encode(), b'"', "“".encode(), "«".encode(), b"(", b"- ",
    b"1,000,000,000,000 ", b"0 ", b"two or three or four ", b"more than at least ", b"he said she said ",
    b"killed ", b"of the dead ", b"\n\n", b"\n", b" " * 50, b"a" * 500, b"31 February 2016 ", b"9999-99-99 ",
    b'{"@type": "NewsArticle"',
)  # fmt: skip


def main() -> int:
    """Run the mutations; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--read-every", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"))
    options = parser.parse_args()
    rng = random.Random(options.seed)
    seeds = [path.read_bytes() for path in sorted(bundled_reports().rglob("*.*"))]
    attempt(seeds[0], read=True)  # models are loaded once, before anything is timed
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for number in range(options.count):
        raw = rng.choice(seeds)
        for _ in range(rng.randint(1, 4)):
            raw = rng.choice(MUTATIONS)(raw or b" ", rng)
        began = time.process_time()
        outcome = attempt(raw, read=number % options.read_every == 0)
        took = time.process_time() - began
        slowest = max(slowest, took)
        outcomes[outcome.split(":")[0]] += 1
        if outcome.startswith("CRASH") or took > LIMIT_S:
            options.keep.mkdir(parents=True, exist_ok=True)
            kept = options.keep / f"{options.seed}-{number}.bin"
            kept.write_bytes(raw)
            print(f"{kept}: {outcome} after {took:.2f} s", file=sys.stderr)
            return 1
    print(f"{options.count} inputs, {dict(outcomes)}, slowest {slowest:.2f} s")
    return 0


def attempt(raw: bytes, *, read: bool) -> str:
    """Gather, and perhaps read, one input; return what came of it."""
    try:
        report = gather(RawInput("mutated", raw, Known(published="2016-06-06")))
        if not read:
            return "gathered"
        read_text(report, gated=False)
    except OqigaError as error:
        return f"refused: {error}"
    except Exception as error:  # noqa: BLE001  that is what this script looks for
        return f"CRASH: {type(error).__name__}: {error}"
    return "read"


if __name__ == "__main__":
    sys.exit(main())
