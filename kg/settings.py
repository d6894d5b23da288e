"""Where the ontology and the store are, and the one place that reads the environment."""

from __future__ import annotations

import os
from pathlib import Path

from kg.errors import SchemaError


TRAINED = "trained"  # what the recogniser of names is called that comes with the program


def ontology_folder() -> Path:
    """The folder that holds ``park.ttl`` and its companions.

    Looked for in ``$KG_ONTOLOGY``, beside the package in a checkout, and inside the installed package.

    :raises SchemaError: if none of them holds ``park.ttl``; says where it looked
    """
    package = Path(__file__).resolve().parent
    given = os.environ.get("KG_ONTOLOGY")
    places = [Path(given)] if given else [package / "ontology", package.parent / "ontology"]
    for place in places:
        if (place / "park.ttl").is_file():
            return place
    looked = ", ".join(map(str, places))
    raise SchemaError("the ontology was not found", where=looked, hint="set KG_ONTOLOGY to the folder that holds park.ttl")


def store_folder(given: str | os.PathLike | None = None) -> Path:
    """The store's folder: what was given, else ``$KG_STORE``, else ``./kg-store``."""
    return Path(given or os.environ.get("KG_STORE") or "kg-store")
