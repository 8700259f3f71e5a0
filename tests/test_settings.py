import pytest
from pydantic import BaseModel, ConfigDict, Field

from oqiga.errors import SettingsError
from oqiga.settings import settings_from


class Lamp(BaseModel):
    model_config = ConfigDict(extra="forbid")
    watts: int = Field(ge=1)


def test_a_file_is_read_into_its_model(tmp_path):
    (tmp_path / "lamp.toml").write_text("watts = 40")
    assert settings_from(tmp_path / "lamp.toml", Lamp) == Lamp(watts=40)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"watts = ", "not TOML"),
        (b"\xff\xfe", "not TOML"),
        (b"watts = 0", "watts: "),
        (b"volts = 1", "volts: |watts: "),
    ],
    ids=["broken", "bytes", "too low", "unknown"],
)
def test_what_is_wrong_is_named_with_its_file(tmp_path, written, told):
    (tmp_path / "lamp.toml").write_bytes(written)
    with pytest.raises(SettingsError, match=told) as raised:
        settings_from(tmp_path / "lamp.toml", Lamp)
    assert raised.value.subject == str(tmp_path / "lamp.toml")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SettingsError, match="No such file"):
        settings_from(tmp_path / "nowhere.toml", Lamp)
