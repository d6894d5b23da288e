"""Names that no rule finds and no list has: learnt from slices of texts in which names were marked by hand (README.md tells how)."""
