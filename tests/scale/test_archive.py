import gzip
import json

import pytest

pytest.importorskip("pyarrow", reason="tables need the extra `export`")

import pyarrow.parquet as pq
from typer.testing import CliRunner

from oqiga.book.book import Book
from oqiga.book.questions import Question, incidents
from oqiga.cli import archive as command
from oqiga.cli.app import app
from oqiga.errors import SettingsError, UsageError
from oqiga.gather.inputs import Unreadable
from oqiga.model.wire import dumps, incident_to_json
from oqiga.pipeline import read_many
from oqiga.scale import archive as steps
from oqiga.scale.archive import read_archive
from oqiga.scale.parts import divided, pages_of
from oqiga.scale.workers import Here, OnRay, Processes

pytestmark = pytest.mark.slow
TOWNS = ("Taraz", "Osh", "Kokshetau", "Khujand")
OUTLETS = ("Steppe Wire", "Daily Post", "Northern Post")


def page(town, day, killed, outlet):
    return (
        f"<!doctype html><html><head><title>Gunmen kill {killed} in {town}</title>"
        f'<meta property="article:published_time" content="2019-08-{day + 1:02}T08:00:00Z">'
        f'<meta property="og:site_name" content="{outlet}"></head><body><article><h1>Gunmen kill {killed} in {town}</h1>'
        f"<p>Gunmen killed {killed} people at a market in {town} on {day} August 2019, the Interior Ministry said.</p>"
        f"<p>{killed + 2} others were wounded, according to {outlet}. Police sealed off the centre of {town} and the "
        f"authorities opened an investigation into the attack.</p></article></body></html>"
    )


