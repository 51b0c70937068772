// vector.similarity.cosine(a, b) and .euclidean(a, b) of short lists, bit by bit as Lucene computes them for Neo4j:
// in 32 bit floats, a product and a sum rounded together. Long vectors are left to the server's own distances.

(() => {
  function dotProduct(a, b) {
    let sum = 0;
    for (let at = 0; at < a.length; at++) sum = Math.fround(sum + a[at] * b[at]);
    return sum;
  }

  /** A vector of length one; of zeros or of numbers too large it is not finite. */
  function normalised(list) {
    let square = 0;
    for (const each of list) square += each * each;
    const length = square < Infinity ? Math.sqrt(square) : NaN;
    return Float32Array.from(list, (each) => each / length);
  }

  const cosine = (a, b) => Math.fround(1 + dotProduct(a, b)) / 2;

  function euclidean(a, b) {
    const difference = a.map((each, at) => each - b[at]);
    return 1 / Math.fround(1 + dotProduct(difference, difference));
  }

  /** Registers a similarity: `prepare` makes the vectors of which `score` is computed. */
  function register(name, prepare, score) {
    const refuse = (why) => fail('ArgumentError', `Invalid input for '${name}()': ${why}`);
    const vector = (list, argument) => {
      const isList = Array.isArray(list) && list.length > 0 && list.every((each) => typeof each === 'number');
      const prepared = isList ? prepare(list) : [NaN];
      if (prepared.every(Number.isFinite)) return prepared;
      return refuse(`Argument ${argument} is not a valid vector for this similarity function.`);
    };
    falkor.register(name, (a, b) => {
      if (a === null || b === null) return null;
      const [first, second] = [vector(a, 'a'), vector(b, 'b')];
      if (first.length !== second.length) refuse('The supplied vectors do not have the same number of dimensions.');
      return float(Math.max(Math.fround(score(first, second)), 0));
    });
  }

  register('vector.similarity.cosine', normalised, cosine);
  register('vector.similarity.euclidean', (list) => Float32Array.from(list), euclidean);
})();

// --- vectors that are stored: FalkorDB has them as a type of its own, Neo4j as lists of floats

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
