"""The parts of `scripts/soak.py`: outlets that go on telling, processes kept alive, faults, measures."""
