"""What can go wrong between Mem0 and FalkorDB. Every message says what to do."""


class Mem0FalkorDBError(Exception):
    """The base of this package's errors."""


class ConfigurationError(Mem0FalkorDBError):
    """The ``config`` of the graph store has an unknown key, a wrong type or settings that exclude each other.

    Not a ValueError: pydantic would put it into an error of its own that shows the input, a password included.
    """


class ConnectionFailedError(Mem0FalkorDBError, ConnectionError):
    """No server, a refused password, or a server that is not FalkorDB."""


class MissingPackageError(Mem0FalkorDBError, ImportError):
    """A package of an optional extra is needed and not installed."""


class UnsupportedMem0Error(Mem0FalkorDBError, ImportError):
    """Mem0 is missing, or the installed one can take no graph memory from here."""


class InvalidOwnerError(Mem0FalkorDBError, ValueError):
    """A call names no user, agent or run, or one whose id the database cannot keep."""
