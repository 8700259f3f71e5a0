"""The API for programs, under /api/v1: everything the pages show, as JSON in the published record format."""
