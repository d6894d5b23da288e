"""Projects and public works by what is built, and by the words around them."""
