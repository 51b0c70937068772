// Lucene's query syntax.
CREATE FULLTEXT INDEX ft FOR (n:D) ON EACH [n.x, n.y];
CREATE FULLTEXT INDEX fr FOR ()-[r:R]-() ON EACH [r.x];
CREATE (a:D {x:'hello world', y:'foo'}), (b:D {x:'hello there', y:'bar'}), (c:D {x:'goodbye', y:'foo bar'}), (d:D {x:'The running Foxes jumped', y:'state-of-the-art e-mail'}), (e:D {x:'Café au lait', y:'naïve'}), (f:D {x:'C++ and C#', y:'john.doe@example.com'}), (g:D {x:'hello hello hello world', y:''}), (h:D {x:42}), (a)-[:R {x:'hello rel'}]->(b), (a)-[:R {x:'bye'}]->(c);

// hello AND (world OR there)
CALL db.index.fulltext.queryNodes('ft', 'hello AND (world OR there)') YIELD node RETURN node.x AS x
// = [["hello there"], ["hello world"], ["hello hello hello world"]]

// hello -there
CALL db.index.fulltext.queryNodes('ft', 'hello -there') YIELD node RETURN node.x AS x
// = [["hello hello hello world"], ["hello world"]]

// +hello world
CALL db.index.fulltext.queryNodes('ft', '+hello world') YIELD node RETURN node.x AS x
// = [["hello world"], ["hello hello hello world"], ["hello there"]]

// NOT hello
CALL db.index.fulltext.queryNodes('ft', 'NOT hello') YIELD node RETURN node.x AS x
// = []

// hello AND (NOT there)
CALL db.index.fulltext.queryNodes('ft', 'hello AND (NOT there)') YIELD node RETURN node.x AS x
// = []

// x:hello AND y:foo
CALL db.index.fulltext.queryNodes('ft', 'x:hello AND y:foo') YIELD node RETURN node.x AS x
// = [["hello world"]]

// y:(foo bar)
CALL db.index.fulltext.queryNodes('ft', 'y:(foo bar)') YIELD node RETURN node.x AS x
// = [["goodbye"], ["hello world"], ["hello there"]]

// "hello world"~2
CALL db.index.fulltext.queryNodes('ft', '"hello world"~2') YIELD node RETURN node.x AS x
// = [["hello world"], ["hello hello hello world"]]

// "world hello"
CALL db.index.fulltext.queryNodes('ft', '"world hello"') YIELD node RETURN node.x AS x
// = []

// hel*
CALL db.index.fulltext.queryNodes('ft', 'hel*') YIELD node RETURN node.x AS x
// = [["hello hello hello world"], ["hello there"], ["hello world"]]

// h*
CALL db.index.fulltext.queryNodes('ft', 'h*') YIELD node RETURN node.x AS x
// = [["hello world"], ["hello hello hello world"], ["hello there"]]

// *llo
CALL db.index.fulltext.queryNodes('ft', '*llo') YIELD node RETURN node.x AS x
// = [["hello world"], ["hello hello hello world"], ["hello there"]]

// helo~
CALL db.index.fulltext.queryNodes('ft', 'helo~') YIELD node RETURN node.x AS x
// = [["hello hello hello world"], ["hello there"], ["hello world"]]

// helo~0.8
CALL db.index.fulltext.queryNodes('ft', 'helo~0.8') YIELD node RETURN node.x AS x
// = []

// hello^2 world
CALL db.index.fulltext.queryNodes('ft', 'hello^2 world') YIELD node RETURN node.x AS x
// = [["hello hello hello world"], ["hello world"], ["hello there"]]

// CAFÉ
CALL db.index.fulltext.queryNodes('ft', 'CAFÉ') YIELD node RETURN node.x AS x
// = [["Café au lait"]]

// e-mail
CALL db.index.fulltext.queryNodes('ft', 'e-mail') YIELD node RETURN node.x AS x
// = [["The running Foxes jumped"]]

// hello\:
CALL db.index.fulltext.queryNodes('ft', 'hello\\:') YIELD node RETURN node.x AS x
// = [["hello hello hello world"], ["hello there"], ["hello world"]]

// hello, there
CALL db.index.fulltext.queryNodes('ft', 'hello, there') YIELD node RETURN node.x AS x
// = [["hello there"], ["hello hello hello world"], ["hello world"]]

// hello - there
CALL db.index.fulltext.queryNodes('ft', 'hello - there') YIELD node RETURN node.x AS x
// = [["hello there"], ["hello hello hello world"], ["hello world"]]

// nope:hello
CALL db.index.fulltext.queryNodes('ft', 'nope:hello') YIELD node RETURN node.x AS x
// = []
