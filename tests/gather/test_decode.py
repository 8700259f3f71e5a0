import codecs

import pytest

from oqiga.errors import GatherError
from oqiga.gather.decode import MAX_BYTES, decode

RUSSIAN = "В городе Актобе в воскресенье неизвестные напали на оружейный магазин. " * 5


@pytest.mark.parametrize(
    "raw",
    [
        RUSSIAN.encode(),
        codecs.BOM_UTF8 + RUSSIAN.encode(),
        RUSSIAN.encode("utf-16"),
        RUSSIAN.encode("utf-32"),
        b'<meta charset="windows-1251">' + RUSSIAN.encode("cp1251"),
        RUSSIAN.encode("cp1251"),
        RUSSIAN.encode("koi8-r"),
    ],
)
def test_russian_is_read_in_every_usual_charset(raw):
    assert "неизвестные напали на оружейный магазин" in decode(raw, subject="page")


def test_a_page_that_lies_about_its_charset_is_read_all_the_same():
    raw = b'<meta charset="iso-8859-1">' + RUSSIAN.encode()
    assert "оружейный магазин" in decode(raw, subject="page")


def test_a_page_cut_inside_a_letter_loses_only_that_letter():
    assert decode("Ақтөбе қаласы".encode()[:-1], subject="page") == "Ақтөбе қалас"


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"x" * (MAX_BYTES + 1), "larger than"),
        (b"%PDF-1.7 ...", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
        (bytes(range(1, 32)) * 50, "not readable"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw, complaint):
    with pytest.raises(GatherError, match=complaint) as caught:
        decode(raw, subject="upload.bin")
    assert caught.value.subject == "upload.bin"


def test_marks_that_turn_the_direction_of_writing_are_dropped():
    assert (
        decode("Two \u202epeople\u202c were\u200b killed".encode(), subject="page")
        == "Two people were killed"
    )
