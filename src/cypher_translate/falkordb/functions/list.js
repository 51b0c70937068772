// Lists.

/**
 * Whether FalkorDB's < of two lists is Neo4j's: true, or null where Neo4j's answer is null because the first elements
 * that differ cannot be compared (FalkorDB then orders them by their types).
 */
function listsComparable(a, b) {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const comparable = functions.comparable(a[at], b[at]);
    if (comparable === null || typeof a[at] !== typeof b[at]) return null;
    if (a[at] !== b[at] && !Array.isArray(a[at])) return Number.isNaN(a[at]) || Number.isNaN(b[at]) ? null : true;
  }
  return true;
}
