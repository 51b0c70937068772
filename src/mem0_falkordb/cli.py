"""``mem0-falkordb``: look after the graphs that Mem0 keeps in FalkorDB."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

try:
    import click
    from rich.console import Console
    from rich.table import Table
except ImportError as error:
    raise SystemExit(f"mem0-falkordb: {error}; pip install 'mem0-falkordb[mem0]'") from None

from cypher_translate import CypherError, FalkorGraph
from mem0_falkordb.config import FalkorDBConfig
from mem0_falkordb.connection import connect
from mem0_falkordb.errors import Mem0FalkorDBError
from mem0_falkordb.owner import KINDS, Owner
from mem0_falkordb.picture import draw
from mem0_falkordb.registry import OwnedGraph, Registry
from mem0_falkordb.v2.command import import_command

COUNTS = "MATCH (n) RETURN count(n) AS count", "MATCH ()-[r]->() RETURN count(r) AS count"
RELATIONS = """
MATCH (a)-[r]->(b) WHERE $all OR r.valid IS NULL OR r.valid
RETURN a.name AS source, type(r) AS relationship, b.name AS destination, r.valid IS NULL OR r.valid AS valid
ORDER BY source, relationship, destination
"""
NODES = "MATCH (n) WHERE id(n) >= $next RETURN n ORDER BY id(n) LIMIT $batch"
RELATIONSHIPS = "MATCH ()-[r]->() WHERE id(r) >= $next RETURN r ORDER BY id(r) LIMIT $batch"
BATCH = 1_000


class Commands(click.Group):
    """Known errors end in one line on standard error, not in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (Mem0FalkorDBError, CypherError) as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands, context_settings={"auto_envvar_prefix": "FALKORDB", "help_option_names": ["-h", "--help"]})
@click.option("--url", help="falkor://, falkors:// or unix://", show_envvar=True)
@click.option("--host", help="The server's host name (localhost).", show_envvar=True)
@click.option("--port", type=int, help="The server's port (6379).", show_envvar=True)
@click.option("--path", type=click.Path(), help="The file of an embedded database.", show_envvar=True)
@click.option("--username", help="Who logs in.", show_envvar=True)
@click.option("--password", help="Best given by the environment.", show_envvar=True)
@click.option("--database", help="The first part of the graphs' names (mem0).", show_envvar=True)
@click.pass_context
def main(context: click.Context, /, **options: Any) -> None:
    """Look after the graphs that Mem0 keeps in FalkorDB, one for each user, agent or run."""
    context.obj = {name: value for name, value in options.items() if value is not None}


