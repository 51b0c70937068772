"""Whose memory it is: a user, or else an agent or a run that is named alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mem0_falkordb.errors import InvalidOwnerError

KINDS = ("user", "agent", "run")
IDENTITIES = ("user_id", "agent_id", "run_id")


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner of one graph. ``kind`` is one of ``KINDS``; equal ids of different kinds are different owners."""

    kind: str
    id: str

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise InvalidOwnerError(f"{self.kind!r} owns no graph; use one of {', '.join(KINDS)}")
        if not self.id:
            raise InvalidOwnerError(f"the {self.kind}_id is empty")
        if "\0" in self.id or not _encodable(self.id):
            raise InvalidOwnerError(
                f"the {self.kind}_id {self.id!r} holds a NUL or half a surrogate pair, which no database can store: "
                "give an id that is valid Unicode text"
            )

    @classmethod
    def of(cls, scope: Mapping[str, Any]) -> Owner:
        """The owner that ``user_id``, ``agent_id`` and ``run_id`` of a call's filters name, the first given one.

        Raises InvalidOwnerError where all three are missing.

        >>> Owner.of({"user_id": "alice", "run_id": "r1"})
        Owner(kind='user', id='alice')
        >>> Owner.of({"agent_id": "planner"})
        Owner(kind='agent', id='planner')
        """
        for kind, identity in zip(KINDS, IDENTITIES, strict=True):
            value = scope.get(identity)
            if value is not None and value != "":
                return cls(kind, str(value))
        raise InvalidOwnerError("graph memory belongs to someone: give user_id, agent_id or run_id")


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
