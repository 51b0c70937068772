"""FalkorDB as Mem0's graph memory, one graph for each user.

>>> from mem0_falkordb import register          # doctest: +SKIP
>>> register()                                  # doctest: +SKIP
>>> from mem0 import Memory                     # doctest: +SKIP
>>> memory = Memory.from_config({"graph_store": {"provider": "falkordb", "config": {"path": "memory.rdb"}}, ...})
... # doctest: +SKIP
"""

from mem0_falkordb.errors import (
    ConfigurationError,
    ConnectionFailedError,
    InvalidOwnerError,
    Mem0FalkorDBError,
    MissingPackageError,
    UnsupportedMem0Error,
)
from mem0_falkordb.register import register

__all__ = [
    "ConfigurationError",
    "ConnectionFailedError",
    "InvalidOwnerError",
    "Mem0FalkorDBError",
    "MissingPackageError",
    "UnsupportedMem0Error",
    "register",
]
