"""The version of the program; a store remembers the one that wrote it."""

VERSION = "0.1.0"
