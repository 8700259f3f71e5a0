from types import SimpleNamespace

import pytest

from oqiga.errors import SettingsError
from oqiga.read.encoder.model import networks_in
from oqiga.train.roles import folds


def report(name):
    return {"docid": name, "text": "A BOMB EXPLODED.", "body_start": 0, "templates": []}


class Reading:
    text = "A BOMB EXPLODED."
    named = None
    context = SimpleNamespace(document=None)


def test_a_fold_rests_on_the_name_of_a_report_alone():
    names = [report(f"R-{n}") for n in range(300)]
    found = [folds.fold_of(each, 3) for each in names]
    assert found == [folds.fold_of({"docid": each["docid"]}, 3) for each in names]
    assert all(found.count(number) > 60 for number in range(3))


def lessons(folder, **more):
    """Write three networks of three folds, and more, to a folder."""
    kept = {f"encoder-{n + 1}": folds.Lesson(3, n, True) for n in range(3)} | more
    for name in kept:
        (folder / f"{name}.onnx").touch()
    folds.save_lessons(kept, folder)


@pytest.fixture
def learned(monkeypatch):
    """Put plain things in the place of what is learned and read; gives the names that each was learned from."""
    names = []

    def beside(some, readings):
        assert len(some) == len(readings)
        names.append({each["docid"] for each in some})
        return folds.Beside(None, None, {}, {"learned": len(names) - 1}, {})

    monkeypatch.setattr(folds, "learn_beside", beside)
    monkeypatch.setattr(folds, "Encoder", lambda paths: paths)
    monkeypatch.setattr(folds, "gather_evidence", lambda context, read, *rest: [each.stem for each in read])
    return names


def test_each_report_is_judged_by_what_has_not_seen_it(tmp_path, learned):
    lessons(tmp_path)
    documents = [report(f"R-{n}") for n in range(30)]
    found = folds.unseen(documents, [], [Reading()] * 30, tmp_path)
    for document, each in zip(documents, found, strict=True):
        fold = folds.fold_of(document, 3)
        assert each.evidence == [f"encoder-{fold + 1}"]
        assert each.networks == 1
        assert document["docid"] not in learned[each.priors["learned"]]
    assert set.union(*learned) == {each["docid"] for each in documents}


def test_all_networks_that_have_not_seen_a_report_judge_it_together(tmp_path, learned):
    lessons(tmp_path, **{"encoder-4": folds.Lesson(9, 0, False)})
    first, more = [report(f"R-{n}") for n in range(40)], [report(f"M-{n}") for n in range(5)]
    found = folds.unseen(first, more, [Reading()] * 45, tmp_path)
    assert all(each.networks == 2 and "encoder-4" in each.evidence for each in found[40:])
    assert {each.networks for each in found[:40]} == {1, 2}
    assert len(learned) == 3


def test_a_report_that_every_network_has_seen_is_no_trial(tmp_path, learned):
    kept = {f"encoder-{n}": folds.Lesson(2, 0, True) for n in (1, 2)}
    lessons(tmp_path)
    folds.save_lessons(kept | {"encoder-3": folds.Lesson(2, 0, True)}, tmp_path)
    with pytest.raises(SettingsError, match="seen by every network"):
        folds.unseen([report(f"R-{n}") for n in range(20)], [], [Reading()] * 20, tmp_path)


def test_networks_of_unknown_lessons_are_refused(tmp_path):
    (tmp_path / "encoder-1.onnx").touch()
    with pytest.raises(SettingsError, match="is not known"):
        folds.unseen([report("R-1")], [], [Reading()], tmp_path)


def test_networks_stand_in_the_order_of_their_numbers(tmp_path):
    for number in (10, 2, 1):
        (tmp_path / f"encoder-{number}.onnx").touch()
    assert [path.stem for path in networks_in(tmp_path)] == ["encoder-1", "encoder-2", "encoder-10"]
