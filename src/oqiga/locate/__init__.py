"""Names to places, expressions to dates."""
