"""The parts of `scripts/grow_book.py`: an endless world, books and their copies, measures, a picture."""
