"""The HTTP API and the web desk."""
