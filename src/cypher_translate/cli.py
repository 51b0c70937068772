"""``cypher-translate``: translate Neo4j's Cypher for FalkorDB on the command line.

What only some calls need is imported by the functions that need it, so that a short file is translated in a blink.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, TextIO

from cypher_translate.errors import CypherError, CypherSyntaxError, Diagnostic
from cypher_translate.scripts import Outcome, outcomes
from cypher_translate.source import NO_SPAN, excerpt, line_and_column
from cypher_translate.target import Target
from cypher_translate.translation import DEFAULT_TARGET

REFUSED, BAD_SYNTAX, BAD_USAGE, PIPE_CLOSED, INTERRUPTED = 1, 2, 3, 141, 130
SUFFIXES = (".cypher", ".cyp", ".cql")
HELP_END = f"""\
exit codes:
  0  everything was translated
  {REFUSED}  FalkorDB cannot run a statement, so it was refused
  {BAD_SYNTAX}  a statement has a mistake for which Neo4j would refuse it
  {BAD_USAGE}  wrong arguments, or a file that cannot be read (the highest of these numbers counts)

'cypher-translate differences' lists what is translated and why ('./differences' names a file of that name).
Colours are left out where NO_COLOR is set or the output is no terminal.
"""

_RED, _GREEN, _YELLOW, _CYAN, _BOLD, _PLAIN = "31", "32", "33", "36", "1", ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the arguments of the process, or with these; the result is the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        listing = arguments[:1] == ["differences"]
        code = _differences(arguments[1:]) if listing else _translate(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader has what it wanted. What Python would flush at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED


class _Parser(argparse.ArgumentParser):
    """argparse's own exit code for wrong arguments is 2, which means bad syntax here."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_USAGE, f"{self.prog}: {message}\n(cypher-translate --help tells more)\n")


