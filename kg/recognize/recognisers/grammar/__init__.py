"""Takes the tokens of a sentence, proposes names that end in a head noun: parks, projects, organizations, companies.

The head noun decides the class; :mod:`kg.recognize.text.left_edge` finds where the name begins; a name must hold something of its own.

names    the names of a sentence: asks those below, in this order

heads    head nouns and where they stand
begins   where a name begins
around   what the words around tell: that something goes on, or that things are counted
kinds    what only tells what something is; of parks (parks)
own      whether the words in front of a head make a name
classes  which class it has
ends     phases, sections and places behind the head that belong to the name
"""
