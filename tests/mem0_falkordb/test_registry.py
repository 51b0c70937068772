"""Names never collide, whoever the owners are and however many processes ask; a reset touches nothing else."""

from __future__ import annotations

import itertools
import subprocess
import sys
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cypher_translate import FalkorGraph
from mem0_falkordb import InvalidOwnerError
from mem0_falkordb.config import FalkorDBConfig
from mem0_falkordb.connection import connect, graph_names
from mem0_falkordb.owner import KINDS, Owner
from mem0_falkordb.registry import MAX_NAME_LENGTH, REGISTRY, Registry, natural_name

STORE = "MERGE (n:Fact {user_id: $id})"

ALICE = Owner("user", "alice")


@pytest.fixture
def prefix() -> str:
    return f"t{uuid.uuid4().hex}"


def store(registry: Registry, owner: Owner) -> str:
    """Write something of the owner's; the name of the graph."""
    name = registry.claim(owner)
    FalkorGraph(registry.db, name).query(STORE, {"id": owner.id})
    return name


def test_the_plain_name_where_it_is_free(server: Any, prefix: str) -> None:
    registry = Registry(server, prefix)
    assert registry.claim(ALICE) == registry.claim(ALICE) == registry.find(ALICE) == f"{prefix}_alice"
    assert registry.claim(Owner("user", "john_doe")) == f"{prefix}_john_doe"


def test_claiming_and_finding_create_no_graph(server: Any, prefix: str) -> None:
    registry = Registry(server, prefix)
    assert registry.find(ALICE) is None
    registry.claim(ALICE)
    assert registry.graphs() == []
    assert not any(name.startswith(prefix) for name in graph_names(server))


def test_the_same_plain_name_is_given_once(server: Any, prefix: str) -> None:
    short, long = Registry(server, prefix), Registry(server, f"{prefix}_x")
    first, second = Owner("user", "x_y"), Owner("user", "y")
    assert natural_name(short.database, first) == natural_name(long.database, second)
    one = store(short, first)
    assert long.find(second) is None
    two = store(long, second)
    assert one != two
    assert (short.find(first), long.find(second)) == (one, two)
    assert long.reset() == 1
    assert short.graphs() != []


def test_a_dropped_graphs_name_goes_to_nobody_else(server: Any, prefix: str) -> None:
    short, long = Registry(server, prefix), Registry(server, f"{prefix}_x")
    name = store(short, Owner("user", "x_y"))
    assert short.drop(Owner("user", "x_y"))
    assert not short.drop(Owner("user", "x_y"))
    assert short.find(Owner("user", "x_y")) is None
    assert store(long, Owner("user", "y")) != name
    assert store(short, Owner("user", "x_y")) == name


def test_an_owner_is_forgotten_with_the_graph(server: Any, prefix: str) -> None:
    registry = Registry(server, prefix)
    secret = Owner("user", f"secret-{prefix}")
    store(registry, secret)
    registry.drop(secret)
    kept = FalkorGraph(server, REGISTRY).query("MATCH (g:Graph) RETURN properties(g) AS entry").records()
    assert secret.id not in repr(kept)


DATABASES = ("", "_x", "_x_y", "_agent")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "_x", "_x_y", "_agent"]), st.sampled_from(KINDS), st.text("xy_:~#ag", min_size=1)
        ),
        unique=True,
        max_size=8,
    )
)
def test_owners_never_share_a_graph(server: Any, wanted: list[tuple[str, str, str]]) -> None:
    prefix = f"t{uuid.uuid4().hex}"
    claims = [(Registry(server, prefix + ending), Owner(kind, name)) for ending, kind, name in wanted]
    names = [store(registry, owner) for registry, owner in claims]
    assert len(set(names)) == len(names)
    for name, (registry, owner) in zip(names, claims, strict=True):
        assert registry.find(owner) == name
        assert [graph.name for graph in registry.graphs() if graph.owner == owner] == [name]
    assert sum(Registry(server, prefix + ending).reset() for ending in DATABASES) == len(names)


