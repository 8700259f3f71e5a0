"""Bytes to characters: byte-order marks, declared and guessed character sets, binary files told from text."""

from __future__ import annotations

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from oqiga.errors import GatherError

MAX_BYTES = 5_000_000
"""The largest input taken for one report. News pages with all their scripts stay under 3 MB."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,3}=\s{0,3}["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_SNIFFED = 4096
_MAX_CONTROL_SHARE = 0.02
_BINARY_SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF")


def decode(raw: bytes, *, subject: str) -> str:
    """Return the text of an input, Unicode-normalised (NFC), with Unix line ends.

    A byte-order mark decides; else UTF-8 if the bytes are valid; else the declared set if it decodes them
    into text; else the likeliest guess. Raises GatherError when the input is empty, too large or binary.
    """
    if not raw.strip():
        raise GatherError("the input is empty", subject=subject)
    if len(raw) > MAX_BYTES:
        raise GatherError(f"larger than {MAX_BYTES // 1_000_000} MB, which no report is", subject=subject)
    if raw.startswith(_BINARY_SIGNATURES):
        raise GatherError("a binary file, not text or HTML", subject=subject)
    text = _characters(raw)
    if text is None or _looks_binary(text):
        raise GatherError("not readable as text in any character set", subject=subject)
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return without_controls(text)


def _characters(raw: bytes) -> str | None:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw.decode(name, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        damaged = len(raw) - error.start < 4  # cut in the middle of the last character
        if damaged:
            return raw[: error.start].decode("utf-8")
    declared = _DECLARED.search(raw[:_SNIFFED])
    if declared:
        text = _decoded(raw, declared.group(1).decode("ascii"))
        if text is not None and not _looks_binary(text):
            return text
    mostly = raw.decode("utf-8", errors="replace")
    if mostly.count("\ufffd") * 200 < len(mostly):
        return mostly
    best = from_bytes(raw[:200_000]).best()
    return _decoded(raw, best.encoding) if best is not None else None


def _decoded(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(codecs.lookup(name).name, errors="replace")
    except (LookupError, ValueError, UnicodeError):
        return None


def _looks_binary(text: str) -> bool:
    sample = text[:20_000]
    return len(_ODD.findall(sample)) > _MAX_CONTROL_SHARE * len(sample)


def without_controls(text: str) -> str:
    """Drop control characters and marks that change the direction of writing; no report needs them."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_DROPPED)


_DROPPED = dict.fromkeys(
    [code for code in range(32) if code not in (9, 10)]
    + list(range(0x7F, 0xA0))
    + [0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    + list(range(0xD800, 0xE000))
) | {0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2028: "\n", 0x2029: "\n\n", 0x0C: "\n"}
