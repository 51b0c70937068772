MATCH (n {id: $`odd name`}) RETURN n
=>
MATCH (n {id: $`odd name`}) RETURN n
----
MATCH (n {id: $`back``tick`}) RETURN n.`back``tick` AS `back``tick`
=>
MATCH (n {id: $`backtick`}) RETURN n.`back``tick` AS `back``tick`
