"""Frames over clauses: phrases of a lexicon, what hangs below them, who does it, where and when."""
