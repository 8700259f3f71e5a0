"""Archives: many reports read by many workers into tables, and their incidents found block by block."""
