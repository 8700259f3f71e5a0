"""The book at work: reports go in, incidents come out; the ledger and the reconciling brought together."""
