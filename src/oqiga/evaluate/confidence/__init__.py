"""What public data say about claims: which are right, and whether their confidence means what it says."""
