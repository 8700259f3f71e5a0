"""Figures of Kazakh reports that stand without a verb: place by place, put right, said of the number itself."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def tolls(text: str) -> list:
    report = Report(id="r", text=text, language="kk", published="2024-05-06")
    return [claim for claim in read_report(report, gated=False).claims if claim.kind == "toll"]


def figures(text: str) -> set[tuple[str, str, int]]:
    return {(toll.outcome.value, toll.group.value, toll.low) for toll in tolls(text)}


@pytest.mark.parametrize(
    ("text", "outcome", "numbers"),
    [
        ("Жараланғандар саны: Алматыда – 12, Таразда – 5, Шымкентте – 3 адам.", "injured", {12, 5, 3}),
        ("Наразылықта 20 адам жараланды (Алматы – 12, Тараз – 5, Шымкент – 3).", "injured", {20, 12, 5, 3}),
        ("Шабуылдан 20 адам жараланды (12-сі Алматыда, 5-еуі Таразда).", "injured", {20, 12, 5}),
        ("Шабуылдан 20 адам жараланды: Алматыда 12 адам, Таразда 5 адам.", "injured", {20, 12, 5}),
        ("Қаза тапқандар саны – 12 (Алматы – 7, Тараз – 5).", "killed", {12, 7, 5}),
        ("Жараланғандар: Алматы (12 адам), Тараз (5 адам).", "injured", {12, 5}),
        ("Елде 225 адам қаза тапты, соның ішінде Алматыда 149, Таразда 12 адам.", "killed", {225, 149, 12}),
        ("Алматы облысында 8, Жамбыл облысында 9, Шымкентте 7 адам қаза тапты.", "killed", {8, 9, 7}),
    ],
)
def test_figures_are_told_place_by_place(text, outcome, numbers):
    assert figures(text) == {(outcome, "all", number) for number in numbers}


def test_each_figure_has_its_place_and_its_whole():
    whole, *parts = sorted(
        tolls("Шабуылдан 20 адам жараланды: Алматыда 12 адам, Таразда 5 адам."), key=lambda toll: -toll.low
    )
    assert [(part.place.name, part.part_of, part.counts.value) for part in parts] == [
        ("Алматы", whole.id, "subset"),
        ("Тараз", whole.id, "subset"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ресейде 3 адам қаза тапты, Алматыда 5 көлік өртенді.",
        "Ресейде 3 адам қаза тапты, Алматыда 5, Таразда 7 көлік өртенді.",
    ],
)
def test_things_are_counted_in_no_place(text):
    assert figures(text) == {("killed", "all", 3)}


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("Қаза тапқандар саны 359 емес, 253 адам.", 253, 359),
        ("Қаза тапқандар саны 359 емес, 253, деді министрлік.", 253, 359),
        ("Министрлік қаза тапқандар санын 359-дан 253-ке түсірді.", 253, 359),
        ("Қаза тапқандар 17 емес, 12 адам екені анықталды.", 12, 17),
        ("Министрлік 17 адам емес, 12 адам қаза тапқанын айтты.", 12, 17),
        ("Жарылыстан 359 емес, 253 адам қаза тапқан.", 253, 359),
        ("Қаза тапқан адамдардың саны 359 емес, 253 екенін министрлік мәлімдеді.", 253, 359),
    ],
)
def test_a_figure_put_right_leaves_the_old_one_superseded(text, new, old):
    stands = {toll.low: toll.superseded_by for toll in tolls(text)}
    ids = {toll.low: toll.id for toll in tolls(text)}
    assert stands[new] is None
    assert {number for number, by in stands.items() if by} == ({old} if old in stands else set())
    assert ids.keys() <= {new, old}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Қаза тапқандар саны 17, деді министр.", {("killed", "all", 17)}),
        (
            "Шабуылда қаза тапқандар саны 17, жараланғандар 40.",
            {("killed", "all", 17), ("injured", "all", 40)},
        ),
        ("Қаза тапқандар: 12 полицей, 3 әскери.", {("killed", "police", 12), ("killed", "military", 3)}),
        ("Жараланғандар 12 полицейге алғыс айтты.", set()),
        ("Қаза тапқандар саны 17 маусымда анықталды.", set()),
        ("Бомба қаланың алаңдарының бірінде ұсталған күдіктілер отырған автобус өткенде жарылды.", set()),
        (
            "Істе 20 айыпталушы бар: олардың 18-і қамауда, ал екеуі үйінде отыр.",
            {("detained", "attackers", 18)},
        ),
    ],
)
def test_a_figure_without_a_verb(text, found):
    assert figures(text) == found


def test_a_number_with_an_ending_ends_there():
    assert {toll.low for toll in tolls("Қаза тапқандар саны 359-дан 253-ке түсті.")} <= {359, 253}


def test_shots_are_no_people():
    assert figures("Ер адам полицейге үш оқ атты.") == set()
    assert ("involved", "attackers", 2) not in figures("Шопандардың бірі нарядқа қарай 2-3 оқ атқан.")


def test_whom_attackers_hit_is_none_of_them():
    text = "Лаңкестер орталық басшысы Арман Бековке шабуыл жасады. Дәрігерлер оны құтқара алмады, ол қайтыс болды."
    assert {group for outcome, group, _ in figures(text) if outcome == "killed"} == {"all"}


@pytest.mark.parametrize("age", ["сегіз айлық", "екі апталық", "он күндік"])
def test_how_old_a_baby_is_counts_nobody(age):
    told = figures(f"Бұған дейін бір отбасы {age} нәрестесімен бірге қаза болғаны хабарланған.")
    assert told == {("killed", "children", 1)}
