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

/** The sum of the durations in a list, null of none. */
function sumOfDurations(list) {
  for (const each of list) {
    if (functions.kind(each) !== 'DURATION') fail('TypeError', `Cannot add up \`${describe(each)}\``);
  }
  return list.length === 0 ? null : list.reduce((sum, each) => functions.add(sum, each));
}

falkor.register('sumOfDurations', sumOfDurations);
falkor.register('averageOfDurations', (list) => functions.divide(sumOfDurations(list), list.length));
