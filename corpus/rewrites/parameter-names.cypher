MATCH (n {id: $`odd name`}) RETURN n
=>
MATCH (n {id: $`odd name`}) RETURN n
