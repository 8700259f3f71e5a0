import errno
import os

import pytest

from oqiga.errors import PublishError
from oqiga.publish.files import write_whole


def test_a_file_takes_the_place_of_the_old_one(tmp_path):
    path = tmp_path / "memory.json"
    write_whole(path, b"old")
    write_whole(path, "новое".encode())
    assert path.read_text(encoding="utf-8") == "новое"
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "memory.json"
    write_whole(path, b"old")

    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PublishError, match="No space left on device"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_an_error_of_ours(tmp_path):
    with pytest.raises(PublishError, match="No such file"):
        write_whole(tmp_path / "no" / "memory.json", b"x")
