"""The trained encoder: which words fill which role, what kinds of incident a report tells of."""
