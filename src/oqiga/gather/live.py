"""Live blogs: a page whose posts are reports of their own, each with its own time and title."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag

from lxml import html

from oqiga.errors import GatherError
from oqiga.gather.decode import decode
from oqiga.gather.inputs import RawInput
from oqiga.gather.linked import absolute, linked_things, moment, one_line, types_of
from oqiga.gather.report import Known

_LIVE = "LiveBlogPosting"
_MOST_POSTS = 2000


def parted(raw: RawInput) -> Iterator[RawInput]:
    """Yield the posts of a live blog, oldest first, as its JSON-LD gives them; any other input as it is."""
    posts = list(_posts(raw)) if _may_be_live(raw.content) else []
    yield from posts or [raw]


def _may_be_live(content: bytes | str) -> bool:
    return (_LIVE if isinstance(content, str) else _LIVE.encode()) in content  # type: ignore[operator]


def _posts(raw: RawInput) -> Iterator[RawInput]:
    try:
        markup = raw.content if isinstance(raw.content, str) else decode(raw.content, subject=raw.subject)
    except GatherError:
        return  # whoever reads the page as one says why it cannot be read
    for blog in linked_things(markup):
        updates = blog.get("liveBlogUpdate")
        if _LIVE not in types_of(blog) or not isinstance(updates, list):
            continue
        posts = [post for post in updates[:_MOST_POSTS] if isinstance(post, dict) and _body(post)]
        for post in sorted(posts, key=lambda each: one_line(each.get("datePublished")) or ""):
            yield _input(raw, blog, post)


def _input(raw: RawInput, blog: dict[str, Any], post: dict[str, Any]) -> RawInput:
    published = moment(one_line(post.get("datePublished")))
    updated = moment(one_line(post.get("dateModified")))
    publisher = blog.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    language = one_line(blog.get("inLanguage"))
    address = _address(raw, blog, post)
    known = Known(
        title=one_line(post.get("headline")) or one_line(blog.get("headline")) or raw.known.title,
        publisher=raw.known.publisher or one_line(name),
        published=published,
        updated=updated,
        url=address,
        language=raw.known.language or (language[:2].lower() if language else None),
        zone=raw.known.zone,
    )
    subject = f"{raw.subject}, post of {published or 'no date'}"
    return RawInput(subject, _body(post).encode("utf-8", "replace"), known)


def _body(post: dict[str, Any]) -> str:
    """Return the words of a post, without the markup that some outlets leave in; "" when it has none."""
    written = post.get("articleBody") or post.get("text")
    if not isinstance(written, str) or not any(letter.isalpha() for letter in written):
        return ""
    if "<" not in written:
        return written
    tree = html.fragment_fromstring(written, create_parent="div")
    parts = [" ".join(each.text_content().split()) for each in tree.iter("p", "li")]
    return "\n\n".join(part for part in parts if part) or " ".join(tree.text_content().split())


def _address(raw: RawInput, blog: dict[str, Any], post: dict[str, Any]) -> str | None:
    """Return the post's own address, the page's with the post's name behind it where it has none.

    The name must stay when the post is edited: its id, else when it was published.
    """
    page = urldefrag(raw.known.url or absolute(one_line(blog.get("url"))) or "").url
    own = absolute(one_line(post.get("url")))
    if own is not None and own != page:
        return own
    name = one_line(post.get("@id")) or one_line(post.get("datePublished"))
    if not page or name is None:
        return None
    return f"{page}#post-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:12]}"
