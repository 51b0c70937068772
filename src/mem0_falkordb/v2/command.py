"""``mem0-falkordb import``: a graph of Mem0 1.x out of Neo4j."""

from __future__ import annotations

from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from mem0_falkordb.config import FalkorDBConfig
from mem0_falkordb.connection import connect
from mem0_falkordb.v2.importer import BATCH, forget_import, import_graphs, open_source


@click.command("import")
@click.option("--from", "uri", required=True, metavar="URI", help="bolt://host:7687, neo4j://… or neo4j+s://…")
@click.option("--from-username", default=None, help="Who logs in to Neo4j.", show_envvar=True)
@click.option("--from-password", default=None, help="Best given by the environment.", show_envvar=True)
@click.option("--from-database", default=None, help="The database inside Neo4j (its default).", show_envvar=True)
@click.option("--batch", type=click.IntRange(min=1), default=BATCH, show_default=True, help="How much at once.")
@click.option("--again", is_flag=True, help="Begin at the start, even where an import was interrupted or finished.")
@click.pass_obj
def import_command(
    options: dict[str, Any],
    uri: str,
    from_username: str | None,
    from_password: str | None,
    from_database: str | None,
    batch: int,
    again: bool,
) -> None:
    """Copy what Mem0 1.x stored in Neo4j, one graph for each user, embeddings included.

    Interrupted, it goes on where it stopped when it is started again. At the end both sides are counted.
    """
    config = FalkorDBConfig.parse(options)
    db = connect(config)
    if again:
        forget_import(db, config.database, uri, from_database)
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with (
        open_source(uri, from_username, from_password) as driver,
        Progress(*columns, console=console, disable=not console.is_terminal) as progress,
    ):
        tasks: dict[str, Any] = {}

        def advance(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = progress.add_task(what, total=total)
            progress.update(tasks[what], completed=done)

        report = import_graphs(
            driver,
            db,
            config.database,
            source_name=uri,
            source_database=from_database,
            batch=batch,
            advance=advance,
        )
    how = "went on where it had stopped: " if report.resumed else ""
    click.echo(
        f"{how}{report.target.entities} entities and {report.target.relations} relations in {report.graphs} graphs, "
        "as many as in Neo4j"
    )
