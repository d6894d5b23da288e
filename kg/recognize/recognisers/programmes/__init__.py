"""Programmes: campaigns, strategies, policies and designations."""
