"""What pages show, worked out: plain values for the templates, no markup and no questions to the book."""
