"""What somebody says in a Kazakh sentence: before "деп", in quotation marks, in front of "деді"."""

from __future__ import annotations

from oqiga.read.kk.arguments import attach, may_be_subject
from oqiga.read.kk.pending import Pending
from oqiga.read.kk.speech import closed_before, quotation_before
from oqiga.read.kk.words import listed


class Quoting(Pending):
    """Sets apart what is said from who says it."""

    def tell_of_noun(self, place: int) -> None:
        """Give a participle what stands before its "деп": "шабуыл жасады деп айыпталған адам"."""
        quotes = place > 0 and self.words[place - 1].lower in listed()["quoting"]
        if not quotes or not self.clauses or "Said=Yes" not in self.words[self.clauses[-1]].extra:
            return
        said = self.clauses.pop()
        self.close(said, place)
        if self.words[place].reading.lemma in listed()["judged"]:  # the noun behind did it, no one before
            self.free_subjects(said)

    def tell_directly(self, place: int) -> None:
        """Give what stands in a quotation before "деді" to the clause inside it, not to the speaker."""
        opening = quotation_before(self.words, place)
        if opening == place:
            opening = self._opening_without_marks(place)
        inside = [phrase for phrase in self.open if phrase > opening]
        if not inside or not closed_before(self.words, place):
            return
        hosts = [at for at in self.finite if at > opening]
        host = hosts[-1] if hosts else inside[-1]
        if not hosts:
            self.fold_finite(host)
            self.finite = [host]
        self.open = [phrase for phrase in self.open if phrase <= opening]
        for phrase in inside:
            if phrase != host:
                attach(self.words, phrase, host)

    def _opening_without_marks(self, place: int) -> int:
        """Return what stands before words said without marks: the clause before them, who speaks, or -1.

        "Саны 359 емес, 253, деді министрлік"; "Министр бұл шабуылға топ кінәлі, деді".
        """
        if self.finite:
            return self.finite[-1] if self.open and self.open[-1] > self.finite[-1] else place
        if self.clauses:
            return place
        bare = [phrase for phrase in self.open if may_be_subject(self.words, phrase)]
        speaks = len(bare) > 1 and self.words[bare[0]].reading.lemma in listed()["speakers"]
        return bare[0] if speaks else -1

    def quote(self, place: int) -> None:
        """Hang "деп" on the verb before it, whose clause is then what is said."""
        word = self.words[place]
        if self._names_it(place):
            return
        self._states()
        judged = self.open[-1:] == [place - 1] and self.words[place - 1].pos == "ADJ"
        host = (
            self.finite[0]
            if self.finite
            else self.open[-1]
            if judged
            else self.clauses[-1]
            if self.clauses
            else self.open[-1]
            if self.open
            else -1
        )
        if host < 0:
            self.open.append(place)
            return
        word.head, word.dep = host, "mark"
        if host in self.open:
            self.open.remove(host)
        stated = any(each.reading.lemma in listed()["stating"] for each in self.words[place + 1 : place + 2])
        if judged and stated and self.words[host].reading.lemma in listed()["to_blame"]:
            self._tell_judged(host)
        self.fold_finite(host)
        self.finite = []
        self.clauses = [each for each in self.clauses if each != host]
        self.absorb(host)
        self.clauses.append(host)
        self.words[host].extra |= {"Said=Yes"}

    def _tell_judged(self, host: int) -> None:
        """Give "to blame" its subject and what stands between it and who speaks.

        "Полиция *шабуылға топ* кінәлі деп мәлімдеді".
        """
        bare = [at for at in self.open if may_be_subject(self.words, at)]
        speaks = len(bare) > 1 or (bare and self.words[bare[0]].reading.lemma in listed()["speakers"])
        opening = bare[0] if speaks else -1
        for phrase in [at for at in self.open if at > opening]:
            self.open.remove(phrase)
            attach(self.words, phrase, host)

    def _names_it(self, place: int) -> bool:
        """Hang "деп" on the noun by which something is called: "әрекетін *тапсырмасы деп* атады"."""
        behind = self.words[place + 1 : place + 2]
        calls = any(each.reading.lemma in listed()["naming_verbs"] for each in behind)
        if not calls or self.finite or self.open[-1:] != [place - 1] or not self.words[place - 1].nominal:
            return False
        noun = self.open.pop()
        self.words[place].head, self.words[place].dep = noun, "mark"
        self.clauses.append(noun)
        self.words[noun].extra |= {"Said=Yes"}
        return True

    def _states(self) -> None:
        """Set a state told without a verb beside the verb before it: "… жатыр, *жағдайлары ауыр*, деп …"."""
        told = [phrase for phrase in self.open if self.finite and phrase > self.finite[-1]]
        if not told:
            return
        for phrase in told[:-1]:
            attach(self.words, phrase, told[-1])
        self.words[told[-1]].head, self.words[told[-1]].dep = self.finite[0], "conj"
        self.open = [phrase for phrase in self.open if phrase not in told]
