"""Measure how fast a news archive is read, beside trafilatura alone on the same pages, in one run.

python scripts/benchmark_warc.py --pages 10000

The archive is made up: of its pages 5 % tell of an attack, the rest of sport, weather and trade, all of them
with the navigation, teasers and scripts of a news page. One process; the two are timed page by page in turn,
so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import trafilatura

from oqiga.errors import OqigaError
from oqiga.gather.archives import from_warc
from oqiga.gather.decode import decode
from oqiga.gather.inputs import RawInput, Unreadable
from oqiga.pipeline import Failure, read_one

_TARGET = 0.7
_ONE_IN = 20
_VIOLENT = (
    "{n} people were killed when gunmen attacked a {place} in {town} on {day}, the Interior Ministry said.",
    "At least {m} others were wounded, and {n} of the attackers were shot dead by police.",
    "Residents said that they had heard bursts of gunfire near the {place} and had seen ambulances.",
    "Police sealed off the centre of {town}, and the alert level was raised to red.",
    "A spokesman for the Health Ministry said that the number of the dead could rise.",
)
_OTHER = (
    "The {place} in {town} drew {m} visitors on {day}, its director told the city council.",
    "Prices of wheat rose by {n} per cent, traders said, after weeks of dry weather in the north.",
    "The home team won by {n} to {m} after a second half that its coach called the best of the season.",
    "The new railway between {town} and the coast is to open next spring, the Transport Ministry said.",
    "An exhibition of carpets and silver opened at the {place} with music and a reading of poems.",
    "Forecasters expect sun in {town} until {day}, with light winds and {m} degrees in the afternoon.",
)
_PLACES = ("market", "bus station", "museum", "library", "stadium", "school")
_TOWNS = ("Taraz", "Osh", "Aqtobe", "Kostanay", "Khujand", "Bukhara")
_DAYS = ("Monday", "Tuesday", "Friday", "Saturday", "Sunday")


def page(dice: random.Random, number: int) -> bytes:
    """Return one made-up news page."""
    told = _VIOLENT if number % _ONE_IN == 0 else _OTHER
    sentences = [_sentence(dice, told) for _ in range(dice.randint(14, 26))]
    body = "".join(f"<p>{' '.join(sentences[at : at + 2])}</p>" for at in range(0, len(sentences), 2))
    links = "".join(f'<li><a href="/s/{each}">Section {each}</a></li>' for each in range(40))
    teasers = "".join(
        f'<div class="teaser"><a href="/n/{each}"><img src="/i/{each}.jpg" alt=""><h3>'
        f"{_sentence(dice, _OTHER)}</h3></a><span>{each} hours ago</span></div>"
        for each in range(25)
    )
    script = f"<script>var page = {{id: {number}, list: {list(range(400))}}};</script>"
    linked = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Steppe Wire"}, '
        f'"headline": "Report {number}", "datePublished": "2016-06-05T18:30:00+05:00"}}</script>'
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report {number}</title>{linked}'
        f"{script}</head><body><nav><ul>{links}</ul></nav><main><article><h1>Report {number}</h1>{body}"
        f"</article></main><aside>{teasers}</aside><footer><ul>{links}</ul></footer>{script}</body></html>"
    ).encode()


def _sentence(dice: random.Random, told: tuple[str, ...]) -> str:
    return dice.choice(told).format(
        n=dice.randint(2, 9),
        m=dice.randint(10, 60),
        place=dice.choice(_PLACES),
        town=dice.choice(_TOWNS),
        day=dice.choice(_DAYS),
    )


def write_archive(path: Path, pages: int) -> None:
    """Write a WARC of made-up pages."""
    dice = random.Random(1)
    with path.open("wb") as opened:
        for number in range(pages):
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(dice, number)
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2016-06-05T13:30:00Z\r\n"
                f"WARC-Target-URI: https://wire.example/{number}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            opened.write(head.encode() + answer + b"\r\n\r\n")


def timed(path: Path) -> Iterator[tuple[float, float, bool]]:
    """Yield, of each page, seconds of trafilatura alone, of reading it, and whether it told of violence."""
    taken = time.perf_counter()
    for raw in from_warc(path):
        streamed = time.perf_counter() - taken
        if isinstance(raw, Unreadable):
            raise raw.error
        start = time.perf_counter()
        trafilatura.extract(
            decode(raw.content, subject="page") if isinstance(raw.content, bytes) else raw.content
        )
        extracted = time.perf_counter()
        relevant = _read(raw)
        whole = time.perf_counter() - extracted + streamed
        yield extracted - start, whole, relevant
        taken = time.perf_counter()


def _read(raw: RawInput) -> bool:
    found = read_one(raw)
    if isinstance(found, Failure):
        raise OqigaError(found.error.message, subject=found.subject)
    return found.relevant


def main() -> None:
    """Make the archive, read it, print the figures; the exit status tells whether the target is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.warc"
        write_archive(path, options.pages + _ONE_IN)
        taken = list(timed(path))[_ONE_IN:]  # the first pages load models and lists
    alone, whole = sum(each[0] for each in taken), sum(each[1] for each in taken)
    relevant = [each for each in taken if each[2]]
    passed = [each for each in taken if not each[2]]
    print(f"{len(taken)} pages, {len(relevant)} of them told of violence")
    print(f"trafilatura alone {len(taken) / alone:.1f} pages/s, reading {len(taken) / whole:.1f} pages/s")
    print(f"share of its speed: {alone / whole:.2f} (target {_TARGET})")
    if passed and relevant:
        print(
            f"a page passed over takes {1000 * sum(each[1] for each in passed) / len(passed):.1f} ms",
            end=", ",
        )
        print(f"one that is read {1000 * sum(each[1] for each in relevant) / len(relevant):.1f} ms")
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    sys.exit(0 if alone / whole >= _TARGET else 1)


if __name__ == "__main__":
    main()
