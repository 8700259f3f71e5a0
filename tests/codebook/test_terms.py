import pytest

from oqiga.codebook.terms import definitions
from oqiga.model import terms

VOCABULARIES = {
    "source_kinds": terms.SourceKind, "certainty": terms.Certainty, "revisions": terms.RevisionKind,
    "outcomes": terms.Outcome, "groups": terms.Group, "counts": terms.Counts, "events": terms.EventType,
    "stages": terms.Stage, "time_precisions": terms.TimePrecision, "place_precisions": terms.PlacePrecision,
    "participants": terms.ParticipantKind, "weapons": terms.WeaponType, "bases": terms.Basis,
    "measures": terms.MeasureType, "measure_statuses": terms.MeasureStatus,
}  # fmt: skip


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_term_is_defined_and_every_definition_is_a_term(name):
    assert set(definitions()[name]) == {term.value for term in VOCABULARIES[name]}


def test_no_vocabulary_is_forgotten():
    assert set(definitions()) == set(VOCABULARIES)


def test_definitions_are_sentences():
    for vocabulary in definitions().values():
        assert all(text.endswith(".") and len(text) < 120 for text in vocabulary.values())
