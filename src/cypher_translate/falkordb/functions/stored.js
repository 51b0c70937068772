// Lists that become properties.

/**
 * A list as Neo4j stores it: null where it can be stored as it is, floats where integers stand beside floats, an error
 * where its values have several types. `types` are typeof() of its values: coalesce(neo4j.stored(x, types), x).
 */
falkor.register('stored', (list, types) => {
  if (list === null || list.length < 1) return null;
  const kinds = new Set(types.map((type, at) => (type === 'String' ? functions.kind(list[at]) ?? type : type)));
  if (kinds.has('List')) fail('TypeError', 'Collections containing collections can not be stored in properties.');
  if (kinds.has('Null')) fail('TypeError', 'Collections containing null values can not be stored in properties.');
  if (kinds.size === 1) return null;
  if (kinds.size === 2 && kinds.has('Integer') && kinds.has('Float')) return list.map(float);
  return fail('TypeError', 'Neo4j only supports a subset of Cypher types for storage as singleton or array properties.');
});
