"""An engine over any address that speaks the chat completions of OpenAI, one's own or a paid one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from oqiga.engines.answer import answer_schema, checked, claims_in
from oqiga.engines.budget import Budget, estimated_tokens
from oqiga.engines.claims import Checker, Refusal, Refused
from oqiga.engines.engine import Proposal
from oqiga.engines.prompt import messages, passages
from oqiga.engines.server import ChatServer, Completion
from oqiga.errors import EngineError
from oqiga.model.claims import Claim
from oqiga.model.report import Report

NAME = "openai-compatible"
"""What `--engine` calls it."""

_MOST_ANSWERED = 4_000
"""Tokens of one answer."""
_MOST_CLAIMS = 200
"""Claims taken from one answer; a report that makes more is no report."""
_GIVE_UP_AFTER = 3
"""Reports in a row without an answer after which nothing more is asked."""
_FORM_TRIES = 2
"""Answers that are no JSON of the form before a passage is left."""


class OpenAiEngine:
    """Asks one model about reports, within a budget. model: as its server knows it; every claim names it."""

    def __init__(self, server: ChatServer, model: str, budget: Budget) -> None:
        self._server = server
        self._budget = budget
        self._extractor = f"{NAME}/{model}"
        self._unanswered = 0

    def propose(self, report: Report) -> Proposal:
        """Ask about one report and check every claim that comes back; whatever fails becomes a warning."""
        checker = Checker(report, self._extractor)
        claims: dict[str, Claim] = {}
        refused: Counter[Refusal] = Counter()
        warnings: list[str] = []
        for passage in passages(report.text):
            try:
                listed = self._ask(passage)
            except EngineError as error:
                warnings.append(f"outside model: {error.message}; read without it")
                break
            for claim in _checked(listed, checker, refused):
                claims.setdefault(claim.id, claim)
        return Proposal(tuple(claims.values()), (*warnings, *_told(refused)))

    @property
    def spent(self) -> str:
        """What was spent so far, in words for a person."""
        cost = f", cost {self._budget.cost:.4f}" if self._budget.cost else ""
        return f"{self._budget.read} tokens read, {self._budget.written} written{cost}"

    def close(self) -> None:
        """Close the connection."""
        self._server.close()

    def _ask(self, passage: str) -> list[object]:
        """Return the claims listed for a passage, not yet checked. Raises EngineError."""
        if self._unanswered >= _GIVE_UP_AFTER:
            raise EngineError("not asked, the server has stopped answering")
        asked = messages(passage)
        for _ in range(_FORM_TRIES):
            estimate = sum(estimated_tokens(each["content"]) for each in asked)
            if not self._budget.allows(estimate, _MOST_ANSWERED):
                raise EngineError("not asked, the budget of this run is spent")
            completion = self._completion(asked)
            self._budget.spend(
                estimate if completion.read is None else completion.read,
                estimated_tokens(completion.content) if completion.written is None else completion.written,
            )
            listed = claims_in(completion.content)
            if listed is not None:
                return listed[:_MOST_CLAIMS]
        raise EngineError("its answer is not in the form asked for")

    def _completion(self, asked: list[dict[str, str]]) -> Completion:
        try:
            completion = self._server.complete(asked, schema=answer_schema(), most_tokens=_MOST_ANSWERED)
        except EngineError:
            self._unanswered += 1
            raise
        self._unanswered = 0
        return completion


def _checked(listed: list[object], checker: Checker, refused: Counter[Refusal]) -> Iterator[Claim]:
    for each in listed:
        answered = checked(each)
        if answered is None:
            refused[Refusal.FORM] += 1
            continue
        try:
            yield checker.taken(answered)
        except Refused as refusal:
            refused[refusal.why] += 1


def _told(refused: Counter[Refusal]) -> list[str]:
    """Return one warning for every reason by which claims were refused."""
    return [f"outside model: {number} claims refused: {why.value}" for why, number in sorted(refused.items())]
