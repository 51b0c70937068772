// valueType(x) and x IS :: TYPE.
//
// JavaScript cannot tell 2.0 from 2, so the types come from the server: `types` is typeof(x), or for a list the list
// of its elements' types, nested as the value is: for two levels
//   coalesce([e IN CASE typeof(x) WHEN 'List' THEN x END | typeof(e)], typeof(x))
// A list that is nested deeper than `types` goes counts its integral numbers as INTEGER.

const ValueTypes = (() => {
  const SERVER_NAMES = {
    Null: 'NULL', Boolean: 'BOOLEAN', String: 'STRING', Integer: 'INTEGER', Float: 'FLOAT', Map: 'MAP', List: 'LIST',
    Node: 'NODE', Edge: 'RELATIONSHIP', Path: 'PATH', Point: 'POINT', Date: 'DATE', Time: 'LOCAL TIME',
    Datetime: 'LOCAL DATETIME', Duration: 'DURATION',
  };
  const ORDER = ['BOOLEAN', 'STRING', 'INTEGER', 'FLOAT', 'DATE', 'LOCAL TIME', 'ZONED TIME', 'LOCAL DATETIME',
    'ZONED DATETIME', 'DURATION', 'POINT', 'NODE', 'RELATIONSHIP', 'MAP', 'LIST', 'PATH'];
  const NOT_STORABLE = new Set(['NODE', 'RELATIONSHIP', 'MAP', 'PATH']);

  // A type is {name} or {name: 'LIST', elements}; a union is {members: [type], nullable}.

  function typeOf(x, types) {
    if (Array.isArray(x)) {
      const known = Array.isArray(types) ? types : types === 'Vectorf32' ? x.map(() => 'Float') : [];
      return { name: 'LIST', elements: union(x.map((element, at) => typeOf(element, known[at]))) };
    }
    if (typeof x === 'string') return { name: functions.kind(x) ?? 'STRING' };
    return { name: SERVER_NAMES[types] ?? describe(x) };
  }

  /** The union of types: NULL makes it nullable, a type within another is dropped. */
  function union(types) {
    const members = [];
    for (const type of types) {
      if (type.name === 'NULL' || members.some((member) => isWithin(type, member))) continue;
      members.splice(0, members.length, ...members.filter((member) => !isWithin(member, type)), type);
    }
    return { members: members.sort(compare), nullable: types.some((type) => type.name === 'NULL') };
  }

  function isWithin(type, other) {
    if (other.name === 'ANY') return true;
    if (other.name === 'PROPERTY VALUE') return isStorable(type);
    return type.name === other.name && (type.name !== 'LIST' || isUnionWithin(type.elements, other.elements));
  }

  /** LIST<ANY NOT NULL> has lists with null: so does Neo4j. */
  function isUnionWithin(union, other) {
    return (!union.nullable || other.nullable || other.members.some(({ name }) => name === 'ANY')) &&
      union.members.every((member) => other.members.some((each) => isWithin(member, each)));
  }

  function isStorable(type) {
    if (type.name !== 'LIST') return !NOT_STORABLE.has(type.name);
    const { members, nullable } = type.elements;
    const isNumber = ({ name }) => name === 'INTEGER' || name === 'FLOAT';
    if (nullable || (members.length > 1 && !members.every(isNumber))) return false;
    return members.every((member) => member.name !== 'LIST' && isStorable(member));
  }

  /** The order of types within a union: scalars, then lists by what they hold, unions last. */
  function compare(a, b) {
    if (a.name !== 'LIST' || b.name !== 'LIST') return ORDER.indexOf(a.name) - ORDER.indexOf(b.name);
    const [left, right] = [a.elements.members, b.elements.members];
    if (left.length === 1 && right.length === 1) return compare(left[0], right[0]);
    return left.length - right.length;
  }

  function text(type) {
    return type.name === 'LIST' ? `LIST<${unionText(type.elements)}>` : type.name;
  }

  function unionText({ members, nullable }) {
    if (members.length === 0) return nullable ? 'NULL' : 'NOTHING';
    return members.map((member) => text(member) + (nullable ? '' : ' NOT NULL')).join(' | ');
  }

  /** A type as Cypher writes it, with the standard names: `LIST<INTEGER NOT NULL> | STRING`. */
  function parse(source) {
    const tokens = source.match(/NOT NULL|[A-Z]+(?: (?!NOT NULL)[A-Z]+)*|[<>|]/g);
    let at = 0;
    const accept = (token) => tokens[at] === token && ((at += 1), true);

    function parseUnion() {
      const members = [];
      let nullable = false;
      do {
        const name = tokens[at++];
        const type = { name };
        if (accept('<')) {
          type.elements = parseUnion();
          at += 1;
        }
        if (!accept('NOT NULL') && name !== 'NOTHING') nullable = true;
        if (name !== 'NULL' && name !== 'NOTHING') members.push(type);
      } while (accept('|'));
      return { members, nullable };
    }

    return parseUnion();
  }

  const cache = new Map();

  function parsed(source) {
    if (!cache.has(source)) cache.set(source, parse(source));
    return cache.get(source);
  }

  function isOfType(x, types, source) {
    const { members, nullable } = parsed(source);
    if (x === null) return nullable;
    const type = typeOf(x, types);
    return members.some((member) => isWithin(type, member));
  }

  return {
    describe: (x, types) => (x === null ? 'NULL' : `${text(typeOf(x, types))} NOT NULL`),
    isOfType,
  };
})();

falkor.register('valueType', ValueTypes.describe);
falkor.register('isOfType', ValueTypes.isOfType);
