"""Members of a body whose gunmen the report tells of are attackers; members of other bodies are not."""

import pytest

from tolling import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Red Front gunmen fled. Troops killed Said Bekov, a founding Red Front member who was wanted.",
            ["killed attackers 1"],
        ),
        (
            "Red Front gunmen fled. One of them was the body of Said Bekov, a Red Front sub-leader.",
            ["killed attackers 1"],
        ),
        (
            "The Red Front, a rebel group, said its leader, Said Bekov, was killed.",
            ["killed attackers 1"],
        ),
        (
            "Troops chased Red Front rebels. The Red Front, which lost 25 members last week, fled.",
            ["killed attackers 25"],
        ),
        ("The militant group Red Front fled. Two Red Front officials were killed.", ["killed attackers 2"]),
        (
            "The army fought armed Red Front members. Soldiers found the body of Said Bekov, a Red Front leader.",
            ["killed attackers 1"],
        ),
        (
            "Police arrested a suspected Blue Party member. A Blue Party leader was shot dead.",
            ["detained attackers 1", "killed all 1"],
        ),
        ("Red Front militants fled. Two Blue Party members were killed.", ["killed all 2"]),
        ("Tamil rebels fled. The Tamil leader Said Bekov was killed.", ["killed all 1"]),
        ("Five cadres of the outlawed CPI (Maoist) were killed.", ["killed attackers 5"]),
        ("Five members of the Blue Party (Maoist observers said) were killed.", ["killed all 5"]),
        (
            "A student opened fire, killing two boys. The teenager shot himself and was taken to a hospital.",
            ["killed children 2", "injured attackers 1", "hospitalized attackers 1"],
        ),
        ("Gunmen killed two men. The boy shot himself in the foot.", ["killed all 2", "injured children 1"]),
        (
            "Included in the dead were a nurse and three boys.",
            ["killed health_workers 1", "killed children 3"],
        ),
        ("The Blue Party said its leader was killed by a gunman.", ["killed all 1"]),
    ],
)
def test_members_of_a_body_of_attackers_are_attackers(text, expected):
    assert told(text) == expected
