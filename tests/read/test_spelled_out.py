"""Names that a report shortens are those it gives in full."""

import pytest

from oqiga.model.report import Report
from oqiga.read.languages import language_pack
from oqiga.read.reader import read_report
from oqiga.read.spelled_out import spelled_out


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Northern Relief Army (NRA) said so.", {"NRA": "Northern Relief Army"}),
        ("It was the Army of the East (AE).", {"AE": "Army of the East"}),
        ("Jama'at Sabil al-Umma (JSU) denied it.", {"JSU": "Jama'at Sabil al-Umma"}),
        ("They blamed the Highland Workers' Party (PTK).", {"PTK": "Highland Workers' Party"}),
        ("An improvised explosive device (IED) went off.", {}),
        ("Senator Harun Bel (NRA) spoke.", {}),
        ("In Paris, police (UK) waited.", {}),
    ],
)
def test_a_full_name_in_front_of_capitals_in_brackets(text, names):
    assert spelled_out(language_pack("en").parse(text)) == names


def test_who_is_called_by_capitals_is_blamed_and_speaks_under_the_full_name():
    text = (
        "Six officers were killed in Tarsk on Monday. Officials blamed the Northern Relief Army (NRA). "
        "NRA said it carried out the attack and killed nine officers."
    )
    report = Report(id="r", text=text, language="en", published="2024-03-12")
    claims = read_report(report, gated=False).claims
    blame = {(claim.perpetrator, claim.basis.value) for claim in claims if claim.kind == "blame"}
    assert blame == {("Northern Relief Army", "accused"), ("Northern Relief Army", "claimed")}
    nine = next(claim for claim in claims if claim.kind == "toll" and claim.low == 9)
    assert [source.name for source in nine.said_by] == ["Northern Relief Army"]