def _translate(arguments: Sequence[str]) -> int:
    parser = _Parser(
        prog="cypher-translate",
        description="Translate Neo4j's Cypher for FalkorDB; statements are separated by semicolons.",
        epilog=HELP_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    folder = f"a folder with {', '.join(SUFFIXES)} files"
    parser.add_argument("files", metavar="FILE", nargs="+", help=f"a file, {folder}, or - (standard input)")
    parser.add_argument(
        "--target", type=_target, default=DEFAULT_TARGET, metavar="VERSION", help="of FalkorDB (%(default)s)"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="json: one object for each statement"
    )
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--check", action="store_true", help="only judge: print no translations")
    shown.add_argument("--diff", action="store_true", help="show what the translation changes, clause by clause")
    chosen = parser.parse_args(arguments)
    if chosen.diff and chosen.format == "json":
        parser.error("--diff is for people: it cannot be combined with --format json")

    code = 0
    files: list[str] = []
    for name in chosen.files:
        try:
            files += _expand(name)
        except OSError as error:
            code = _complain(name, error)
    if chosen.format == "json":
        printer: _Printer = _Json()
    elif chosen.diff:
        printer = _Diff()
    else:
        printer = _Text(silent=chosen.check, headed=len(files) > 1)
    bar = _Progress(len(files))
    for name in files:
        bar.show(name)
        try:
            text = _read(name)
        except (OSError, UnicodeDecodeError) as error:
            bar.clear()
            code = _complain(name, error)
            continue
        for outcome in outcomes(text, chosen.target):
            bar.clear()
            printer.statement("<stdin>" if name == "-" else name, text, outcome)
            code = max(code, _severity(outcome.error))
        bar.step()
    bar.clear()
    printer.end()
    return code


def _target(text: str) -> Target:
    try:
        return Target.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


# --- Files


def _expand(name: str) -> list[str]:
    """The files that an argument stands for; OSError where there are none."""
    if name == "-" or not os.path.isdir(name):
        return [name]
    found = [
        os.path.join(folder, file)
        for folder, _, files in os.walk(name)
        for file in files
        if file.lower().endswith(SUFFIXES)
    ]
    if not found:
        raise FileNotFoundError(0, f"the folder has no {', '.join(SUFFIXES)} files")
    return sorted(found)


def _read(name: str) -> str:
    """A file's text, as it is but for a byte order mark."""
    if name == "-":
        content = sys.stdin.buffer.read()
    else:
        with open(name, "rb") as file:
            content = file.read()
    return content.decode("utf-8-sig")


def _complain(name: str, error: OSError | UnicodeDecodeError) -> int:
    """One line for a file that cannot be used, and the exit code."""
    if isinstance(error, OSError):
        reason = (error.strerror or str(error)).lower()
    else:
        reason = f"is not UTF-8 text: byte {error.start} is {error.object[error.start]:#04x}"
    sys.stdout.flush()
    print(f"cypher-translate: {'<stdin>' if name == '-' else name}: {reason}", file=sys.stderr)
    return BAD_USAGE


def _severity(error: CypherError | None) -> int:
    if error is None:
        return 0
    return BAD_SYNTAX if isinstance(error, CypherSyntaxError) else REFUSED


# --- Output


class _Printer:
    """How statements are shown. Translations go to standard output, remarks and errors to standard error."""

    def statement(self, name: str, text: str, outcome: Outcome) -> None:
        """Show one statement of the file ``name`` with this text."""
        if outcome.translation:
            for diagnostic in outcome.translation.diagnostics:
                _remark(name, text, "note", diagnostic)
        if outcome.error:
            _remark(name, text, "error" if isinstance(outcome.error, CypherSyntaxError) else "refused", outcome.error)

    def end(self) -> None:
        """What belongs behind the last statement."""


class _Text(_Printer):
    def __init__(self, silent: bool, headed: bool) -> None:
        self.silent = silent
        self.headed = headed
        self.file: str | None = None

    def statement(self, name: str, text: str, outcome: Outcome) -> None:
        super().statement(name, text, outcome)
        if outcome.translation and not self.silent:
            if self.headed and self.file != name:
                print(f"// {name}")
                self.file = name
            print(f"{outcome.translation.text};")


_CHANGES = {"-": _RED, "+": _GREEN, "@": _CYAN}


class _Diff(_Printer):
    def statement(self, name: str, text: str, outcome: Outcome) -> None:
        super().statement(name, text, outcome)
        if outcome.translation is None:
            return
        from difflib import unified_diff

        line, _ = line_and_column(text, outcome.start)
        before, after = outcome.clauses()
        for changed in unified_diff(before, after, f"{name}:{line}", "FalkorDB", lineterm="", n=len(before)):
            colour = _BOLD if changed.startswith(("---", "+++")) else _CHANGES.get(changed[0], _PLAIN)
            print(_coloured(changed, colour, sys.stdout))


class _Json(_Printer):
    """A list with one object for each statement, written as they come."""

    def __init__(self) -> None:
        self.opened = False

    def statement(self, name: str, text: str, outcome: Outcome) -> None:
        from cypher_translate.scripts import described

        self._write(described(name, text, outcome))

    def _write(self, value: dict[str, object]) -> None:
        import json

        print(",\n" if self.opened else "[\n", json.dumps(value, ensure_ascii=False), sep="", end="")
        self.opened = True

    def end(self) -> None:
        print("\n]" if self.opened else "[]")


def _remark(name: str, text: str, kind: str, what: CypherError | Diagnostic) -> None:
    """``file:line:column: kind: message [code]``, the line with a caret and the hint, on standard error."""
    sys.stdout.flush()
    line, column = line_and_column(text, what.span[0])
    place = f"{name}:{line}:{column}:"
    colour = _YELLOW if kind == "note" else _RED
    print(
        _coloured(place, _BOLD, sys.stderr),
        _coloured(f"{kind}:", colour, sys.stderr),
        f"{what.message} [{what.code}]",
        file=sys.stderr,
    )
    if what.span != NO_SPAN:
        source, carets = excerpt(text, what.span).split("\n")
        print(f"  {source}\n  {_coloured(carets, colour, sys.stderr)}", file=sys.stderr)
    if what.hint:
        print(f"  hint: {what.hint}", file=sys.stderr)


def _coloured(text: str, colour: str, stream: TextIO) -> str:
    if not colour or not stream.isatty() or os.environ.get("NO_COLOR"):
        return text
    return f"\033[{colour}m{text}\033[0m"


class _Progress:
    """A bar on standard error that tells how many files are done: for many files, on a terminal."""

    WIDTH = 30

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.drawn = False
        self.wanted = total > 1 and sys.stderr.isatty()

    def show(self, name: str) -> None:
        """Draw the bar and the name of the file at hand."""
        if self.wanted:
            filled = self.WIDTH * self.done // self.total
            bar = "█" * filled + "░" * (self.WIDTH - filled)
            line = f"{bar} {self.done}/{self.total} {name}"[: _columns() - 1]
            print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)
            self.drawn = True

    def step(self) -> None:
        """One file more is done."""
        self.done += 1

    def clear(self) -> None:
        """Take the bar away, for something else is to be printed."""
        if self.drawn:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self.drawn = False


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size().columns


# --- cypher-translate differences


def _differences(arguments: Sequence[str]) -> int:
    from cypher_translate.differences import as_maps, as_text

    parser = _Parser(
        prog="cypher-translate differences",
        description="List the differences between Neo4j's Cypher and FalkorDB's, and what is done about each.",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    if parser.parse_args(arguments).format == "json":
        import json

        print(json.dumps(as_maps(), ensure_ascii=False, indent=2))
    else:
        print(as_text(lambda text: _coloured(text, _BOLD, sys.stdout)))
    return 0
