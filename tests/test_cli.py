"""The command cypher-translate."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from cypher_translate.cli import main
from cypher_translate.differences import CATALOGUE

GOOD = "MATCH (n) WHERE elementId(n) = $id RETURN n.name"
TRANSLATED = "MATCH (n) WHERE id(n) = $id RETURN n.name;\n"
BAD = "MATCH (n) WHERE n.a != 1 RETURN n"
REFUSED = "SHOW USERS"
COMMAND = [sys.executable, "-c", "import sys; from cypher_translate.cli import main; sys.exit(main())"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "q.cypher").write_text(GOOD)
    assert main(["q.cypher"]) == 0
    assert capsys.readouterr() == (TRANSLATED, "")


def test_standard_input() -> None:
    done = subprocess.run([*COMMAND, "-"], input=GOOD.encode(), capture_output=True, check=True)
    assert (done.stdout.decode(), done.stderr) == (TRANSLATED, b"")


def test_folders_and_their_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b").mkdir()
    for name in ("b/two.cyp", "one.cypher", "three.CQL", "no.txt"):
        (folder / name).write_text(f"RETURN '{name}'")
    assert main(["."]) == 0
    blocks = [f"// ./{name}\nRETURN '{name}';\n" for name in ("b/two.cyp", "one.cypher", "three.CQL")]
    assert capsys.readouterr().out == "".join(blocks)


def test_a_mistake_does_not_keep_the_others_from_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "q.cypher").write_text(f"RETURN 1;\n\n{BAD};\nMATCH (n RETURN 2;\n  RETURN 3;RETURN 'x")
    assert main(["q.cypher"]) == 2
    out, err = capsys.readouterr()
    assert out == "RETURN 1;\nRETURN 3;\n"
    assert err.splitlines()[:4] == [
        "q.cypher:3:21: error: '!' cannot stand here; expected a clause, an operator or the end of the query "
        "[UnexpectedSyntax]",
        f"  {BAD};",
        "                      ^",
        "  hint: inequality is written <>",
    ]
    assert [line.split(" error:")[0] for line in err.splitlines() if "error:" in line] == [
        "q.cypher:3:21:",
        "q.cypher:4:7:",
        "q.cypher:5:19:",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("RETURN 1", 0), ("", 0), ("// nothing", 0), (REFUSED, 1), (BAD, 2), (f"{BAD}; {REFUSED}", 2), ("RETURN x", 2)],
)
def test_check(folder: Path, capsys: pytest.CaptureFixture[str], text: str, code: int) -> None:
    (folder / "q.cypher").write_text(text)
    assert main(["--check", "q.cypher"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert bool(err) == bool(code)
    assert main(["q.cypher"]) == code


def test_diff(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "q.cypher").write_text(f"RETURN 1;\n{GOOD}")
    assert main(["--diff", "q.cypher"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "--- q.cypher:2",
        "+++ FalkorDB",
        "@@ -1,2 +1,2 @@",
        "-MATCH (n) WHERE elementId(n) = $id",
        "+MATCH (n) WHERE id(n) = $id",
        " RETURN n.name",
    ]


def test_diff_of_a_union_and_of_a_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "q.cypher").write_text(
        "MATCH (a) RETURN elementId(a) AS x UNION MATCH (b) RETURN b.x AS x; CREATE INDEX FOR (n:A) ON (n.x)"
    )
    assert main(["--diff", "q.cypher"]) == 0
    out = capsys.readouterr().out
    assert "-RETURN elementId(a) AS x\n" in out
    assert " UNION\n" in out


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "q.cypher").write_text(f"CREATE (n);\n{GOOD};\n  {BAD};\n{REFUSED}")
    assert main(["--format", "json", "q.cypher"]) == 2
    written, read, bad, refused = json.loads(capsys.readouterr().out)
    assert (written["line"], written["is_write"], written["status"]) == (1, True, "translated")
    assert (read["text"] + ";\n", read["columns"], read["is_write"]) == (TRANSLATED, ["n.name"], False)
    assert read["statements"] == [{"kind": "read", "text": read["text"]}]
    assert (bad["status"], bad["line"], bad["column"]) == ("syntax error", 3, 3)
    assert (bad["error"]["line"], bad["error"]["column"], bad["error"]["code"]) == (3, 23, "UnexpectedSyntax")
    assert bad["error"]["neo4j_status"] == "Neo.ClientError.Statement.SyntaxError"
    assert refused["status"] == "refused"


def test_json_of_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "q.cypher").write_text("")
    assert main(["--format", "json", "q.cypher"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_what_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    (folder / "latin.cypher").write_bytes("RETURN 'é'".encode("latin-1"))
    (folder / "q.cypher").write_text(GOOD)
    assert main(["missing.cypher", "latin.cypher", "empty", "q.cypher"]) == 3
    out, err = capsys.readouterr()
    assert out.endswith(TRANSLATED)
    assert sorted(err.splitlines()) == [
        "cypher-translate: empty: the folder has no .cypher, .cyp, .cql files",
        "cypher-translate: latin.cypher: is not UTF-8 text: byte 8 is 0xe9",
        "cypher-translate: missing.cypher: no such file or directory",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--target", "latest", "q"], "'latest' is no version of FalkorDB: write it like 4.22.1"),
        (["--format", "xml", "q"], "invalid choice: 'xml'"),
        (["--check", "--diff", "q"], "not allowed with"),
        (["--diff", "--format", "json", "q"], "--diff is for people"),
        ([], "required: FILE"),
    ],
)
def test_wrong_arguments(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 3
    assert message in capsys.readouterr().err


def test_a_byte_order_mark_and_any_letters(folder: Path) -> None:
    (folder / "q.cypher").write_text("RETURN '漢字 😀'", encoding="utf-8-sig")
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*COMMAND, "q.cypher"], capture_output=True, check=True, env=plain)
    assert done.stdout.decode("utf-8") == "RETURN '漢字 😀';\n"


def test_differences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["differences"]) == 0
    text = capsys.readouterr().out
    assert all(f"\n{step.code}\n" in f"\n{text}" for step in CATALOGUE)
    assert "  FalkorDB has no elementId; id(e) is an integer" in text


def test_differences_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["differences", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in listed] == [step.code for step in CATALOGUE]
    assert all(each["neo4j"] and each["falkordb"] and each["remedy"] for each in listed)


def test_a_reader_that_leaves(folder: Path) -> None:
    (folder / "q.cypher").write_text("RETURN 'a long line that fills the pipe';\n" * 5_000)
    running = subprocess.Popen([*COMMAND, "q.cypher"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait(30) == 141


def on_a_terminal(arguments: list[str], **environment: str) -> str:
    """What the command writes where its output is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, **environment}
    ) as running:
        os.close(theirs)
        written = b""
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # Linux's way of saying that the other end is closed
                break
            if not read:
                break
            written += read
        running.wait(30)
    os.close(ours)
    return written.decode()


def test_colours_and_a_bar_on_a_terminal(folder: Path) -> None:
    for number in range(3):
        (folder / f"{number}.cypher").write_text(f"{GOOD}; RETURN )")
    written = on_a_terminal(["--diff", "."], NO_COLOR="")
    assert "\033[32m+MATCH (n) WHERE id(n) = $id\033[0m" in written
    assert "\033[31m-MATCH (n) WHERE elementId(n) = $id\033[0m" in written
    assert "\033[31merror:\033[0m" in written
    assert "1/3 ./1.cypher" in written
    assert not written.endswith(".cypher")


def test_no_colour(folder: Path) -> None:
    (folder / "q.cypher").write_text(BAD)
    assert "\033[" not in on_a_terminal(["q.cypher"], NO_COLOR="1")
