"""Whose memories are meant: Mem0's user_id, agent_id and run_id, any of them alone or together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mem0_falkordb.owner import IDENTITIES, Owner

ANY = "*"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a memory is stored under, or what a query is limited to: an identity that is None is not asked for."""

    user_id: str | None = None
    agent_id: str | None = None
    run_id: str | None = None

    @property
    def identities(self) -> dict[str, str]:
        """The identities that are given."""
        named = {"user_id": self.user_id, "agent_id": self.agent_id, "run_id": self.run_id}
        return {name: value for name, value in named.items() if value is not None}

    @property
    def parameters(self) -> dict[str, str | None]:
        """All three, for the Cypher of `queries.SCOPED`."""
        return {"user_id": self.user_id, "agent_id": self.agent_id, "run_id": self.run_id}

    @property
    def text(self) -> str:
        """One string for exactly these identities: percent-encoded, so that no two scopes share it."""
        return "&".join(f"{name}={_escaped(value)}" for name, value in self.identities.items())

    @property
    def owner(self) -> Owner:
        """Whose graph it is in; InvalidOwnerError where no identity is given."""
        return Owner.of(self.identities)

    @property
    def speaker(self) -> str:
        """Who says "I" in the messages."""
        return self.user_id or self.agent_id or self.run_id or "user"


def scope_of(identities: Mapping[str, Any]) -> Scope:
    """The scope of keyword arguments, of filters or of a memory's payload, trimmed as Mem0 trims them."""
    values = {name: _identity(identities.get(name)) for name in IDENTITIES}
    return Scope(**values)


def scope_of_filters(filters: Mapping[str, Any] | None) -> Scope | None:
    """The scope that Mem0's filters ask for, None where it cannot be told from them.

    Equality at the top and within AND is understood, "*" is any value. An identity inside OR or NOT or with another
    operator gives None: relations are then left out, as showing too many would break the isolation.
    """
    wanted: dict[str, Any] = {}
    for name, value in _equalities(filters or {}):
        if name not in IDENTITIES:
            continue
        if isinstance(value, Mapping):
            value = value.get("eq") if set(value) == {"eq"} else value
        if isinstance(value, Mapping) or (name in wanted and wanted[name] != value):
            return None
        wanted[name] = value
    if any(_mentions_identity(filters, operator) for operator in ("OR", "NOT")):
        return None
    return scope_of({name: None if value == ANY else value for name, value in wanted.items()})


def _equalities(filters: Mapping[str, Any]) -> list[tuple[str, Any]]:
    found = [(name, value) for name, value in filters.items() if name not in ("AND", "OR", "NOT")]
    for condition in filters.get("AND") or ():
        found.extend(condition.items())
    return found


def _mentions_identity(filters: Mapping[str, Any] | None, operator: str) -> bool:
    conditions = (filters or {}).get(operator) or ()
    return any(name in IDENTITIES for condition in conditions for name in condition)


def _identity(value: Any) -> str | None:
    return None if value is None else str(value).strip() or None


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("&", "%26").replace("=", "%3D")
