"""What of a Kazakh sentence waits for a verb: phrases, clauses, finite verbs."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.arguments import SUBJECT_CASES
from oqiga.read.kk.verbs import case_of, form_of, possessed
from oqiga.read.kk.words import Word, listed


class Pending:
    """The words of one sentence that have no head yet, by what they wait for."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.open: list[int] = []  # heads of phrases that wait for a verb
        self.clauses: list[int] = []  # verbs of clauses that wait for a later verb
        self.finite: list[int] = []  # finite verbs, not yet what somebody says

    def absorb(self, host: int) -> None:
        """Give the clauses that wait to a verb as adverbial ones."""
        for clause in self.clauses:
            if clause < host:
                self.close(clause, host)
        self.clauses = [each for each in self.clauses if each >= host]

    def fold_finite(self, host: int) -> None:
        """Join the finite verbs that wait to one of them."""
        for other in self.finite:
            if other != host:
                self.words[other].head, self.words[other].dep = host, "conj"

    def close(self, clause: int, governor: int) -> None:
        """Hang a clause on its governor by its form, its case and whether it is what somebody says."""
        word = self.words[clause]
        word.head = governor
        if "Said=Yes" in word.extra:
            word.dep = "ccomp"
            return
        form, case = form_of(word), case_of(word)
        about = any(
            each.head == clause and each.dep == "case" for each in self.words[clause + 1 : clause + 4]
        )
        dwelt_on = case == "Dat" and self.words[governor].reading.lemma in listed()["dwelling"]
        if form == "participle" and (case == "Acc" or dwelt_on or (about and possessed(word))):
            word.dep = "ccomp"
        elif form == "participle" and case in SUBJECT_CASES and possessed(word):
            word.dep = "csubj"
        elif form == "infinitive":
            word.dep = (
                "csubj"
                if case in SUBJECT_CASES and possessed(word) and not about
                else "xcomp"
                if case in ("Acc", "Dat") or (case == "Abl" and not about)
                else "advcl"
            )
        else:
            word.dep = "advcl"

    def free_subjects(self, clause: int) -> None:
        """Leave the subjects of a clause to a later verb."""
        mine = [at for at in range(clause) if self.words[at].head == clause]
        freed = [at for at in mine if self.words[at].dep.startswith("nsubj")]
        for at in freed:
            self.words[at].head, self.words[at].dep = -1, ""
        self.open = sorted([*self.open, *freed])

    def choose_root(self) -> int:
        """Return on what the rest may hang: the first finite verb, else the last clause or noun."""
        if self.finite:
            return self.finite[0]
        if self.clauses:
            return self.clauses[-1]
        nominal = [place for place in self.open if self.words[place].pos != "ADV"]
        return nominal[-1] if nominal else self.open[-1] if self.open else 0
