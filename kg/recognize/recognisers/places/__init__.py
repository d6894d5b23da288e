"""Parks and districts by where the text is at home."""
