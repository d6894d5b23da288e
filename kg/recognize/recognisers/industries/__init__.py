"""Industries by what a place or a company does, and where a chain is taken apart."""
