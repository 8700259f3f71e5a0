"""Kazakh: parser adapter and lexicons."""
