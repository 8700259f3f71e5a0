"""The benchmark of dates counts as TempEval-3 does."""

from oqiga.evaluate.kit import kit

GOLD = {
    "id": "a",
    "timexes": [
        {"start": 0, "end": 6, "type": "DATE", "value": "1989-10-27"},
        {"start": 10, "end": 19, "type": "DATE", "value": "1988"},
        {"start": 30, "end": 34, "type": "DURATION", "value": "P3D"},
    ],
}


def test_spans_and_values_are_counted_apart():
    predicted = {
        "id": "a",
        "timexes": [
            {"start": 0, "end": 6, "type": "DATE", "value": "1989-10-27"},
            {"start": 14, "end": 19, "type": "DATE", "value": "1987"},
            {"start": 40, "end": 44, "type": "DATE", "value": "1990"},
        ],
    }
    counted = kit("timex").tally(GOLD, predicted)
    assert {name: each.right for name, each in counted.items()} == {"strict": 1, "relaxed": 2, "value": 1}
    assert all((each.given, each.wanted) == (3, 3) for each in counted.values())


def test_one_prediction_pairs_with_one_expression_only():
    predicted = {"id": "a", "timexes": [{"start": 0, "end": 34, "type": "DATE", "value": "1988"}]}
    assert kit("timex").tally(GOLD, predicted)["relaxed"].right == 1


def test_prediction_resolves_against_the_date_of_the_document():
    predicted = kit("timex").predict({"id": "b", "text": "Shares fell on Friday.", "dct": "1989-10-30"})
    assert predicted == {
        "id": "b",
        "timexes": [{"start": 15, "end": 21, "type": "DATE", "value": "1989-10-27"}],
    }
