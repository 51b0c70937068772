// Literals, names, parameters, comments.
RETURN 0, 1, 42, 1_000_000, 0x1F, 0xff_ff, 0o17, 9223372036854775807, -9223372036854775808;
RETURN 0.0, 1.5, .5, 1e10, 1E-3, 6.02e+23, 1_000.5, 1.5e3, 1e100, 5e-324, 1.7976931348623157e308;
RETURN true, FALSE, null, Null, INF, Infinity, NaN, inf, -INF;
RETURN 'a', "b", '', "", 'it\'s', "say \"x\"", 'a"b', "a'b", '\\', '\\n', '\n\t\r\b\f', '\u00e9', '\U0001F600', '/* no comment */', '// none either';
RETURN 'two
lines', '	a tab', 'ünïcödé 漢字 😀', '\u0000';
RETURN [], [1], [1, 'a', null], [[]], {}, {a: 1}, {a: {b: [1]}}, {`odd key`: 1, null: 2, CASE: 3, ``: 4};
RETURN $name, $1, $`odd name`, $a1_b, $`back``tick`, $return;
RETURN `odd name`, `back``tick`, `ö`, größe, переменная, 变量, _x, a1, a_b, x$y;
MATCH (`a b`:`L 1`:`L``2` {`k 1`: 1})-[`r 1`:`T 1`|`T-2`]->() RETURN `a b`.`k 1` AS `c 1`, `r 1`;
MATCH (match:Match)-[return:RETURN]->(where:Where) WHERE where.where = match.match RETURN return AS order ORDER BY order;
RETURN 1 /* a comment */ + // another
  2;
/* at the beginning */ RETURN 1 /* at the end */;
RETURN 1 AS NULLS, 2 AS Limit_, 3 AS `limit`, 4 AS `return`, 5 AS `1`, 6 AS `a.b`;
