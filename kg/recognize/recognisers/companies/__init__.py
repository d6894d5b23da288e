"""Companies by what a text says of them, and those that open the names of what they build."""
