"""The words of the record as typed, immutable models."""
