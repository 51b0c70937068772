"""The server's and the connection's errors as `CypherRuntimeError`, with Neo4j's status code where one fits."""

from __future__ import annotations

import redis
from redis.exceptions import NoPermissionError

from cypher_translate.errors import CypherRuntimeError

_STATEMENT = "Neo.ClientError.Statement."
_SCHEMA = "Neo.ClientError.Schema."

_SERVER_ERRORS: tuple[tuple[str, str, str, str], ...] = (
    # what the server's text contains, the code of the error, Neo4j's status, the hint
    ("Division by zero", "DivisionByZero", _STATEMENT + "ArithmeticError", ""),
    ("overflow", "Overflow", _STATEMENT + "ArithmeticError", ""),
    ("but was Vectorf32", "Vector", _STATEMENT + "TypeError", ""),
    ("Type mismatch", "TypeError", _STATEMENT + "TypeError", ""),
    ("Property values can only be of primitive types", "TypeError", _STATEMENT + "TypeError", ""),
    ("Missing parameters", "ParameterMissing", _STATEMENT + "ParameterMissing", "pass every parameter of the query"),
    (
        "Invalid arguments for procedure 'db.idx.",
        "Search",
        "Neo.ClientError.Procedure.ProcedureCallFailed",
        "ask for at least one neighbour, of a vector with as many dimensions as the index has",
    ),
    ("constraint violation", "ConstraintViolation", _SCHEMA + "ConstraintValidationFailed", ""),
    (
        "Query timed out",
        "Timeout",
        "Neo.ClientError.Transaction.TransactionTimedOut",
        "raise the timeout (milliseconds), or match less",
    ),
    (
        "mem consumption exceeded",
        "OutOfMemory",
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
        "match less, or raise the server's QUERY_MEM_CAPACITY",
    ),
    (
        "Max pending queries exceeded",
        "Busy",
        "Neo.TransientError.General.DatabaseUnavailable",
        "try again later, or raise the server's MAX_QUEUED_QUERIES",
    ),
    ("WRONGTYPE", "NotAGraph", "", "the graph's name is the key of something else in this Redis: use another name"),
    ("unknown command", "NoFalkorDB", "", "this server is a Redis without FalkorDB: load its module falkordb.so"),
)

UNINDEXED = "Unindexed"
"""The code of the error of `neo4j.sought`: the query is to be translated anew, without indexes."""

VECTOR = "Vector"
"""The code of the error for a vector that stands for a list: the query is to be translated anew, to read lists."""

SEARCH = "Search"
"""The code of the error of a search that is wrong, or whose index is still being built."""

_CONNECTION_ERRORS: tuple[tuple[type[redis.RedisError], str, str, str], ...] = (
    # the first that fits counts, so subclasses come before their bases
    (redis.AuthenticationError, "Authentication", "Neo.ClientError.Security.Unauthorized", "check user and password"),
    (redis.BusyLoadingError, "Busy", "Neo.TransientError.General.DatabaseUnavailable", "the server starts: try again"),
    (redis.ConnectionError, "Connection", "", "check that the server runs, and its host, port and TLS setting"),
    (
        redis.TimeoutError,
        "Connection",
        "",
        "the client's socket timeout is over and the server may still be at work: raise socket_timeout, "
        "or pass a timeout with the query",
    ),
    (redis.ReadOnlyError, "ReadOnly", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "connect to the primary"),
    (NoPermissionError, "Forbidden", "Neo.ClientError.Security.Forbidden", "grant the command to this user"),
)

_FUNCTION_ERROR = "UDF Exception: "


def runtime_error(error: redis.RedisError) -> CypherRuntimeError:
    """What a client sees instead of an error of the Redis library."""
    reason = str(error)
    for kind, code, status, hint in _CONNECTION_ERRORS:
        if isinstance(error, kind):
            return CypherRuntimeError(reason, code=code, status=status, hint=hint)
    if reason.startswith(_FUNCTION_ERROR):
        # A compatibility function raises Neo4j's own error: "UDF Exception: status: message , Stack: …".
        status, _, message = reason[len(_FUNCTION_ERROR) :].partition(" , Stack:")[0].partition(": ")
        if status == UNINDEXED or status.startswith("Neo."):
            return CypherRuntimeError(message, code=status.rpartition(".")[2], status=status)
    for part, code, status, hint in _SERVER_ERRORS:
        if part in reason:
            return CypherRuntimeError(reason, code=code, status=status, hint=hint)
    return CypherRuntimeError(reason, code="Server")
