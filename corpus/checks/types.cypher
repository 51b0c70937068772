CALL no.such() YIELD x RETURN x
=>
ProcedureNotFound
----
CALL db.labels(1)
=>
InvalidNumberOfArguments
----
MATCH (n) RETURN n LIMIT 1.5
=>
InvalidArgumentType
----
MATCH (n) RETURN n LIMIT 'a'
=>
InvalidArgumentType
----
WITH 1 AS n RETURN n {.x}
=>
InvalidArgumentType
----
MATCH (n) WHERE 'a' RETURN n
=>
InvalidArgumentType
----
MATCH p = (a)-->(b) RETURN p.x
=>
InvalidArgumentType
----
MATCH p = (a)-->(b) RETURN length(a)
=>
InvalidArgumentType
----
MATCH (a) RETURN type(a)
=>
InvalidArgumentType
----
MATCH (a) RETURN nodes(a)
=>
InvalidArgumentType
----
RETURN type('a')
=>
InvalidArgumentType
----
RETURN size(true)
=>
InvalidArgumentType
----
RETURN [1, 2].x
=>
InvalidArgumentType
----
RETURN 1 + [2], 'a' + true
=>
InvalidArgumentType
----
RETURN true + 1
=>
InvalidArgumentType
----
RETURN - 'a'
=>
InvalidArgumentType
----
RETURN 'a' * 2
=>
InvalidArgumentType
----
RETURN 1 XOR 0
=>
InvalidArgumentType
----
RETURN 'a' OR true
=>
InvalidArgumentType
----
RETURN toUpper(1)
=>
InvalidArgumentType
----
RETURN substring('a')
=>
InvalidNumberOfArguments
----
RETURN range('a', 1)
=>
InvalidArgumentType
----
RETURN head(1)
=>
InvalidArgumentType
----
RETURN CASE WHEN 1 THEN 2 END
=>
InvalidArgumentType
----
RETURN [1] IN 1
=>
InvalidArgumentType
----
FOREACH (x IN [1] | MERGE (:A) SET x.y = 1)
=>
InvalidArgumentType
----
MATCH (n) SET n = 1
=>
InvalidArgumentType
----
MATCH (n) SET n += [1]
=>
InvalidArgumentType
----
MATCH ()-[r]->() SET r:A
=>
InvalidArgumentType
----
MATCH (n) DELETE n.x
=>
InvalidArgumentType
----
MATCH (n) DELETE [n]
=>
InvalidArgumentType
----
MATCH (n) SET n = date()
=>
InvalidArgumentType
----
RETURN +'a'
=>
InvalidArgumentType
----
RETURN -true
=>
InvalidArgumentType
----
RETURN -duration('P1D')
=>
InvalidArgumentType
----
WITH point({x:1,y:2}) AS p RETURN p {.x}
=>
InvalidArgumentType
----
WITH 'a' AS p RETURN p {x: 1}
=>
InvalidArgumentType
----
MATCH ()-[r]->() REMOVE r:A
=>
InvalidArgumentType
----
MATCH (n) DELETE 1 + 1
=>
InvalidArgumentType
----
MATCH (n $p) RETURN n
=>
InvalidParameterUse
----
MERGE (n $p) RETURN n
=>
InvalidParameterUse
----
UNWIND [1] AS x SET x.a = 1
=>
InvalidArgumentType
----
RETURN 1 AND true
=>
InvalidArgumentType
----
MATCH (n) WHERE n RETURN n
=>
InvalidArgumentType
----
MATCH (n) WHERE 1 RETURN n
=>
InvalidArgumentType
----
RETURN NOT 1
=>
InvalidArgumentType
----
RETURN [1,2] + 1, 'a' + 1, 1 + 'a', true + 'a'
=>
InvalidArgumentType
----
RETURN 'a' - 1
=>
InvalidArgumentType
----
RETURN 1 IN 2
=>
InvalidArgumentType
----
WITH 1 AS x RETURN x.foo
=>
InvalidArgumentType
----
RETURN 'a'.b
=>
InvalidArgumentType
----
RETURN 'abc'[0]
=>
InvalidArgumentType
----
RETURN {a:1}[0]
=>
InvalidArgumentType
----
RETURN [1]['a']
=>
InvalidArgumentType
----
RETURN size(1)
=>
InvalidArgumentType
----
RETURN foo(1)
=>
UnknownFunction
----
RETURN apoc.foo(1)
=>
UnknownFunction
----
RETURN abs()
=>
InvalidNumberOfArguments
----
RETURN abs(1,2)
=>
InvalidNumberOfArguments
----
RETURN coalesce()
=>
InvalidNumberOfArguments
----
MATCH (n) RETURN rand(count(n))
=>
InvalidNumberOfArguments
----
MATCH ()-[r*]->() WHERE r.name = 1 RETURN r
=>
InvalidArgumentType
----
RETURN properties(1)
=>
InvalidArgumentType
----
RETURN labels(1)
=>
InvalidArgumentType
----
MATCH ()-[r]->() RETURN labels(r)
=>
InvalidArgumentType
----
RETURN all(x IN 1 WHERE true)
=>
InvalidArgumentType
----
RETURN [x IN 1 | x]
=>
InvalidArgumentType
----
MATCH (n) WHERE n:$($label) RETURN n
=>
UnexpectedSyntax
----
RETURN 1 IS :: INTEGER | STRING NOT NULL
=>
UnexpectedSyntax
----
RETURN 1 IS :: INTEGER NOT NULL | NOTHING
=>
accepted
----
RETURN 1 IS :: ANY<INTEGER | STRING> NOT NULL
=>
UnexpectedSyntax
----
RETURN 1 - date()
=>
InvalidArgumentType
----
RETURN date() - 1
=>
InvalidArgumentType
----
RETURN date() - date()
=>
InvalidArgumentType
----
RETURN date() + 1
=>
InvalidArgumentType
----
RETURN date() * 2
=>
InvalidArgumentType
----
RETURN duration('P1D') * date()
=>
InvalidArgumentType
----
RETURN duration('P1D') - date()
=>
InvalidArgumentType
----
RETURN $p - date()
=>
InvalidArgumentType
----
RETURN $p / duration('P1D')
=>
InvalidArgumentType
----
RETURN 'a' || 1
=>
InvalidArgumentType
----
RETURN 1 || [1]
=>
InvalidArgumentType
----
RETURN [1] || 'a'
=>
InvalidArgumentType
----
RETURN null || 1
=>
InvalidArgumentType
----
RETURN toString([1])
=>
InvalidArgumentType
----
MATCH (n) RETURN toString(n)
=>
InvalidArgumentType
----
RETURN toFloat(true)
=>
InvalidArgumentType
----
RETURN toBoolean(1.5)
=>
InvalidArgumentType
----
RETURN toInteger(date())
=>
InvalidArgumentType
----
RETURN split('a,b', [1])
=>
InvalidArgumentType
----
RETURN vector.similarity.cosine(['a'], [1])
=>
InvalidArgumentType
----
RETURN ceiling(1.5)
=>
UnknownFunction
----
RETURN trim(BOTH 1 FROM 'x')
=>
InvalidArgumentType
----
RETURN point({x: 1})
=>
InvalidArgumentType
----
RETURN point({lat: 1, lon: 2})
=>
InvalidArgumentType
----
RETURN percentileCont(1, 1.5)
=>
NumberOutOfRange
----
RETURN normalize('a', 'NFC')
=>
UnexpectedSyntax
----
RETURN 'a':L
=>
InvalidArgumentType
----
MATCH p = ()-->() RETURN p:L
=>
InvalidArgumentType
----
WITH {} AS m SET m.x = 1
=>
InvalidArgumentType
----
WITH 1 AS n SET n += {}
=>
InvalidArgumentType
----
MATCH (n) WITH n.x AS x SET x.y = 1
=>
InvalidArgumentType
----
MATCH (n) RETURN n.x['a']
=>
InvalidArgumentType
----
MATCH (n) WITH n.x AS s RETURN s {.x}
=>
InvalidArgumentType
----
RETURN 1 LIMIT rand()
=>
InvalidArgumentType
----
RETURN 1 LIMIT [1]
=>
InvalidArgumentType
----
RETURN 1 LIMIT +-1
=>
NegativeIntegerArgument
----
LOAD CSV FROM 1 AS line RETURN line
=>
InvalidArgumentType
----
MATCH (n:$(1)) RETURN n
=>
InvalidArgumentType
----
MATCH (n:$([1])) RETURN n
=>
InvalidArgumentType
----
MATCH (n) RETURN CASE true WHEN (n)-->() THEN 1 END
=>
UnexpectedSyntax
