import pytest

from oqiga.errors import GatherError
from oqiga.gather.page import looks_like_html, read_page

BODY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "Two people were killed and four wounded when gunmen opened fire at a market in the city on Sunday.",
        "Police said that they were looking for two men who had fled in a white car after the shooting.",
        "Residents said that they had heard long bursts of gunfire and had seen ambulances in the street.",
    )
)
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
{"@type": ["NewsArticle"], "headline": "Two killed at market", "datePublished": "%s", "inLanguage": "en-GB",
"url": "https://steppewire.example/n/1", "publisher": {"@type": "Organization", "name": "Steppe Wire"}}]}</script>"""


def page(head="", body=BODY):
    return f"<html lang='en'><head><title>Two killed | Steppe Wire</title>{head}</head><body><article>{body}</article></body></html>"


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2016-06-05T18:30:00+05:00", "2016-06-05T18:30:00+05:00"),
        ("2016-06-05T18:30:00+0500", "2016-06-05T18:30:00+05:00"),
        ("2016-06-05 18:30:00", "2016-06-05T18:30:00"),
        ("2016-06-05", "2016-06-05"),
    ],
)
def test_linked_metadata_wins_and_keeps_its_zone(written, published):
    found = read_page(page(LINKED % written), subject="page")
    assert (found.title, found.publisher, found.published) == (
        "Two killed at market",
        "Steppe Wire",
        published,
    )
    assert (found.url, found.language) == ("https://steppewire.example/n/1", "en")


def test_meta_tags_serve_where_linked_metadata_is_broken():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    head += (
        '<meta property="og:title" content="Two killed"><meta property="og:site_name" content="Steppe Wire">'
    )
    head += '<meta property="article:published_time" content="2016-06-05T13:30:00Z">'
    found = read_page(page(head), subject="page")
    assert (found.title, found.publisher, found.published) == (
        "Two killed",
        "Steppe Wire",
        "2016-06-05T13:30:00Z",
    )


def test_a_page_without_a_date_has_none():
    assert read_page(page(), subject="page").published is None


def test_a_page_with_an_impossible_date_has_none():
    shown = '<time datetime="2016-06-05T15:20:00+25:00">5 June</time>'
    assert read_page(page(body=shown + BODY), subject="page").published is None


def test_scripts_are_not_text():
    found = read_page(page(body=BODY + "<script>document.write('99 killed')</script>"), subject="page")
    assert "99" not in found.text
    assert "looking for two men" in found.text


@pytest.mark.parametrize("markup", ["<html></html>", "<html><body><div></div></body></html>", "<p></p>"])
def test_a_page_without_an_article_is_refused(markup):
    with pytest.raises(GatherError):
        read_page(markup, subject="page")


def test_a_page_cut_short_keeps_what_it_has():
    whole = page(LINKED % "2016-06-05")
    found = read_page(whole[: whole.index("Residents")], subject="page")
    assert "looking for two men" in found.text


@pytest.mark.parametrize(("content", "is_html"), [("<!DOCTYPE html><p>x", True), ("5 < 6 and 7 > 3", False)])
def test_pages_are_told_from_texts(content, is_html):
    assert looks_like_html(content) is is_html


def test_a_page_changed_after_publication_tells_both_moments():
    written = '2016-06-05T15:00:00+05:00", "dateModified": "2016-06-05T21:40:00+05:00'
    found = read_page(page(LINKED % written), subject="page")
    assert (found.published, found.updated) == ("2016-06-05T15:00:00+05:00", "2016-06-05T21:40:00+05:00")


def test_care_is_asked_for_by_all_words_of_the_page_and_changes_no_plain_article():
    asked = []

    def worth(words):
        asked.append(words)
        return False

    quick = read_page(page(), subject="page", worth=worth)
    assert "long bursts of gunfire" in asked[0]
    assert quick.text == read_page(page(), subject="page").text