def pass_registry(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the registry of the database that the options name, connected when the command runs."""

    @click.pass_obj
    @functools.wraps(command)
    def connected(options: dict[str, Any], /, **arguments: Any) -> None:
        config = FalkorDBConfig.parse(options)
        command(Registry(connect(config), config.database), **arguments)

    return connected


main.add_command(import_command)

owner_id = click.argument("owner_id", metavar="ID")
owner_kind = click.option("--kind", type=click.Choice(KINDS), default="user", show_default=True, help="Whose id it is.")


@main.command()
@pass_registry
def users(registry: Registry) -> None:
    """List who has a graph."""
    columns = ("kind", "id", "entities", "relations", "graph")
    show_table(columns, ((*_names(graph), *_counts(registry, graph), graph.name) for graph in registry.graphs()))


@main.command()
@owner_id
@owner_kind
@click.option("--all", "everything", is_flag=True, help="Invalidated relations too.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Draw them on a page (extra viz).")
@pass_registry
def show(registry: Registry, owner_id: str, kind: str, everything: bool, html: Path | None) -> None:
    """List the relations of one owner, or draw them."""
    rows = _graph(registry, Owner(kind, owner_id)).query(RELATIONS, {"all": everything}).rows
    if html is not None:
        draw(rows, html)
        click.echo(f"wrote {html}")
        return
    columns = ("source", "relationship", "destination", "valid")
    show_table(columns if everything else columns[:3], (row if everything else row[:3] for row in rows))


@main.command()
@pass_registry
def stats(registry: Registry) -> None:
    """Show how much memory each owner's graph takes (GRAPH.MEMORY USAGE, in MB)."""
    columns = ("kind", "id", "entities", "relations", "MB", "indexes MB")
    rows = []
    for graph in registry.graphs():
        usage = _memory(registry, graph.name)
        sizes = usage["total_graph_sz_mb"], usage["indices_sz_mb"]
        rows.append((*_names(graph), *_counts(registry, graph), *sizes))
    show_table(columns, rows)


@main.command()
@owner_id
@owner_kind
@click.option("-o", "--output", type=click.File("w", lazy=True), default="-", help="A file (default: standard output).")
@click.option("--embeddings/--no-embeddings", default=True, show_default=True, help="With the entities' vectors.")
@pass_registry
def export(registry: Registry, owner_id: str, kind: str, output: IO[str], embeddings: bool) -> None:
    """Write one owner's graph as JSON lines, first the nodes, then the relationships (APOC's format)."""
    for line in _exported(_graph(registry, Owner(kind, owner_id)), embeddings):
        output.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")


@main.command()
@click.argument("owner_id", metavar="[ID]", required=False)
@owner_kind
@click.option("--all", "everything", is_flag=True, help="All graphs of the database, and no others.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_registry
def drop(registry: Registry, owner_id: str | None, kind: str, everything: bool, yes: bool) -> None:
    """Drop the graph of one owner. Mem0's vector store is not touched."""
    if (owner_id is None) == (not everything):
        raise click.UsageError("give either an ID or --all")
    what = f"all graphs of database {registry.database!r}" if owner_id is None else f"the graph of {kind} {owner_id!r}"
    if not yes:
        click.confirm(f"Drop {what}?", abort=True)
    if owner_id is None:
        click.echo(f"dropped {registry.reset()} graphs")
    elif registry.drop(Owner(kind, owner_id)):
        click.echo(f"dropped {what}")
    else:
        raise click.ClickException(_no_graph(registry, Owner(kind, owner_id)))


def show_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A table on a terminal, tab-separated lines in a pipe."""
    texts = [["" if value is None else str(value) for value in row] for row in rows]
    if sys.stdout.isatty():
        table = Table(*columns)
        for row in texts:
            table.add_row(*row)
        Console().print(table)
    else:
        for row in [list(columns), *texts]:
            click.echo("\t".join(value.replace("\t", " ").replace("\n", " ") for value in row))


def _graph(registry: Registry, owner: Owner) -> FalkorGraph:
    name = registry.find(owner)
    if name is None:
        raise click.ClickException(_no_graph(registry, owner))
    return FalkorGraph(registry.db, name)


def _no_graph(registry: Registry, owner: Owner) -> str:
    return (
        f"the {owner.kind} {owner.id!r} has no graph in database {registry.database!r}: "
        "`mem0-falkordb users` lists who has; --database and --kind choose others"
    )


def _names(graph: OwnedGraph) -> tuple[str | None, str | None]:
    return (graph.owner.kind, graph.owner.id) if graph.owner else (None, None)


def _counts(registry: Registry, graph: OwnedGraph) -> list[int]:
    opened = FalkorGraph(registry.db, graph.name)
    return [opened.query(count).rows[0][0] for count in COUNTS]


def _memory(registry: Registry, name: str) -> dict[str, Any]:
    answer = registry.db.execute_command("GRAPH.MEMORY", "USAGE", name)
    # RESP 2 has no maps: names and values follow each other.
    return answer if isinstance(answer, dict) else dict(zip(answer[::2], answer[1::2], strict=True))


def _exported(graph: FalkorGraph, embeddings: bool) -> Iterator[dict[str, Any]]:
    def properties(entity: Any) -> dict[str, Any]:
        return {key: value for key, value in entity.properties.items() if embeddings or key != "embedding"}

    for node in _all(graph, NODES):
        yield {"type": "node", "id": str(node.id), "labels": node.labels or [], "properties": properties(node)}
    for edge in _all(graph, RELATIONSHIPS):
        line = {"type": "relationship", "id": str(edge.id), "label": edge.relation, "properties": properties(edge)}
        yield {**line, "start": {"id": str(edge.src_node)}, "end": {"id": str(edge.dest_node)}}


def _all(graph: FalkorGraph, query: str) -> Iterator[Any]:
    """All entities that `query` gives in batches, by ascending id."""
    following = 0
    while rows := graph.query(query, {"next": following, "batch": BATCH}).rows:
        yield from (entity for (entity,) in rows)
        following = rows[-1][0].id + 1


if __name__ == "__main__":
    main()
