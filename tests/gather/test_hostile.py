"""Hostile inputs end as a report or a refusal, soon, and in less than 1 GB of memory."""

import subprocess
import sys

import pytest

CHILD = """
import gzip, io, re, resource, sys, zlib
from oqiga.errors import GatherError
from oqiga.gather.archives import from_mail, from_pdf, from_warc
from oqiga.gather.feeds import read_feed
from oqiga.gather.inputs import RawInput, Unreadable, from_json_lines, gather
from oqiga.gather.live import parted
from oqiga.gather.report import Known
from pathlib import Path

SIZE = 4_900_000

def zipped(size):
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(b"a" * 1_000_000) for _ in range(size // 1_000_000)) + packer.flush()

def pdf():
    stream = zlib.compress(b"(a) Tj " * 20_000_000, 9)
    return (b"%%PDF-1.4\\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Length %d/Filter/FlateDecode>>stream\\n"
        % len(stream) + stream + b"\\nendstream endobj trailer<</Root 1 0 R>>")

def warc():
    answer = b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\nContent-Encoding: gzip\\r\\n\\r\\n" + zipped(600_000_000)
    head = ("WARC/1.0\\r\\nWARC-Type: response\\r\\nWARC-Target-URI: https://w.example/1\\r\\nWARC-Record-ID: <urn:uuid:1>\\r\\n"
        f"WARC-Date: 2016-06-05T13:30:00Z\\r\\nContent-Type: application/http\\r\\nContent-Length: {len(answer)}\\r\\n\\r\\n")
    Path("bomb.warc").write_bytes(head.encode() + answer + b"\\r\\n\\r\\n")
    return list(from_warc(Path("bomb.warc")))

INPUTS = {
    "deep": lambda: b"<html><body>" + b"<div>" * (SIZE // 5),
    "wide": lambda: b"<html><body>" + b"<p>a" * (SIZE // 4),
    "attributes": lambda: b"<html><body><p " + b"a=b " * (SIZE // 4),
    "script": lambda: b'<html><script type="application/ld+json">' + b"[" * SIZE + b"</script><p>Words.</p>",
    "live": lambda: b'<html><script type="application/ld+json">{"@type":"LiveBlogPosting","liveBlogUpdate":['
        + b",".join([b'{"articleBody":"a"}'] * 200_000) + b"]}</script><p>Words.</p>",
    "letters": lambda: b"a" * SIZE,
    "lines": lambda: b"a\\n" * (SIZE // 2),
    "entities": lambda: b"<html><p>" + b"&amp;" * (SIZE // 5),
    "large": lambda: b"a" * 50_000_000,
}
READERS = {
    "pdf": lambda: from_pdf(pdf(), subject="x", known=Known()),
    "mail": lambda: from_mail(b"MIME-Version: 1.0\\nContent-Type: multipart/mixed; boundary=a\\n\\n" + b"--a\\n\\nb\\n" * 300_000,
        subject="x", known=Known()),
    "feed": lambda: read_feed(b"<rss>" + b"<item>" * 500_000, subject="x"),
    "laughs": lambda: read_feed(b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa">]><rss>&a;</rss>', subject="x"),
    "json": lambda: read_feed(b'{"version": "jsonfeed", "items": ' + b"[" * 1_000_000, subject="x"),
    "warc": warc,
}
name = sys.argv[1]
try:
    if name in INPUTS:
        for raw in parted(RawInput("x", INPUTS[name](), Known())):
            gather(raw)
    else:
        READERS[name]()
    print("read")
except GatherError as error:
    print("refused:", error.message)
status = Path("/proc/self/status")  # ru_maxrss also counts what the parent held when it forked
own = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
print(int(own[1] if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024)
"""
NAMES = (
    "deep", "wide", "attributes", "script", "live", "letters", "lines", "entities", "large",
    "pdf", "mail", "feed", "laughs", "json", "warc",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_it_ends_soon_and_in_little_memory(name, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", CHILD, name],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    outcome, megabytes = done.stdout.split("\n")[:2]
    assert outcome.startswith(("read", "refused: "))
    assert int(megabytes) < 1000
