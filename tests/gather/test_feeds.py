import json

import pytest

from oqiga.errors import GatherError
from oqiga.gather.feeds import FeedEntry, read_feed

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Steppe Wire</title>
<item><title>Two  killed</title><link>https://wire.example/1</link><pubDate>Sun, 05 Jun 2016 13:30:00 GMT</pubDate></item>
<item><title>Again</title><link>https://wire.example/1</link></item>
<item><link>javascript:alert(1)</link></item><item><title>No link</title></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>Two killed</title>
<link href="https://wire.example/2"/><updated>2016-06-05T18:30:00+05:00</updated></entry></feed>"""
SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://wire.example/3</loc><news:news>
<news:publication_date>2016-06-05</news:publication_date><news:title>Two killed</news:title></news:news></url></urlset>"""


@pytest.mark.parametrize(
    ("content", "entry"),
    [
        (RSS, FeedEntry("https://wire.example/1", "Two killed", "2016-06-05T13:30:00Z")),
        (ATOM, FeedEntry("https://wire.example/2", "Two killed", "2016-06-05T18:30:00+05:00")),
        (SITEMAP, FeedEntry("https://wire.example/3", "Two killed", "2016-06-05")),
    ],
)
def test_every_kind_of_feed_gives_addresses_once(content, entry):
    assert read_feed(content, subject="feed") == [entry]


def test_a_json_feed_is_read():
    packed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"url": "https://wire.example/4", "title": "x"}, 5],
    }
    assert [entry.url for entry in read_feed(json.dumps(packed).encode(), subject="f")] == [
        "https://wire.example/4"
    ]


BILLION = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel>&b;</channel></rss>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>&x;</loc></url></urlset>'


@pytest.mark.parametrize("content", [BILLION, OUTSIDE])
def test_entities_are_refused(content):
    with pytest.raises(GatherError, match="entities"):
        read_feed(content, subject="feed")


@pytest.mark.parametrize("content", [b"", b"<html><p>x</p></html>", b'{"items": 5}', b"{", b"\x00\xff"])
def test_what_is_no_feed_is_refused_by_name(content):
    with pytest.raises(GatherError) as caught:
        read_feed(content, subject="https://wire.example/rss")
    assert caught.value.subject == "https://wire.example/rss"
