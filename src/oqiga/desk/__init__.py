"""The desk: the book over HTTP, for people in a browser and for programs."""
