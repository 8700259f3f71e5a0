"""Calibrating confidence: which claims public data show to be right, and a small model of when they are."""
