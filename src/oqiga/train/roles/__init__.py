"""Training the encoder that finds role fillers, incident types and relevance in reports of violence."""
