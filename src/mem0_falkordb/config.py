"""The ``config`` of a graph store with the provider "falkordb": where the database is, and how it is used."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator, model_validator
from typing_extensions import Self

from mem0_falkordb.errors import ConfigurationError

URL_SCHEMES = ("falkor", "falkors", "redis", "rediss", "unix")
ELSEWHERE = {
    "ssl": 'for TLS give "url": "falkors://user:password@host:port"',
    "unix_socket_path": 'for a Unix socket give "url": "unix:///path/to/socket"',
    "graph_name": '"database" is the first part of every graph\'s name',
    "user": 'it is called "username"',
}


class FalkorDBConfig(BaseModel):
    """Where FalkorDB is and how Mem0 uses it.

    One of three ways: ``host`` and ``port``, ``url``, or ``path`` (a file; the server runs inside this program).
    Subclasses may add options; use ``parse`` to get errors that a person can act on.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    host: str = Field("localhost", min_length=1, description="the server's host name")
    port: int = Field(6379, ge=1, le=65535, strict=False, description="the server's port")
    url: str | None = Field(None, repr=False, description="the whole address: falkor://, falkors:// (TLS) or unix://")
    path: str | Path | None = Field(None, description="a database file: FalkorDB runs embedded, without a server")
    username: str | None = Field(None, description="who logs in")
    password: str | SecretStr | None = Field(None, repr=False, description="the password")
    database: str = Field("mem0", min_length=1, max_length=128, description="the first part of every graph's name")
    base_label: bool = Field(
        True, strict=False, description="give every entity the label __Entity__ instead of its type"
    )
    socket_timeout: float | None = Field(
        None, gt=0, strict=False, description="seconds to wait for an answer; default: as long as it takes"
    )

    @classmethod
    def parse(cls, value: Any) -> Self:
        """The configuration in a mapping (or a model); None stands for the defaults.

        Raises ConfigurationError, whose text names each mistake and what to write instead, and no password.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, BaseModel):
            value = value.model_dump(exclude_unset=True)
        try:
            return cls.model_validate({} if value is None else value)
        except ValidationError as error:
            raise ConfigurationError(_explain(cls, error)) from None

    @field_validator("database")
    @classmethod
    def _printable(cls, value: str) -> str:
        if not value.isprintable():
            raise ValueError("has characters that cannot be printed")
        return value

    @field_validator("url")
    @classmethod
    def _known_scheme(cls, value: str | None) -> str | None:
        if value is not None and urlsplit(value).scheme not in URL_SCHEMES:
            raise ValueError(f"must begin with one of {', '.join(scheme + '://' for scheme in URL_SCHEMES)}")
        return value

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ways = [
            "host and port" if self.model_fields_set & {"host", "port"} else "",
            "url" if self.url else "",
            "path" if self.path else "",
        ]
        given = [way for way in ways if way]
        if len(given) > 1:
            raise ValueError(f"{' and '.join(given)} exclude each other: keep one")
        if self.path and (self.username or self.password):
            raise ValueError("an embedded database (path) has no username and no password: leave them out")
        return self

    @property
    def secret(self) -> str | None:
        """The password as plain text."""
        return self.password.get_secret_value() if isinstance(self.password, SecretStr) else self.password


def _explain(model: type[BaseModel], error: ValidationError) -> str:
    lines = ["the graph_store config for falkordb is not right:"]
    for mistake in error.errors(include_url=False, include_input=False):
        name = str(mistake["loc"][0]) if mistake["loc"] else ""
        if mistake["type"] == "extra_forbidden":
            reason = f"there is no such option{_instead(name, model)}"
        else:
            reason = mistake["msg"].removeprefix("Value error, ")
        line = f"  {name}: {reason}" if name else f"  {reason}"
        if line not in lines:
            lines.append(line)
    return "\n".join(lines)


def _instead(name: str, model: type[BaseModel]) -> str:
    if name in ELSEWHERE:
        return f"; {ELSEWHERE[name]}"
    close = difflib.get_close_matches(name, model.model_fields, n=1)
    return f'; did you mean "{close[0]}"?' if close else f"; the options are {', '.join(model.model_fields)}"