def answer(url, body, *, kind="text/html", status="200 OK"):
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n".encode() + body.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2019-09-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012}>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def told():
    for number in range(9):
        town, outlet = TOWNS[number % 4], OUTLETS[number % 3]
        yield answer(
            f"https://{number % 3}.example/{number}",
            page(town, 3 + 9 * (number % 2), 3 + number // 4, outlet),
        )
    yield answer("https://0.example/logo", "PNG", kind="image/png")
    yield answer("https://0.example/gone", "<html></html>", status="404 Not Found")
    yield answer(
        "https://0.example/cake",
        "<html><body><p>" + "A cake is baked for an hour. " * 20 + "</p></body></html>",
    )
    later = page("Taraz", 3, 7, "Steppe Wire").replace("T08:00", "T19:00")
    yield answer("https://0.example/0", later)


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archives")
    records = list(told())
    (folder / "a.warc.gz").write_bytes(b"".join(gzip.compress(each) for each in records[:6]))
    (folder / "b.warc").write_bytes(b"".join(records[6:]))
    return [folder / "a.warc.gz", folder / "b.warc"]


@pytest.fixture(scope="module")
def plain(archives, tmp_path_factory):
    out = tmp_path_factory.mktemp("plain")
    return out, read_archive(archives, out, Here(), answers=4)


def found_in(folder):
    return sorted((folder / "incidents.jsonl").read_text().splitlines())


def test_parts_hold_every_page_once_wherever_they_start(archives):
    whole = [each.known.url for part in divided(archives, answers=100) for each in pages_of(part)]
    parts = list(divided(archives, answers=2))
    assert [each.known.url for part in parts for each in pages_of(part)] == whole
    assert len(whole) == 11
    assert [part.answers for part in parts] == [2, 2, 2, 2, 2, 2, 1]
    assert len({part.name for part in parts}) == 7


def test_an_archive_gives_the_incidents_that_one_book_gives(archives, plain, tmp_path):
    folder, _ = plain
    raws = [each for part in divided(archives, answers=100) for each in pages_of(part)]
    with Book.open(str(tmp_path / "book.db"), create=True) as book:
        for record in read_many(raws):
            book.add(record, now="2030-01-01T00:00:00Z")
        told_there = sorted(
            dumps(incident_to_json(each)) for each in incidents(book, Question(background=True))
        )
    assert found_in(folder) == told_there
    assert len(told_there) == 4


def test_the_tables_hold_every_page_and_every_claim(plain):
    folder, done = plain
    reports = pq.read_table(folder / "reports").to_pylist()
    claims = pq.read_table(folder / "claims").to_pylist()
    assert (done.parts, done.skipped, done.broken) == (4, 0, ())
    assert len(reports) == sum(part.pages for part in done.read) == 11
    assert len(claims) == sum(part.claims for part in done.read)
    assert {row["relevant"] for row in reports} == {True, False}
    assert all(json.loads(row["record"])["quote"] == row["quote"] for row in claims)
    assert pq.read_table(folder / "incidents.parquet").num_rows == done.incidents == 4
    tolls = pq.read_table(folder / "tolls.parquet").to_pylist()
    assert sorted(row["best"] for row in tolls if row["outcome"] == "killed") == [4, 4, 4, 7]


def test_a_later_capture_of_a_page_takes_the_place_of_the_first(plain):
    folder, _ = plain
    most = max(map(json.loads, found_in(folder)), key=lambda incident: len(incident["reports"]))
    killed = next(toll for toll in most["tolls"] if toll["outcome"] == "killed")
    assert [point["low"] for point in killed["series"]] == [4, 5, 7]


def test_what_is_written_is_not_read_again_and_what_is_lost_is(archives, plain, tmp_path, monkeypatch):
    folder, _ = plain
    again = read_archive(archives, folder, Here(), answers=4)
    assert (again.skipped, again.read) == (4, ())
    before = found_in(folder)
    lost = sorted((folder / "reports").glob("*.parquet"))[1]
    lost.unlink()
    half = folder / "claims" / f".{lost.name}.77"
    half.write_bytes(b"half a table of a worker that was killed")
    mended = read_archive(archives, folder, Here(), answers=4)
    assert (mended.skipped, [part.name for part in mended.read]) == (3, [lost.stem])
    assert found_in(folder) == before


def test_a_run_that_is_killed_goes_on(archives, plain, tmp_path, monkeypatch):
    class KilledError(Exception):
        pass

    def once(part):
        raise KilledError

    with pytest.raises(KilledError):
        read_archive(archives, tmp_path / "out", Here(), answers=4, heard=once)
    done = read_archive(archives, tmp_path / "out", Here(), answers=4)
    assert done.skipped == 1
    assert found_in(tmp_path / "out") == found_in(plain[0])


def test_more_buckets_and_smaller_tasks_give_the_same(archives, plain, tmp_path, monkeypatch):
    monkeypatch.setattr(steps, "_SKETCHES_A_BUCKET", 2)
    monkeypatch.setattr(steps, "_WEBS_A_TASK", 1)
    steps.find_incidents(plain[0], Here())
    monkeypatch.undo()
    split = found_in(plain[0])
    steps.find_incidents(plain[0], Here())
    assert split == found_in(plain[0])


def test_processes_give_the_same(archives, plain, tmp_path):
    read_archive(archives, tmp_path, Processes(2), answers=4)
    assert found_in(tmp_path) == found_in(plain[0])


@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning:ray.*", "ignore::FutureWarning", "ignore::ResourceWarning"
)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Ray leaves sockets behind
def test_ray_gives_the_same(archives, plain, tmp_path):
    pytest.importorskip("ray", reason="Ray is an extra: pip install 'oqiga[scale]'")
    cluster = OnRay(2)
    try:
        read_archive(archives, tmp_path, cluster, answers=4)
    finally:
        cluster.close()
    assert found_in(tmp_path) == found_in(plain[0])


def test_an_archive_that_breaks_off_is_told_and_the_rest_read(archives, tmp_path):
    broken = tmp_path / "broken.warc.gz"
    broken.write_bytes(archives[0].read_bytes()[:-40] + b"\x00" * 30)
    found = list(divided([broken, archives[1]], answers=100))
    pages = [each for part in found if not isinstance(part, Unreadable) for each in pages_of(part)]
    assert sum(not isinstance(each, Unreadable) for each in pages) >= 10


def test_other_settings_are_refused(archives, plain):
    with pytest.raises(UsageError, match="was written with"):
        read_archive(archives, plain[0], Here(), answers=5)


def test_the_command_tells_what_it_did(archives, plain, tmp_path):
    assert command.read_web_archive
    out = tmp_path / "out"
    said = CliRunner().invoke(
        app, ["archive", str(archives[0].parent), "--out", str(out), "--answers", "4", "--json"]
    )
    assert said.exit_code == 0, said.output
    counts = json.loads(said.stdout)
    assert (counts["parts"], counts["pages"], counts["incidents"]) == (4, 11, 4)
    assert found_in(out) == found_in(plain[0])


def test_an_unknown_engine_is_refused(archives, tmp_path):
    said = CliRunner().invoke(app, ["archive", str(archives[0]), "--out", str(tmp_path), "--engine", "spark"])
    assert isinstance(said.exception, SettingsError)
