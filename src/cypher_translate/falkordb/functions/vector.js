// Vectors, which FalkorDB has as a type of its own and Neo4j as lists of floats.

/** The numbers of a list or vector that is to be stored; Neo4j's errors for what cannot be. */
falkor.register('vector', (x) => {
  if (x === null || x === undefined) procedureFailed("'vector' must not be null");
  if (!Array.isArray(x) || !x.length || !x.every((item) => typeof item === 'number' && Number.isFinite(item))) {
    procedureFailed('Vector must only contain finite values');
  }
  return x;
});

function procedureFailed(text) {
  throw new Error(`Neo.ClientError.Procedure.ProcedureCallFailed: ${text}`);
}
