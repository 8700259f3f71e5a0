"""People listed together where the order of words is free: by the tree, over what stands in the genitive."""

from __future__ import annotations

from dataclasses import replace

from oqiga.model.syntax import SUBJECTS, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.lists import Lists
from oqiga.read.tolls.people import People

_OWN = frozenset({*SUBJECTS, "obj", "iobj", "obl", "obl:agent"})


class FreeOrderLists(Lists):
    """Lists by the tree: members hang on one verb."""

    def joined(self, first: People, second: People) -> bool:
        """Tell whether two mentions are members of one list."""
        heads = self.tokens[first.head], self._argument(second)
        if heads[1].dep in _OWN and heads[0].head != heads[1].head:
            return False
        if self._begins_clause(first, second):
            return False
        if self._past_clause(first, second):
            return True
        return super().joined(self._with_genitives(first), self._with_genitives(second))

    def _past_clause(self, first: People, second: People) -> bool:
        """Tell whether only a clause about the first stands between: «70 солдат, *охранявших склад*, и 3»."""
        head, other = self.tokens[first.head], self.tokens[second.head]
        between = self.tokens[first.last : second.first]
        if other.dep != "conj" or other.head != head.index or len(between) < 2 or second.low is None:
            return False
        clauses = [each for each in self.document.children(head, "acl", "amod") if each.index >= first.last]
        below = {each.index for clause in clauses for each in self.document.subtree(clause)}
        left = [each for each in between if each.index not in below and each.text != ","]
        return bool(below) and [each.pos for each in left] == ["CCONJ"]

    def _with_genitives(self, people: People) -> People:
        """Return a mention of one with what stands behind it in the genitive: «директор *сельской школы*»."""
        last, inside = people.last, {people.head}
        while people.single and last < len(self.tokens):
            token = self.tokens[last]
            owned = token.dep == "nmod" and "Case=Gen" in token.feats and token.head in inside
            if owned and not self.document.children(token, "case"):
                inside.add(token.index)
            elif token.dep != "amod" or not self._leads_genitive(token, inside):
                break
            last += 1
        return replace(people, last=last) if last > people.last else people

    def _leads_genitive(self, adjective: Token, inside: set[int]) -> bool:
        noun = self.tokens[adjective.head]
        return noun.index > adjective.index and noun.dep == "nmod" and noun.head in inside

    def _argument(self, people: People) -> Token:
        """Return the word that hangs on the verb: the number of a part, «*один* из военных»."""
        head = self.tokens[people.head]
        part = head.dep == "nmod" and people.first <= head.head < head.index
        return self.tokens[head.head] if part else head

    def _begins_clause(self, first: People, second: People) -> bool:
        """Tell whether people behind a comma are the subject of a verb to come: «убиты двое, *трое* целы»."""
        head, verb = self.tokens[second.head], self.document.head(self.tokens[first.head])
        between = [token.text for token in self.tokens[first.last : second.first]]
        if verb is None or head.dep != "conj" or second.low is None or between != [","]:
            return False
        if verb.index < first.first and self._has_verb_behind(second):
            return True
        return any(
            each.index > second.last
            and each.pos == "VERB"
            and not self.document.children(each, *SUBJECTS)
            and not self.document.children(each, "cc")
            for each in self.document.children(verb, "conj")
        )

    def _has_verb_behind(self, people: People) -> bool:
        """Tell whether a verb without a subject stands right behind: «убиты десять, *20 задержаны*»."""
        behind = self.tokens[people.last] if people.last < len(self.tokens) else None
        if behind is None or behind.pos != "VERB" or "Variant=Short" not in behind.feats:
            return False
        return not self.document.children(behind, *SUBJECTS, "cc")

    def _counts_part(self, people: People) -> bool:
        """Tell whether a mention is a part of those before it: not «и один из нападавших», others."""
        return people.partitive and people.group is Group.ALL

    def has_own_predicate(self, people: People) -> bool:
        """Tell whether a mention is an argument of what follows it."""
        head = self._argument(people)
        governor = self.document.head(head)
        own = head.dep in _OWN and governor is not None and governor.index > people.first
        return own or super().has_own_predicate(people)