@pytest.mark.parametrize("name", ["new\nline", "\x7f", "u" * MAX_NAME_LENGTH, "~" + "0" * 32, "\u200b"])
def test_ids_that_make_no_name_get_a_digest(server: Any, prefix: str, name: str) -> None:
    registry = Registry(server, prefix)
    owner = Owner("user", name)
    assert natural_name(prefix, owner) is None
    assert len(store(registry, owner)) < MAX_NAME_LENGTH
    assert [graph.owner for graph in registry.graphs()] == [owner]
    assert registry.find(Owner("user", name + "x")) is None


def test_nobody_can_take_anothers_digest(server: Any, prefix: str) -> None:
    registry = Registry(server, prefix)
    victim = Owner("user", "odd\nid")
    name = store(registry, victim)
    thief = Owner("user", name.removeprefix(f"{prefix}_"))
    assert store(registry, thief) != name


def test_graphs_of_older_programs_are_recognised(server: Any, prefix: str) -> None:
    long = Registry(server, f"{prefix}_x")
    old = FalkorGraph(server, f"{prefix}_x_y")
    old.query(STORE, {"id": "y"})
    short = Registry(server, prefix)
    assert short.graphs() == []
    assert short.find(Owner("user", "x_y")) is None
    assert short.claim(Owner("user", "x_y")) != old.name
    assert long.find(Owner("user", "y")) == old.name
    assert [(graph.name, graph.owner) for graph in long.graphs()] == [(old.name, Owner("user", "y"))]
    assert long.claim(Owner("user", "y")) == old.name
    assert long.reset() == 1


def test_a_graph_that_two_users_share_is_nobodys(server: Any, prefix: str) -> None:
    mixed = FalkorGraph(server, f"{prefix}_alice")
    for user in ("alice", "bob"):
        mixed.query(STORE, {"id": user})
    registry = Registry(server, prefix)
    assert registry.find(ALICE) is None
    assert registry.claim(ALICE) != mixed.name
    registry.reset()
    assert mixed.exists()
    mixed.delete()


def test_a_graph_without_owners_is_left_alone(server: Any, prefix: str) -> None:
    foreign = FalkorGraph(server, f"{prefix}_sales")
    foreign.query("CREATE (:Order)")
    registry = Registry(server, prefix)
    assert registry.graphs() == []
    registry.reset()
    assert foreign.exists()
    foreign.delete()


def test_the_registry_itself_is_out_of_reach(server: Any) -> None:
    first, _, rest = REGISTRY.partition("-")
    registry = Registry(server, first)
    store(registry, Owner("user", rest))
    registry.reset()
    assert REGISTRY in graph_names(server)
    with pytest.raises(InvalidOwnerError):
        Owner("user", "")


CLAIM = """
import sys
from mem0_falkordb.config import FalkorDBConfig
from mem0_falkordb.connection import connect
from mem0_falkordb.owner import Owner
from mem0_falkordb.registry import Registry
url, *databases = sys.argv[1:]
db = connect(FalkorDBConfig.parse({"url": url, "socket_timeout": 30}))
sys.stdin.readline()
for database, owner in zip(databases, ("x_y", "y")):
    print(Registry(db, database).claim(Owner("user", owner)))
"""


def test_processes_that_claim_at_once_agree(address: str, prefix: str) -> None:
    command = [sys.executable, "-c", CLAIM, address, prefix, f"{prefix}_x"]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    claimers = [subprocess.Popen(command, **pipes) for _ in range(4)]
    answers = {claimer.communicate("go\n", timeout=60)[0] for claimer in claimers}
    assert len(answers) == 1
    one, two = answers.pop().split()
    assert one != two


def test_in_a_cluster(cluster: list[int]) -> None:
    db = connect(FalkorDBConfig.parse({"host": "127.0.0.1", "port": cluster[0], "socket_timeout": 10}))
    registry, other = Registry(db, "mem0"), Registry(db, "mem0_prod")
    owners = [Owner(kind, f"{kind}{number}") for kind, number in itertools.product(KINDS, range(4))]
    names = [store(registry, owner) for owner in owners]
    store(other, ALICE)
    assert sorted(graph.name for graph in registry.graphs()) == sorted(names)
    assert registry.drop(owners[0])
    assert registry.reset() == len(owners) - 1
    assert [graph.owner for graph in other.graphs()] == [ALICE]
