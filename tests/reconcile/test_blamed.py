"""One body under whatever spelling is one line of blame."""

from dataclasses import replace

from oqiga.model.claims import Blame, Source
from oqiga.model.span import Span
from oqiga.model.terms import Basis, Certainty, SourceKind
from oqiga.reconcile.blamed import body_key, by_body, called, surest, tellers


def blame(number, name, *, basis=Basis.CLAIMED, by=None):
    said_by = () if by is None else (Source(name=by, kind=SourceKind.POLICE, span=Span(0, 5)),)
    return Blame(
        id=f"c-{number}", span=Span(0, 9), quote="x" * 9, perpetrator=name, basis=basis, said_by=said_by
    )


def test_spellings_and_kinds_of_bodies_do_not_part_a_name():
    assert body_key("Al-Shabab") == body_key("al-Shabaab militants") == body_key("группировка Аш-Шабаб")
    assert body_key("Red Front") != body_key("Blue Front")
    assert body_key("militants") == body_key("militants")


def test_a_body_with_a_translated_name_is_one_in_all_languages():
    names = ("Islamic State group", "ISIS", "«Исламское государство»", "ИГИЛ", "«Ислам мемлекеті» тобы")
    assert len({body_key(name) for name in names}) == 1
    assert body_key("Taliban") != body_key("Pakistani Taliban")


def test_blame_is_grouped_by_body_and_ground():
    claimed = [blame(1, "Al-Shabab"), blame(2, "Al-Shabaab", by="Al-Shabaab"), blame(3, "Al-Shabaab")]
    accused = [blame(4, "al-Shabaab group", basis=Basis.ACCUSED, by="police"), blame(5, None)]
    groups = by_body([*claimed, *accused])
    assert [[each.id for each in group] for group in groups] == [["c-1", "c-2", "c-3"], ["c-4"], ["c-5"]]
    assert [called(group) for group in groups] == ["Al-Shabaab", "al-Shabaab group", None]
    assert [tellers(group) for group in groups] == [(), ("police",), ()]


def test_that_nobody_claimed_it_is_left_out_once_somebody_did():
    nobody, group = blame(1, None, basis=Basis.UNCLAIMED), blame(2, "Al-Shabab")
    assert by_body([nobody, group]) == [(group,)]
    assert by_body([group, nobody]) == [(group,), (nobody,)]


def test_a_denial_is_not_called_denied_twice():
    denial = replace(blame(1, "Red Front", basis=Basis.DENIED), certainty=Certainty.DENIED)
    assert surest([denial]) is Certainty.STATED
    assert surest([replace(denial, certainty=Certainty.REPORTED)]) is Certainty.REPORTED
    assert surest([replace(denial, basis=Basis.ACCUSED)]) is Certainty.DENIED
