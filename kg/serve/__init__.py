"""Serve: takes a store, answers browsers and SPARQL clients over HTTP. Reads only.

    run         starts the server: address, token, limits
    app         puts the parts below together
    guard       who may ask, and what a browser may do with the answer

    protocol    SPARQL 1.1 Protocol: request -> query, answer -> response
    negotiate   Accept -> format
    kept        answers, as long as the graph is the same
    pool        queries -> processes that run them, which are stopped when they take too long
    worker      such a process
    service     the service's description of itself

    pages       address -> HTML, with the templates, styles and scripts of templates/, assets/ and vendor/
    api         the same as JSON, with OpenAPI
    names_index, profile, charts, annotated, tables, vocabulary, resource, questions        what they show

    readers     threads that read the store for pages
    opened      the store, opened anew when a build has put a new graph in force
"""
