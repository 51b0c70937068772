MATCH (n) RETURN n.name,  count( * )
=>
MATCH (n) RETURN n.name, count(*) AS `count( * )`
----
MATCH (n)
RETURN n.name, // a comment
  n.age AS `the age`
=>
MATCH (n) RETURN n.name, n.age AS `the age`
