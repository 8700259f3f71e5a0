"""Who says what: attributions, the claims and statements that rest on them.

    find_attributions(ctx)                  -> every act of saying, sources resolved
    attribute(ctx, claims, attributions)    -> the claims with their sources, dates and certainty
    find_statements(ctx, attributions)      -> what was quoted, and judgements told indirectly
    find_indirect(ctx, attributions, claims) -> what was said and no other claim holds

The engine knows Universal Dependencies and no language; the words are in `lexicon/speech.yaml`,
`sources.yaml` and `channels.yaml` of each language (docs/languages.md).
"""

from oqiga.read.attribution.apply import attribute
from oqiga.read.attribution.find import find_attributions
from oqiga.read.attribution.indirect import find_indirect
from oqiga.read.attribution.model import Attribution
from oqiga.read.attribution.statements import find_statements

__all__ = ["Attribution", "attribute", "find_attributions", "find_indirect", "find_statements"]
