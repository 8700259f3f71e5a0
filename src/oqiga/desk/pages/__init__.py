"""The pages of the desk, made on the server; they work without scripts and get livelier with them."""
