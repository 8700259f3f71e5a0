"""Watching feeds: new and changed reports go into the book as they appear."""
