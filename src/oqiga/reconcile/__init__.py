"""Claims to incidents: matching, origins, standing figures, disputes."""
