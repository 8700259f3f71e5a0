import gzip
import io
from email.message import EmailMessage

import pytest

from notices import notice
from oqiga.errors import GatherError
from oqiga.gather.archives import from_mail, from_pdf, from_warc
from oqiga.gather.inputs import Unreadable, gather
from oqiga.gather.report import Known
from oqiga.gather.sources import from_names

WORDS = "Two people were killed in the city on Sunday, police said."


def mail(body=WORDS, page=None):
    message = EmailMessage()
    message["Subject"] = "Two killed in the city"
    message["Date"] = "Sun, 05 Jun 2016 18:30:00 +0500"
    message.set_content(body)
    if page:
        message.add_alternative(page, subtype="html")
    return message.as_bytes()


def response(url, body, *, status="200 OK", kind="text/html; charset=utf-8", headers=""):
    content = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2016-06-05T13:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def test_a_notice_gives_its_text():
    raw = from_pdf(notice(WORDS), subject="notice.pdf", known=Known(publisher="Akimat"))
    assert WORDS in gather(raw).text.replace("\n", " ")
    assert gather(raw).publisher == "Akimat"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (notice(""), "without text"),
        (b"%PDF-1.4\n%broken", "not readable as PDF"),
        (notice(WORDS)[:300], "PDF"),
    ],
)
def test_a_notice_that_cannot_be_read_is_named(content, complaint):
    with pytest.raises(GatherError, match=complaint):
        from_pdf(content, subject="notice.pdf", known=Known())


def test_an_encrypted_notice_is_refused():
    with pytest.raises(GatherError, match="encrypted"):
        from_pdf(notice(WORDS, password="secret"), subject="notice.pdf", known=Known())


def test_a_mail_gives_body_subject_and_date():
    report = gather(from_mail(mail(), subject="a.eml", known=Known()))
    assert (report.title, report.published) == ("Two killed in the city", "2016-06-05T18:30:00+05:00")
    assert report.text == WORDS


def test_the_plain_words_of_a_mail_are_taken_before_its_page():
    report = gather(from_mail(mail(page="<p>Other words</p>"), subject="a.eml", known=Known(title="Known")))
    assert (report.title, report.text) == ("Known", WORDS)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Subject: x\nContent-Type: image/png\n\n...",
        b"Subject: x\nContent-Type: text/plain; charset=no-such-set\n\n",
        b"Date: nonsense\n\n \n",
    ],
)
def test_a_mail_without_words_is_named(content):
    with pytest.raises(GatherError, match="e-mail"):
        from_mail(content, subject="a.eml", known=Known())


def test_an_archive_gives_its_pages_and_passes_over_the_rest(tmp_path):
    page = f"<html><body><p>{WORDS}</p></body></html>".encode()
    records = [
        response("https://wire.example/1", page),
        response("https://wire.example/2", page, status="404 Not Found"),
        response("https://wire.example/3", b"...", kind="image/png"),
        response("https://wire.example/4", gzip.compress(page), headers="Content-Encoding: gzip\r\n"),
    ]
    path = tmp_path / "news.warc.gz"
    path.write_bytes(b"".join(gzip.compress(each) for each in records))
    found = list(from_warc(path))
    assert [raw.known.url for raw in found] == ["https://wire.example/1", "https://wire.example/4"]
    assert {gather(raw).text for raw in found} == {WORDS}


def test_what_is_no_archive_is_named(tmp_path):
    path = tmp_path / "news.warc"
    path.write_bytes(response("https://w.example", b"x" * 500)[:300] + b"torn")
    for raw in from_warc(path):
        assert isinstance(raw, Unreadable) or raw.known.url
    (refused,) = from_warc(tmp_path / "none.warc")
    assert isinstance(refused, Unreadable)


def test_files_are_told_apart_by_their_names(tmp_path):
    (tmp_path / "a.eml").write_bytes(mail())
    (tmp_path / "b.pdf").write_bytes(notice(WORDS))
    (tmp_path / "c.warc").write_bytes(response("https://wire.example/1", f"<p>{WORDS}</p>".encode()))
    (tmp_path / "d.pdf").write_bytes(b"%PDF-")
    names = [str(tmp_path / name) for name in ("a.eml", "b.pdf", "c.warc", "d.pdf")]
    *read, broken = from_names(names, io.BytesIO(), Known())
    assert all(WORDS in gather(raw).text.replace("\n", " ") for raw in read)
    assert isinstance(broken, Unreadable)


def test_an_address_is_not_fetched_where_nothing_may_be():
    (refused,) = from_names(["https://wire.example/1"], io.BytesIO(), Known())
    assert "nothing is fetched here" in refused.error.message
