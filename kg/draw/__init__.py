"""Draw: takes a network (``networkx.MultiDiGraph``, as ``kg.network`` makes it), gives one HTML page that explores it offline.

    evidence    network, graph -> network    with all sentences, figures and milestones
    selection   network -> network           what of it is wanted, what of that is shown first
    layout      boxes and links -> places
    style       classes, names -> looks      colours, shapes, sizes, lines of a label
    data        network -> nodes and edges   as the page reads them
    page        those -> HTML                through pyvis, with the template, styles and scripts of ``assets/``
    explore     all but the first, in order
    of_store    a store, and what of it is wanted -> the page
"""
