"""Products by who makes them."""
