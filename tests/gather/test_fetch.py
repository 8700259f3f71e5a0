import gzip

import pytest

from oqiga.errors import GatherError
from oqiga.gather.fetch import GuardedFetcher


@pytest.fixture
def fetch():
    fetcher = GuardedFetcher(allowed=["127.0.0.1"], timeout_s=1.0, whole_s=4.0)
    yield fetcher
    fetcher.close()


def test_a_page_is_fetched_and_not_again_while_it_is_unchanged(outlets, fetch):
    outlets.article("/a", "Two killed", "Two people were killed.", ETag='"1"')
    first = fetch(f"{outlets.root}/a")
    assert (first.status, first.etag) == (200, '"1"')
    assert b"Two people were killed." in first.content
    assert fetch(f"{outlets.root}/a", etag=first.etag).status == 304


def test_local_addresses_are_refused_unless_allowed(outlets):
    with pytest.raises(GatherError, match="private or local"):
        GuardedFetcher()(f"{outlets.root}/a")
    assert outlets.asked == []


def test_a_redirect_to_a_private_address_is_refused(outlets):
    outlets.put("/go", b"", status=302, Location="http://169.254.169.254/latest/meta-data")
    with pytest.raises(GatherError, match="private or local"):
        GuardedFetcher(allowed=["127.0.0.1"])(f"{outlets.root}/go")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/"])
def test_a_redirect_to_another_scheme_is_refused(outlets, fetch, target):
    outlets.put("/go", b"", status=302, Location=target)
    with pytest.raises(GatherError):
        fetch(f"{outlets.root}/go")


def test_redirects_are_followed_and_loops_end(outlets, fetch):
    outlets.article("/b", "Moved", "It moved.")
    outlets.put("/a", b"", status=301, Location="/b")
    outlets.put("/loop", b"", status=302, Location="/loop")
    assert fetch(f"{outlets.root}/a").url.endswith("/b")
    with pytest.raises(GatherError, match="redirects"):
        fetch(f"{outlets.root}/loop")


def test_a_compressed_bomb_and_an_endless_page_stop_at_the_limit(outlets, fetch):
    outlets.bomb("/bomb", 60_000_000)
    outlets.endless("/endless")
    for path in ("/bomb", "/endless"):
        with pytest.raises(GatherError, match="more than 5 MB"):
            fetch(f"{outlets.root}{path}")


def test_a_server_that_does_not_answer_is_given_up(outlets, fetch):
    outlets.slow("/slow", 3)
    with pytest.raises(GatherError, match="no answer in time"):
        fetch(f"{outlets.root}/slow")


@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_a_refusal_is_named(outlets, fetch, status):
    outlets.put("/x", b"no", status=status)
    with pytest.raises(GatherError, match=f"answered {status}"):
        fetch(f"{outlets.root}/x")


def test_a_page_that_is_not_what_it_says_cannot_be_decompressed(outlets, fetch):
    outlets.pages["/bad"] = (200, {"Content-Encoding": "gzip"}, b"this is not gzip")
    with pytest.raises(GatherError, match="decompressed"):
        fetch(f"{outlets.root}/bad")


@pytest.mark.parametrize("url", ["http://", "http://[::1", "nonsense", "http://\x00/"])
def test_what_is_no_address_is_refused(fetch, url):
    with pytest.raises(GatherError):
        fetch(url)


@pytest.mark.parametrize("named", ["gzip, gzip", "gzip, deflate, gzip", "br", "zstd"])
def test_layers_of_compression_are_refused_before_they_unfold(outlets, fetch, named):
    layered = gzip.compress(gzip.compress(b"a" * 1_000_000))
    outlets.pages["/a"] = (200, {"Content-Type": "text/html", "Content-Encoding": named}, layered)
    with pytest.raises(GatherError, match="compressed in a way that is not read"):
        fetch(f"{outlets.root}/a")
