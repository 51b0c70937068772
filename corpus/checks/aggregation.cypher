MATCH (n) RETURN n.x AS x SKIP x
=>
NonConstantExpression
----
MATCH (n) RETURN max(count(n))
=>
InvalidAggregation
----
MATCH (n) WITH n.x + count(*) AS c RETURN c
=>
AmbiguousAggregationExpression
----
MATCH (n) RETURN n.x, n.y + count(*)
=>
AmbiguousAggregationExpression
----
MATCH (n) RETURN n.x + 1, n.x + 1 + count(*)
=>
AmbiguousAggregationExpression
----
MATCH (n) WITH n.x AS x RETURN x + 1, x + 1 + count(*)
=>
AmbiguousAggregationExpression
----
MATCH (n) RETURN n ORDER BY count(*)
=>
InvalidAggregation
----
RETURN [x IN [1] | count(x)]
=>
InvalidAggregation
----
UNWIND [count(*)] AS x RETURN x
=>
InvalidAggregation
----
MATCH (n) WHERE count(n) > 1 RETURN n
=>
InvalidAggregation
----
MATCH (n) RETURN count(count(n))
=>
InvalidAggregation
----
MATCH (n) RETURN n.a + count(*)
=>
AmbiguousAggregationExpression
----
MATCH (n) WITH n.a AS a RETURN a + count(*)
=>
AmbiguousAggregationExpression
----
MATCH (n) RETURN n.a + n.b, n.a + n.b + count(*)
=>
AmbiguousAggregationExpression
----
MATCH (n) RETURN {a: n.a, c: count(*)}
=>
AmbiguousAggregationExpression
----
MATCH (n) RETURN [n.a, count(*)]
=>
AmbiguousAggregationExpression
----
RETURN count(rand())
=>
NonConstantExpression
----
MATCH (n) RETURN n SKIP n.x
=>
NonConstantExpression
----
RETURN reduce(x=0, y IN [1] | x + count(*))
=>
InvalidAggregation
----
UNWIND count(1) AS x RETURN x
=>
InvalidAggregation
----
MATCH (n) WITH n WHERE count(n) > 1 RETURN n
=>
InvalidAggregation
----
MATCH (n) WITH n, count(*) AS c WHERE sum(n.x) > 1 RETURN n
=>
InvalidAggregation
----
MATCH (n) RETURN n, sum(n.x) AS s ORDER BY count(*)
=>
InvalidAggregation
----
MATCH (n) RETURN n, sum(n.x) AS s ORDER BY s + count(*)
=>
InvalidAggregation
----
RETURN 1 LIMIT count(*)
=>
InvalidAggregation
----
MATCH (n) RETURN n SKIP sum(1)
=>
InvalidAggregation
----
WITH [1, 2] AS list RETURN none(x IN max(list) WHERE all(y IN list WHERE x <= y)) AS r
=>
AmbiguousAggregationExpression
----
MATCH (n:A&B:C) RETURN n
=>
UnexpectedSyntax
----
CREATE (:A:B&C)
=>
UnexpectedSyntax
----
MATCH (n) RETURN n.x, count(*) + 1 AS c ORDER BY count(*)
=>
InvalidAggregation
----
MATCH (n) RETURN n, count(*) ORDER BY min(count(*))
=>
InvalidAggregation
