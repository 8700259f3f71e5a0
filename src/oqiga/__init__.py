"""oqiga reads reports of attacks and keeps the book of what they claim."""

__version__ = "0.1.0"
