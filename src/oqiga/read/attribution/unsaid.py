"""What somebody is known to tell without a verb of saying, as an attribution."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.claims import Source
from oqiga.model.span import Span
from oqiga.model.syntax import Sentence, Token
from oqiga.model.terms import Certainty
from oqiga.read.attribution.model import HEARSAY, Attribution
from oqiga.read.attribution.moments import said_on
from oqiga.read.attribution.tree import spans_of
from oqiga.read.context import Context


def unsaid(
    ctx: Context,
    sentence: Sentence,
    source: Source,
    role: str | None,
    *,
    mark: Token,
    mention: tuple[Span, ...],
    content: Sequence[int],
) -> Attribution:
    """Return that a source tells what stands at some positions.

    mark: what gives it away, in place of a verb of saying. mention: the words that name the source.
    """
    return Attribution(
        cue=mark.lemma,
        act="say",
        sentence=sentence.index,
        cue_spans=(mark.span,),
        source_chain=(source,),
        source_spans=mention,
        content_spans=spans_of(ctx.document, content),
        certainty=Certainty.REPORTED if source.kind in HEARSAY else Certainty.STATED,
        said_on=said_on(ctx, mark, sentence, content),
        role=role,
    )
