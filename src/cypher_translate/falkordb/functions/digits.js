// The server's replies show floats with 15 digits, and 17 may be needed: what is lost goes along as text.

/**
 * What a reply with x in it loses: null for nothing, a float's shortest exact text, a list of the same for each element
 * of a list, a map of the same for the keys of a map, of a node's or relationship's properties, or of a path's parts.
 */
function digits(x) {
  if (typeof x === 'number') return Number(x.toPrecision(15)) === x ? null : String(x);
  if (x === null || typeof x !== 'object') return null;
  if (Array.isArray(x)) {
    const lost = x.map(digits);
    return lost.some(part => part !== null) ? lost : null;
  }
  // Entities and paths have prototypes of their own, and an entity's attributes no keys until they are a plain object.
  const isMap = Object.getPrototypeOf(x) === Object.prototype;
  const parts = isMap ? x : x.attributes?.toJSON() ?? {nodes: x.nodes, relationships: x.relationships};
  const lost = Object.entries(parts).map(([key, part]) => [key, digits(part)]).filter(([, part]) => part !== null);
  return lost.length > 0 ? Object.fromEntries(lost) : null;
}

falkor.register('digits', digits);
