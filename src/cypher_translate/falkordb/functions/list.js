// Lists.

/** What the first elements that differ say about the order of two values: 'none' differ, or whether they compare. */
function firstDifference(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let at = 0; at < Math.min(a.length, b.length); at++) {
      const difference = firstDifference(a[at], b[at]);
      if (difference !== 'none') return difference;
    }
    return a.length === b.length ? 'none' : 'comparable';
  }
  if (a === b && a !== null) return 'none';
  const alike = typeof a === typeof b && Array.isArray(a) === Array.isArray(b);
  const ordered = alike && functions.comparable(a, b) !== null && !Number.isNaN(a) && !Number.isNaN(b);
  return ordered ? 'comparable' : 'incomparable';
}

/**
 * Whether FalkorDB's < of two lists is Neo4j's: true, or null where Neo4j's answer is null because the first elements
 * that differ cannot be compared (FalkorDB orders them by their types).
 */
function listsComparable(a, b) {
  return firstDifference(a, b) === 'incomparable' ? null : true;
}

// --- stored lists

/** Whether a list that is stored mixes integers and floats; Neo4j's error where it cannot be stored. */
falkor.register('mixed', (list) => {
  if (list === null || list === undefined) return false;
  const kinds = new Set();
  for (const each of list) {
    if (each === null) fail('TypeError', 'Collections containing null values can not be stored in properties.');
    if (Array.isArray(each)) fail('TypeError', 'Collections containing collections can not be stored in properties.');
    if (typeof each === 'object') {
      fail('TypeError', 'Property values can only be of primitive types or arrays thereof.');
    }
    kinds.add(typeof each === 'string' ? functions.kind(each) : typeof each);
  }
  if (kinds.size > 1) {
    fail('TypeError', 'Neo4j only supports a subset of Cypher types for storage as singleton or array properties.');
  }
  return kinds.has('number') && list.some(Number.isInteger) && !list.every(Number.isInteger);
});

// --- aggregations, of the values that collect() gave

/** The sum of a function's argument list of durations; Neo4j's error where there is anything else. */
function addDurations(name, list) {
  for (const each of list) {
    if (functions.kind(each) === 'DURATION') continue;
    const mixed = typeof each === 'number' || typeof list[0] === 'number';
    fail('TypeError', `${name} ${mixed ? 'cannot mix number and duration' : 'can only handle numerical values, duration, or null.'}`);
  }
  return list.reduce((sum, each) => functions.add(sum, each));
}

const areAllNumbers = (list) => list.every((each) => typeof each === 'number');

/**
 * The sum of durations, or of numbers too large for an INTEGER, which is a FLOAT then; null where the server's own
 * sum of numbers is right: coalesce(neo4j.sum(list), reduce(sum = 0, each IN list | sum + each)).
 */
falkor.register('sum', (list) => {
  if (!areAllNumbers(list)) return addDurations('sum()', list);
  const total = list.reduce((sum, each) => sum + each, 0);
  return Math.abs(total) >= 2 ** 63 ? float(total) : null;
});

/** The average of numbers or of durations, null of none; step by step, as Neo4j computes it. */
falkor.register('average', (list) => {
  if (list.length === 0) return null;
  if (!areAllNumbers(list)) return functions.divide(addDurations('avg()', list), list.length);
  return float(list.reduce((average, each, at) => average + (each - average) / (at + 1), 0));
});
