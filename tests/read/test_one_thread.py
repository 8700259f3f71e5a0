from threadpoolctl import ThreadpoolController

from oqiga.model.report import Report
from oqiga.read import reader
from oqiga.read.one_thread import one_thread
from oqiga.read.reader import read_report


def threads():
    found = ThreadpoolController().select(user_api="blas").info()
    return {each["num_threads"] for each in found}


def test_a_report_is_read_with_one_thread_and_what_was_set_holds_afterwards(monkeypatch):
    seen, find_claims = [], reader.find_claims

    def noting(*given):
        seen.append(threads())
        return find_claims(*given)

    monkeypatch.setattr(reader, "find_claims", noting)
    with ThreadpoolController().limit(limits=2, user_api="blas"):
        before = threads()
        read_report(Report(id="r", text="Two people were killed in Taraz.", language="en"), gated=False)
        assert threads() == before
    assert seen == [{1}]


def test_it_may_be_asked_for_within_itself():
    with one_thread(), one_thread():
        assert threads() == {1}
