"""The append-only book of reports, claims and decisions."""
