// Temporal values for queries: the functions of the library and what they take.
//
// A value is tagged text (see temporal_codec.js); `now` is the statement's clock, the tagged text of a zoned date-time.
// null in gives null out. Errors carry Neo4j's status code and message.
//
//   K = date | localtime | time | localdatetime | datetime
//   K(input, now)                       from text, a map or another value; now serves maps that hold only a zone
//   K.at(now, zone)                     K(), K.transaction(zone), K.statement(zone); zone is a name or an offset, UTC if not given
//   K.realtime(zone)                    the clock at the call
//   K.truncate(unit, input, map, now)   map may be null
//   datetime.fromepoch(seconds, nanoseconds)
//   datetime.fromepochmillis(milliseconds)
//   duration(input)                     from text or a map
//   duration.between | .inMonths | .inDays | .inSeconds (from, to)
//   property(any, key)                  of a map, node or relationship its key, of a value its component, else an error
//   component(any, key)                 of a value (points too) its component, of anything else null
//   kind(any)                           DATE, LOCAL TIME, ZONED TIME, LOCAL DATETIME, ZONED DATETIME, DURATION, POINT
//                                       or null
//   text(any)                           toString() of a value (points too), of anything else null
//   add | subtract | multiply | divide (a, b)
//                                       null where neither is a value: coalesce(neo4j.add(a, b), a + b)
//   comparable(a, b, orEqual)           true if FalkorDB's < > (orEqual: <= >=) answers as Neo4j, else null

