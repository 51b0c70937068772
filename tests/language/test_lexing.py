"""Tokens: what begins and ends them, and what is told where they do not."""

from __future__ import annotations

import pytest

from cypher_translate import CypherSyntaxError, ast, generate, parse, parse_script, translate


def value(expression: str) -> object:
    """The literal that an expression is read as."""
    query = parse(f"RETURN {expression}")
    assert isinstance(query.body, ast.SingleQuery)
    clause = query.body.clauses[0]
    assert isinstance(clause, ast.Return)
    literal = clause.body.items[0].expression
    assert isinstance(literal, ast.StringLiteral | ast.IntegerLiteral | ast.FloatLiteral | ast.Variable | ast.Parameter)
    return literal.name if isinstance(literal, ast.Variable | ast.Parameter) else literal.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'it\\'s'", "it's"),
        ('"it\'s"', "it's"),
        ("'\\\\'", "\\"),
        ("'\\\\\\''", "\\'"),
        ("'\\n\\t\\r\\b\\f'", "\n\t\r\b\f"),
        ("'\\u00e9\\uD83D\\uDE00'", "é😀"),
        ("'\\U0001F600'", "\\U0001F600"),  # Neo4j 5 leaves it so, too
        ("'a\\qb'", "a\\qb"),
        ("'// no /* comment */'", "// no /* comment */"),
        ("'a;b'", "a;b"),
        ("'two\nlines'", "two\nlines"),
        ("'\0'", "\0"),
        ("``", ""),
        ("`a``b`", "a`b"),
        ("`it's`", "it's"),
        ("größe", "größe"),
        ("变量", "变量"),
        ("$`odd name`", "odd name"),
        ("$1", "1"),
        ("0x1F", 31),
        ("0xff_ff", 0xFFFF),
        ("0o17", 15),
        ("1_000", 1000),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1.0f", 1.0),
        ("6.02E+23", 6.02e23),
    ],
)
def test_a_value(text: str, expected: object) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("RETURN 'abc", "UnexpectedSyntax", 8),
        ('RETURN "abc', "UnexpectedSyntax", 8),
        ("RETURN 'abc\\'", "UnexpectedSyntax", 8),
        ("RETURN `abc", "UnexpectedSyntax", 8),
        ("RETURN 1 /* abc", "UnexpectedSyntax", 11),
        ("RETURN 1 # abc", "UnexpectedSyntax", 10),
        ("RETURN ‘abc’", "UnexpectedSyntax", 8),
        ("RETURN 1 ? 2", "UnexpectedSyntax", 10),
        ("RETURN 1 \\ 2", "UnexpectedSyntax", 10),
        ("RETURN 😀", "UnexpectedSyntax", 8),
        ("RETURN '\\u12'", "InvalidUnicodeLiteral", 8),
        ("RETURN 0x", "InvalidNumberLiteral", 8),
        ("RETURN 0xg", "InvalidNumberLiteral", 8),
        ("RETURN 0X1f", "InvalidNumberLiteral", 8),
        ("RETURN 0o8", "InvalidNumberLiteral", 8),
        ("RETURN 017", "InvalidNumberLiteral", 8),
        ("RETURN 1__0", "InvalidNumberLiteral", 8),
        ("RETURN 1_", "InvalidNumberLiteral", 8),
        ("RETURN 12abc", "InvalidNumberLiteral", 8),
        ("RETURN 9223372036854775808", "IntegerOverflow", 8),
        ("RETURN -9223372036854775809", "IntegerOverflow", 9),
        ("RETURN 1e309", "FloatingPointOverflow", 8),
        ("RETURN 42 — 41", "InvalidUnicodeCharacter", 11),
        ("RETURN 1 ＜ 2", "InvalidUnicodeCharacter", 10),
        ("RETURN '\\uu00e9'", "InvalidUnicodeLiteral", 8),
        ("", "UnexpectedSyntax", 1),
        ("// nothing", "UnexpectedSyntax", 11),
    ],
)
def test_what_is_no_token(text: str, code: str, column: int) -> None:
    with pytest.raises(CypherSyntaxError) as raised:
        translate(text)
    assert raised.value.code == code
    assert raised.value.text == text
    assert raised.value.column == column


@pytest.mark.parametrize(
    "space", [" ", "\n", "\t", "\r\n", "/**/", "//\n", "/* RETURN */", "\u00a0", "\u3000", " /* * / */ "]
)
def test_what_is_ignored(space: str) -> None:
    assert generate(parse(f"{space}RETURN{space}1{space}+{space}2{space};{space}")) == "RETURN 1 + 2"


def test_other_signs_make_arrows() -> None:
    assert parse("MATCH (a)⟨—[r]—(b)—[s]—⟩(c) RETURN 1") == parse("MATCH (a)<-[r]-(b)-[s]->(c) RETURN 1")


def test_keywords_are_names_too() -> None:
    text = "MATCH (match)-[return:RETURN]->(where) WHERE match.order = where.limit RETURN return.case AS end"
    assert parse(generate(parse(text))) == parse(text)


def test_any_case_of_letters() -> None:
    assert parse("match (n) where n.a is not null return Count(*)") == parse(
        "MATCH (n) WHERE n.a IS NOT NULL RETURN Count(*)"
    )


def test_statements_of_a_script() -> None:
    text = ";; RETURN ';' AS a; // ; comment\nMATCH (`;`) /* ; */ RETURN 2;\n;RETURN 3"
    queries = list(parse_script(text))
    assert [generate(query) for query in queries] == ["RETURN ';' AS a", "MATCH (`;`) RETURN 2", "RETURN 3"]
    assert [text[slice(*query.span)].split()[0] for query in queries] == ["RETURN", "MATCH", "RETURN"]


def test_an_error_in_a_script_tells_its_line() -> None:
    with pytest.raises(CypherSyntaxError) as raised:
        list(parse_script("RETURN 1;\nRETURN 2;\n\n RETURN )"))
    assert (raised.value.line, raised.value.column) == (4, 9)
