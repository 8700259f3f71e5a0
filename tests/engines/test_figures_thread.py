"""The quotations of an outside model are parsed by one thread, as reports are."""

from threadpoolctl import ThreadpoolController

from oqiga.engines.figures import figures_in
from oqiga.read.languages import LanguagePack


def test_a_quotation_is_parsed_by_one_thread(monkeypatch):
    seen, parse = set(), LanguagePack.parse

    def noting(pack, text):
        blas = ThreadpoolController().select(user_api="blas").info()
        seen.update(each["num_threads"] for each in blas)
        return parse(pack, text)

    monkeypatch.setattr(LanguagePack, "parse", noting)
    with ThreadpoolController().limit(limits=2, user_api="blas"):
        assert (2, 2) in figures_in("Two people were killed in Taraz.", "en")
    assert seen == {1}
