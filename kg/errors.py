"""Every error that the library raises on purpose. Fields first, one clear line from the fields.

The command line turns a :class:`KgError` into that line and its ``exit_code``:
0 done, 1 the data does not conform, 2 wrong usage or input, 3 failed while working.
"""


class KgError(Exception):
    """Root of the family.

    :param what: what was found, in one sentence
    :param where: file, line, character or node it was found at
    :param hint: what to do about it
    """

    exit_code = 3

    def __init__(self, what: str, *, where: object = None, hint: str | None = None):
        self.what, self.where, self.hint = what, where, hint
        super().__init__(what)

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where is not None else self.what
        line = f"{line}; {self.hint}" if self.hint else line
        return " ".join(line.split())


class UsageError(KgError, ValueError):
    """An argument that can't be honoured: an impossible date, an unknown format."""

    exit_code = 2


class ReadError(KgError, ValueError):
    """A file that can't be read as text: missing, empty, binary, of an unknown encoding, broken."""

    exit_code = 2


class SchemaError(KgError, ValueError):
    """The ontology is broken, or something was asked of it that it does not define."""


class PatternError(KgError, ValueError):
    """A pattern that is not well formed, lacks its examples, or asserts what the ontology forbids."""

    exit_code = 2


class GazetteerError(KgError, ValueError):
    """A row of a gazetteer or alias table that can't be used."""

    exit_code = 2


class StoreError(KgError):
    """A store that is missing, is not one, was written by another version, or can't be written."""


class ShapeError(KgError, ValueError):
    """Data that breaks a shape of the ontology, where none may."""

    exit_code = 1


class QueryError(KgError, ValueError):
    """A SPARQL query that is not well formed or may not be run; says line and column.

    :ivar line: of the place that is wrong, from 1; None where there is no such place
    :ivar column: likewise, in characters
    """

    exit_code = 2
    line: int | None = None
    column: int | None = None


class ExportError(KgError):
    """An export that could not be written; nothing was left half-written."""


class PublishError(KgError):
    """A server that can't be reached, refuses what it is sent, or does not hold it afterwards."""
