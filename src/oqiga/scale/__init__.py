"""Reading archives on a cluster."""
