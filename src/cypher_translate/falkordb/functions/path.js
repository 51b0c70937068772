// What Neo4j checks when paths are sought.

/** True; an error if both ends of a shortest path are the same node, given by their identifiers. */
falkor.register('differentEnds', (start, end) => {
  if (start === end) {
    throw new Error('Neo.DatabaseError.Statement.ExecutionFailed: ' +
      'The shortest path algorithm does not work when the start and end nodes are the same.');
  }
  return true;
});
