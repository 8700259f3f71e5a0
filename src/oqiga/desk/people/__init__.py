"""Who may do what at the desk: people, their roles, sessions, tokens, and a log of what they did."""
