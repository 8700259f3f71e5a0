"""What the encoder tells apart: roles of fillers and types of incidents, in the order of its outputs."""

ROLES = ("perpetrator", "organization", "target", "victim", "victim_description", "weapon")
"""One tagger each; a word may fill several roles."""

TYPES = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
"""Incident types of the 1992 rules; the encoder's document head has one more output, relevance, in front."""

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
"""Labels of every tagger."""

WINDOW = 382
"""Word pieces in one window, the two special ones left out."""

OVERLAP = 96
"""Word pieces that two neighbouring windows share."""