(() => {
  const KINDS = ['date', 'localtime', 'time', 'localdatetime', 'datetime'];
  const TYPES = { date: 'DATE', localtime: 'LOCAL TIME', time: 'ZONED TIME', localdatetime: 'LOCAL DATETIME',
    datetime: 'ZONED DATETIME', duration: 'DURATION', point: 'POINT' };
  const JAVA_TYPES = { date: 'Date', localtime: 'LocalTime', time: 'Time', localdatetime: 'LocalDateTime',
    datetime: 'DateTime', duration: 'Duration', point: 'Point' };

  const kindOf = (any) => Codec.kindOf(any) ?? Points.kindOf(any);
  const decode = (any) => Codec.decode(any) ?? Points.decode(any);
  const iso = (value) => (value.kind === 'point' ? Points.text(value) : Codec.iso(value));

  function clock() {
    return Temporals.atMoment(Conversions.epochMoment(Date.now(), 1000), Temporals.UTC);
  }

  const momentOf = (now) => (Codec.kindOf(now) === 'datetime' ? Codec.decode(now) : clock());
  const zoneOf = (zone) => Temporals.parseZone(zone ?? 'Z');
  const isMap = (any) => typeof any === 'object' && any !== null && !Array.isArray(any);

  function invalidCall(name, ...inputs) {
    fail('TypeError', `Invalid call signature for ${name}: Provided input was [${inputs.map(describe).join(', ')}]`);
  }

  // --- constructors

  function construct(kind, input, now) {
    if (input === null || input === undefined) return null;
    const value = Codec.decode(input);
    if (value !== null && value.kind !== 'duration') return Codec.encode(Conversions.convert(kind, value));
    if (typeof input === 'string' && kindOf(input) === undefined) return Codec.encode(Parser.parse(kind, input));
    if (isMap(input)) return Codec.encode(Maps.ofMap(kind, input, momentOf(now)));
    return invalidCall(`${kind}()`, input);
  }

  function truncate(kind, unit, input, map, now) {
    const moment = momentOf(now);
    const value = input === null ? null : Codec.decode(input);
    if (value === null || value.kind === 'duration') invalidCall(`${kind}.truncate()`, unit, input, map);
    return Codec.encode(Truncation.truncate(kind, unit, value, map ?? {}, moment));
  }

  for (const kind of KINDS) {
    falkor.register(kind, (input, now) => construct(kind, input, now));
    const at = (moment, zone) => (zone === null ? null : Codec.encode(Conversions.now(kind, moment, zoneOf(zone))));
    falkor.register(`${kind}.at`, (now, zone) => at(momentOf(now), zone));
    falkor.register(`${kind}.realtime`, (zone) => at(clock(), zone));
    falkor.register(`${kind}.truncate`, (unit, input, map, now) => truncate(kind, unit, input, map, now));
  }

  function fromEpoch(name, perSecond, amount, nanos) {
    if (amount === null || nanos === null) return null;
    if (!Number.isInteger(amount) || !Number.isInteger(nanos)) invalidCall(name, amount, nanos);
    if (nanos < 0 || nanos >= 1e9) fail('ArgumentError', `Invalid nanosecond: ${nanos}`);
    return Codec.encode(Temporals.atMoment(Conversions.epochMoment(amount, perSecond, nanos), Temporals.UTC));
  }

  falkor.register('datetime.fromepoch', (seconds, nanos) => fromEpoch('datetime.fromepoch()', 1, seconds, nanos));
  falkor.register('datetime.fromepochmillis', (millis) => fromEpoch('datetime.fromepochmillis()', 1000, millis, 0));

  falkor.register('duration', (input) => {
    if (input === null || input === undefined) return null;
    if (typeof input === 'string' && kindOf(input) === undefined) return Codec.encode(Parser.parse('duration', input));
    return isMap(input) ? Codec.encode(Durations.ofMap(input)) : invalidCall('duration()', input);
  });

  function between(name, unit) {
    falkor.register(name, (from, to) => {
      if (from === null || to === null) return null;
      const [start, end] = [Codec.decode(from), Codec.decode(to)];
      if ([start, end].some((value) => value === null || value.kind === 'duration')) invalidCall(`${name}()`, from, to);
      return Codec.encode(Temporals.between(start, end, unit));
    });
  }

  between('duration.between', undefined);
  between('duration.inMonths', 'months');
  between('duration.inDays', 'days');
  between('duration.inSeconds', 'seconds');

  // --- components

  function component(value, key) {
    switch (value.kind) {
      case 'duration': return Durations.component(value, key);
      case 'point': return Points.component(value, key);
      default: {
        const part = Components.of(value, key);
        return typeof part === 'number' ? BigInt(part) : part;
      }
    }
  }

  // Registers a function of any value and a key: a string, or null, which has no value.
  function registerAccess(name, access) {
    falkor.register(name, (any, key) => {
      if (any === null || key === null) return null;
      if (typeof key !== 'string') fail('TypeError', `Expected a property's name, but got ${describe(key)}`);
      return access(any, decode(any), key);
    });
  }

  registerAccess('component', (any, value, key) => (value === null ? null : component(value, key)));

  registerAccess('property', (any, value, key) => {
    if (value !== null) return component(value, key);
    if (!isMap(any)) fail('TypeError', `Type mismatch: expected a map but was ${describe(any)}`);
    const properties = propertiesOf(any);
    return Object.hasOwn(properties, key) ? properties[key] : null;
  });

  falkor.register('kind', (any) => TYPES[kindOf(any)] ?? null);

  falkor.register('text', (any) => {
    const value = decode(any);
    return value === null ? null : iso(value);
  });

  // --- operators

  const isDuration = (value) => value !== null && value.kind === 'duration';
  const isDated = (value) => value !== null && value.kind !== 'duration' && value.kind !== 'point';

  function javaType(any) {
    const kind = kindOf(any);
    if (kind !== undefined) return JAVA_TYPES[kind];
    if (typeof any === 'number') return Number.isInteger(any) ? 'Long' : 'Double';
    return Array.isArray(any) ? 'List' : { string: 'String', boolean: 'Boolean' }[typeof any] ?? 'Map';
  }

  // An operator: null where no operand is a value; `apply` gives undefined where it has no answer.
  function operator(name, apply, complaint) {
    falkor.register(name, (a, b) => {
      if (a === null || b === null || (kindOf(a) === undefined && kindOf(b) === undefined)) return null;
      const result = apply(decode(a), decode(b), a, b);
      if (result === undefined) fail('TypeError', complaint(`\`${javaType(a)}\``, `\`${javaType(b)}\``));
      return result !== null && typeof result === 'object' ? Codec.encode(result) : result;
    });
  }

  operator('add', (left, right, a, b) => {
    if (Array.isArray(a) || Array.isArray(b)) return null; // FalkorDB's own list concatenation is right
    if (isDuration(left) && isDuration(right)) return Durations.sum(left, right, 1n);
    if (isDated(left) && isDuration(right)) return Temporals.plus(left, right);
    if (isDuration(left) && isDated(right)) return Temporals.plus(right, left);
    if (left === null && typeof a === 'string') return a + iso(right);
    return right === null && typeof b === 'string' ? iso(left) + b : undefined;
  }, (a, b) => `Cannot add ${a} and ${b}`);

  operator('subtract', (left, right) => {
    if (!isDuration(right)) return undefined;
    if (isDuration(left)) return Durations.sum(left, right, -1n);
    return isDated(left) ? Temporals.minus(left, right) : undefined;
  }, (a, b) => `Cannot subtract ${b} from ${a}`);

  operator('multiply', (left, right, a, b) => {
    if (isDuration(left) && typeof b === 'number') return Durations.multiply(left, b);
    return isDuration(right) && typeof a === 'number' ? Durations.multiply(right, a) : undefined;
  }, (a, b) => `Cannot multiply ${a} and ${b}`);

  operator('divide', (left, right, a, b) => {
    return isDuration(left) && typeof b === 'number' ? Durations.divide(left, b) : undefined;
  }, (a, b) => `Cannot divide ${a} by ${b}`);

  falkor.register('comparable', (a, b, orEqual = false) => {
    if (a === null || b === null) return null;
    if (Array.isArray(a) && Array.isArray(b)) return listsComparable(a, b);
    const kind = kindOf(a);
    if (kind !== kindOf(b)) return null;
    return kind === undefined || (kind !== 'duration' && kind !== 'point') || (orEqual && a === b) ? true : null;
  });
})();
