"""An invented world with known truth."""
