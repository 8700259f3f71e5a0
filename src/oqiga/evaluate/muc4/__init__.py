"""Incident templates of the Fourth Message Understanding Conference (1992), from what the reader finds."""
