"""What the demo's two users say, and what a model would make of it."""

from __future__ import annotations

from dataclasses import dataclass

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A memory in words, and the relations in it. ``replaces`` is a relation that it makes untrue."""

    text: str
    relations: tuple[Triple, ...]
    replaces: Triple | None = None


MESSAGES: dict[str, tuple[Fact, ...]] = {
    "I'm Alice, I live in Paris and work at Acme as an engineer.": (
        Fact("Alice lives in Paris", (("Alice", "lives_in", "Paris"),)),
        Fact(
            "Alice works at Acme as an engineer",
            (("Alice", "works_at", "Acme"), ("Alice", "has_profession", "engineer")),
        ),
    ),
    "Acme is based in Lyon. My sister Clara plays the cello.": (
        Fact("Acme is based in Lyon", (("Acme", "is_based_in", "Lyon"),)),
        Fact(
            "Alice's sister Clara plays the cello",
            (("Alice", "has_sister", "Clara"), ("Clara", "plays", "cello")),
        ),
    ),
    "I'm Bob, I'm a chef at Bistro Noir and I'm allergic to peanuts.": (
        Fact("Bob is a chef at Bistro Noir", (("Bob", "works_at", "Bistro Noir"), ("Bob", "has_profession", "chef"))),
        Fact("Bob is allergic to peanuts", (("Bob", "is_allergic_to", "peanuts"),)),
    ),
    "Good news: I have moved to Berlin.": (
        Fact("Alice has moved to Berlin", (("Alice", "lives_in", "Berlin"),), replaces=("Alice", "lives_in", "Paris")),
    ),
}

QUESTIONS: dict[str, tuple[str, ...]] = {
    "Where does Alice work?": ("Alice",),
    "Who plays an instrument?": ("cello",),
    "Where does Bob work?": ("Bob",),
}
"""What is asked, and the entities in it (Mem0 1.x has a model find them)."""

ALICE_SAYS, MORE_FROM_ALICE, BOB_SAYS, ALICE_MOVES = MESSAGES
ALICES_WORK, AN_INSTRUMENT, BOBS_WORK = QUESTIONS


def facts_in(text: str) -> list[Fact]:
    """The facts of the messages in a text, or those that it tells in the words of a memory."""
    said = [fact for message, facts in MESSAGES.items() if message in text for fact in facts]
    return said or [fact for facts in MESSAGES.values() for fact in facts if fact.text in text]
