"""English: parser adapter and lexicons."""
