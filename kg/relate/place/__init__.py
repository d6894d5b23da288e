"""Takes the sentences of a document one by one, gives where what they tell of is: which place each clause tells of, and what is in the
place that the text speaks for or that its words are about.
"""
