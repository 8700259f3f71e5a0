"""What a body does whose people the report calls fighters is no measure of the authorities."""

import pytest

import oqiga


def measures(text):
    claims = oqiga.read_report(f"{text}\n", published="2021-06-09", language="en", gated=False).claims
    return [(each.type.value, each.status.value) for each in claims if each.kind == "measure"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen from the Tarsk Front attacked Osh. The Tarsk Front imposed a curfew.", []),
        ("Gunmen from the Tarsk Front attacked Osh. The Tarsk Front closed the road.", []),
        ("Gunmen from the Tarsk Front attacked Osh. Osh council imposed a curfew.", [("curfew", "in_force")]),
        (
            "Gunmen from the Tarsk Front attacked Osh. The mayor said police had closed the road.",
            [("closure", "in_force")],
        ),
    ],
)
def test_an_armed_body_takes_no_measures(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Osh airport resumed operations on Wednesday.", [("transport_suspension", "lifted")]),
        ("The mine in Osh resumed operations on Wednesday.", []),
        ("The army resumed military operations in Osh.", [("security_operation", "in_force")]),
    ],
)
def test_who_resumes_his_business_makes_no_operation_against_anybody(text, expected):
    assert measures(text) == expected
