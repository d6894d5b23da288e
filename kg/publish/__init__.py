"""Takes a store's graph, sends it to a SPARQL 1.1 server, and makes sure that it arrived.

    manifest    which graphs there are, and what each holds: here, and as the server remembers it
    server      the HTTP side: Graph Store Protocol or SPARQL Update, with retries and authentication
    publish     what changed is sent, what is gone is removed, what arrived is counted

What was published is written on the server itself, in a graph of its own, so that any machine can go on from there.
"""

from kg.publish.publish import Progress, Report, publish
from kg.publish.server import Credentials, Server, endpoints

__all__ = ["Credentials", "Progress", "Report", "Server", "endpoints", "publish"]
