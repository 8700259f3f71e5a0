"""Claims that public data judge, as examples: what was known of each, and whether it was right."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oqiga.evaluate.verdicts import of_attribution, of_muc, of_shooting
from oqiga.model.claims import Claim
from oqiga.model.report import Report
from oqiga.read.confidence.calibrated import POOLED, described, family
from oqiga.read.confidence.features import Features, Surroundings
from oqiga.read.reader import find_claims, make_contexts

Document = Mapping[str, Any]

_HELD_OUT = 4
"""Of the benchmark that has no dev part, every fourth text by the digest of its id is never fitted on."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One public data set that judges claims. split: whether its one file has to be split by ids."""

    name: str
    id_field: str
    judge: Callable[[Claim, Document], bool | None]
    split: bool = False

    def report(self, document: Document) -> Report:
        """Return the report of one line, without its labels."""
        return Report(
            id=str(document[self.id_field]),
            text=document["text"][document.get("body_start", 0) :],
            published=document.get("published") or document.get("dateline_date"),
            language="en",
        )


BENCHMARKS = (
    Benchmark("shootings", "id", of_shooting),
    Benchmark("muc4", "docid", of_muc),
    Benchmark("attribution", "id", of_attribution, split=True),
)
"""What judges tolls, events and blame, statements."""


@dataclass(frozen=True, slots=True)
class Example:
    """One judged claim. features: by the name of a model, its own and the pooled one."""

    document: str
    family: str
    features: Mapping[str, Features]
    right: bool


def held_out(identity: str) -> bool:
    """Tell whether a text of a benchmark without a dev part is kept for measuring."""
    return hashlib.sha256(identity.encode("utf-8")).digest()[0] % _HELD_OUT == 0


def part(benchmark: Benchmark, documents: Iterable[Document], *, dev: bool) -> Iterator[Document]:
    """Yield the documents that belong to a part."""
    for document in documents:
        if not benchmark.split or held_out(str(document[benchmark.id_field])) == dev:
            yield document


def read_examples(benchmark: Benchmark, document: Document) -> list[Example]:
    """Read one report and judge what can be judged."""
    report = benchmark.report(document)
    context, *others = make_contexts(report)
    return examples_of(benchmark, document, find_claims(context, others), len(report.text))


def examples_of(
    benchmark: Benchmark, document: Document, claims: Sequence[Claim], length: int
) -> list[Example]:
    """Judge the claims of one report. length: of its text, in code points."""
    around = Surroundings(claims, length)
    found = []
    for claim in claims:
        right = benchmark.judge(claim, document)
        if right is not None:
            name = family(claim)
            tables = {each: described(claim, around, each) for each in (name, POOLED)}
            found.append(Example(str(document[benchmark.id_field]), name, tables, right))
    return found
