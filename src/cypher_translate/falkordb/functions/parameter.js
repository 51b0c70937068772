// Parameters that the prefix of a query cannot write: NaN, and maps with backticks in their keys.

/** The value of typed text: JSON in which each string says by its first letter what it is. */
function parameter(text) {
  return JSON.parse(text, (_, x) => {
    if (typeof x !== 'string') return x;
    const body = x.slice(1);
    switch (x[0]) {
      case 'i': return BigInt(body);
      case 'f': return float(Number(body));
      default: return body;
    }
  });
}

falkor.register('parameter', parameter);
