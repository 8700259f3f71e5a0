"""The vocabulary of the record as data a domain person can review."""
