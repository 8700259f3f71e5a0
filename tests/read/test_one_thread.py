import pytest
from threadpoolctl import ThreadpoolController

from oqiga.model.report import Report
from oqiga.read import reader
from oqiga.read.languages import LanguagePack
from oqiga.read.one_thread import one_thread
from oqiga.read.reader import read_report


def threads():
    found = ThreadpoolController().select(user_api="blas").info()
    return {each["num_threads"] for each in found}


@pytest.mark.parametrize(
    ("part", "step"), [(LanguagePack, "parse_all"), (reader, "find_claims"), (reader, "told_by_title")]
)
def test_a_report_is_read_with_one_thread_and_what_was_set_holds_afterwards(monkeypatch, part, step):
    seen, done = [], getattr(part, step)

    def noting(*given):
        seen.append(threads())
        return done(*given)

    monkeypatch.setattr(part, step, noting)
    text = "Two people were killed in Taraz."
    with ThreadpoolController().limit(limits=2, user_api="blas"):
        before = threads()
        read_report(Report(id="r", title="Six dead in Taraz", text=text, language="en"), gated=False)
        assert threads() == before
    assert seen == [{1}]


def test_it_may_be_asked_for_within_itself():
    with one_thread(), one_thread():
        assert threads() == {1}
