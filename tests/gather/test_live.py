import json

import pytest

from oqiga.gather.inputs import RawInput, gather
from oqiga.gather.live import parted
from oqiga.gather.report import Known

POSTS = [
    {
        "@type": "BlogPosting",
        "headline": "Toll rises to five",
        "articleBody": "Five people are now known to have died in the attack, the Health Ministry said.",
        "datePublished": "2016-06-05T19:10:00+05:00",
        "dateModified": "2016-06-05T19:25:00+05:00",
    },
    {
        "@type": "BlogPosting",
        "@id": "first",
        "articleBody": "<p>Gunmen attacked a shop in the city.</p><p>Two people were killed, police said.</p>",
        "datePublished": "2016-06-05T15:05:00+05:00",
    },
    {"@type": "BlogPosting", "headline": "Only a picture", "datePublished": "2016-06-05T15:30:00+05:00"},
]


def blog(posts=None, **fields):
    packed = {"@type": "LiveBlogPosting", "headline": "Attack: what we know", "inLanguage": "en-GB", **fields}
    packed |= {"publisher": {"name": "Steppe Wire"}, "liveBlogUpdate": POSTS if posts is None else posts}
    script = f'<script type="application/ld+json">{json.dumps(packed)}</script>'
    return f"<html><head>{script}</head><body><p>{'Words of the page. ' * 20}</p></body></html>".encode()


def page(content, **known):
    return RawInput("page", content, Known(url="https://wire.example/live#top", **known))


def test_every_post_is_a_report_of_its_own_oldest_first():
    first, second = [gather(post) for post in parted(page(blog()))]
    assert (first.title, first.published) == ("Attack: what we know", "2016-06-05T15:05:00+05:00")
    assert first.text == "Gunmen attacked a shop in the city.\n\nTwo people were killed, police said."
    assert (second.title, second.published) == ("Toll rises to five", "2016-06-05T19:10:00+05:00")
    assert (second.updated, second.publisher, second.language) == (
        "2016-06-05T19:25:00+05:00",
        "Steppe Wire",
        "en",
    )
    assert first.url.startswith("https://wire.example/live#post-")


def test_an_edited_post_stays_the_same_report():
    edited = [{**POSTS[1], "articleBody": "Three people were killed, police said."}]
    (before,) = parted(page(blog([POSTS[1]])))
    (after,) = parted(page(blog(edited)))
    assert gather(before).id == gather(after).id
    assert gather(before).text != gather(after).text


def test_posts_with_addresses_of_their_own_keep_them():
    (post,) = parted(page(blog([{**POSTS[0], "url": "https://wire.example/live?post=7"}])))
    assert post.known.url == "https://wire.example/live?post=7"


def test_the_outlets_zone_and_name_hold_for_its_posts():
    posts = [{**POSTS[0], "datePublished": "2016-06-05T19:10:00"}]
    (post,) = parted(page(blog(posts), zone="Asia/Aqtobe", publisher="Wire"))
    assert (gather(post).published, gather(post).publisher) == ("2016-06-05T19:10:00+05:00", "Wire")


@pytest.mark.parametrize(
    "content",
    [
        blog([]),
        blog([POSTS[2]]),
        b"no page; LiveBlogPosting",
        b"\x00LiveBlogPosting\xff",
        "<p>LiveBlogPosting</p>",
    ],
)
def test_a_page_without_posts_stays_one_input(content):
    raw = page(content)
    assert list(parted(raw)) == [raw]
