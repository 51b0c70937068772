// Temporal values (the objects of temporal_codec.js): their parts, their time zones, and arithmetic with them.

const Temporals = (() => {
  const { NANOS_PER_DAY } = Codec;
  const UTC = { zone: null, offset: 0 };
  const PREFIXED = /^(UTC|GMT|UT)([+-]\d\d:\d\d(?::\d\d)?)?$/i;

  const hasDay = (value) => value.day !== undefined;
  const hasTime = (value) => value.nano !== undefined;
  const hasOffset = (value) => value.offset !== undefined;

  function dayOf(value) {
    return hasDay(value) ? value.day : fail('TypeError', `Cannot get the date of: ${Codec.iso(value)}`);
  }

  function nanoOf(value) {
    return hasTime(value) ? value.nano : fail('TypeError', `Cannot get the time of: ${Codec.iso(value)}`);
  }

  // --- time zones: {zone: name or null, offset: seconds, of a zone without a name}

  /** An offset text of the form Z, +01:00 or +01:00:30 in seconds, or null. */
  function parseOffset(text) {
    if (/^z$/i.test(text)) return 0;
    const parts = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
    if (parts === null || Number(parts[3]) > 59 || Number(parts[4] ?? 0) > 59) return null;
    const size = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
    return size > 18 * 3600 ? null : parts[1] === '-' ? -size : size;
  }

  /** The zone that a name or an offset text means. */
  function parseZone(text) {
    if (typeof text !== 'string') fail('ArgumentError', `Cannot convert to ZoneId: ${describe(text)}`);
    const offset = parseOffset(text);
    if (offset !== null) return { zone: null, offset };
    const name = text.replace(/ /g, '_');
    const zone = isFixed(name) && fixedOffset(name) !== null ? name.toUpperCase() : Zones.canonical(name);
    if (zone === null) {
      fail('SyntaxError', `Invalid value for TimeZone: Text '${name}' could not be parsed at index 0`);
    }
    return { zone };
  }

  const isFixed = (zone) => PREFIXED.test(zone);
  const fixedOffset = (zone) => parseOffset(zone.replace(/^[A-Za-z]+/, '') || 'Z');
  const offsetAt = (zone, instant) => (isFixed(zone) ? fixedOffset(zone) : Zones.offsetAt(zone, instant));
  const offsetOfLocal = (zone, local) => (isFixed(zone) ? fixedOffset(zone) : Zones.offsetOfLocal(zone, local));
  const secondOf = (day, nano) => day * 86400 + Math.floor(nano / 1e9);

  /** Whether a zone has an offset at a local date-time: there are two in an overlap, none in a gap. */
  function isOffsetOf({ zone, offset: own }, day, nano, offset) {
    return (zone === null ? own : offsetAt(zone, secondOf(day, nano) - offset)) === offset;
  }

  /** The offset of a zone at a moment {day, nano} in UTC. */
  function offsetAtMoment({ zone, offset }, { day, nano }) {
    return zone === null ? offset : offsetAt(zone, secondOf(day, nano));
  }

  /** A local date-time moved by nanoseconds within some days. */
  function shift(day, nano, by) {
    const moved = nano + by;
    const days = Math.floor(moved / NANOS_PER_DAY);
    return { day: day + days, nano: moved - days * NANOS_PER_DAY };
  }

  /** The zoned date-time of a local one. In an overlap the preferred offset holds, if given, else the earlier one. */
  function atZone(day, nano, { zone, offset }, preferred) {
    if (zone === null) return { kind: 'datetime', day, nano, offset, zone };
    const local = secondOf(day, nano);
    if (preferred !== undefined && isOffsetOf({ zone }, day, nano, preferred)) {
      return { kind: 'datetime', day, nano, offset: preferred, zone };
    }
    const before = offsetOfLocal(zone, local);
    const after = offsetAt(zone, local - before); // differs in a gap only
    return { kind: 'datetime', ...shift(day, nano, (after - before) * 1e9), offset: after, zone };
  }

  /** The zoned date-time of a moment in UTC. */
  function atMoment(moment, zone) {
    const offset = offsetAtMoment(zone, moment);
    return { kind: 'datetime', ...shift(moment.day, moment.nano, offset * 1e9), offset, zone: zone.zone };
  }

  const zoneOf = ({ zone = null, offset }) => (zone === null ? { zone, offset } : { zone });

  // --- arithmetic

  /** The nanoseconds from one value to another of the same kind, as a BigInt. */
  function nanosBetween(from, to) {
    const [start, end] = hasOffset(from) ? [Codec.utc(from), Codec.utc(to)] : [from, to];
    const days = hasDay(from) || hasOffset(from) ? end.day - start.day : 0;
    return BigInt(days) * BigInt(NANOS_PER_DAY) + BigInt(end.nano - start.nano);
  }

  /** The whole months or days between two local date-times: towards zero. */
  function monthsBetween(from, to) {
    const [start, end] = [Calendar.dateOf(from.day), Calendar.dateOf(lastWholeDay(from, to))];
    const position = ({ year, month, day }) => (year * 12 + month) * 32 + day;
    return Math.trunc((position(end) - position(start)) / 32);
  }

  const daysBetween = (from, to) => lastWholeDay(from, to) - from.day;

  function lastWholeDay(from, to) {
    if (to.day > from.day && to.nano < from.nano) return to.day - 1;
    return to.day < from.day && to.nano > from.nano ? to.day + 1 : to.day;
  }

  /** The value with a duration added: months and days to the date, then the rest to the time or the moment. */
  function plus(value, { months, days, seconds, nanos }) {
    const secondsDays = Number(seconds / 86400n);
    const time = Number(seconds % 86400n) * 1e9 + nanos;
    if (!hasDay(value)) return { ...value, nano: shift(0, value.nano, time).nano };
    const day = plusDays(Calendar.plusMonths(value.day, months, 'ArithmeticError'), days);
    if (!hasTime(value)) return { ...value, day: plusDays(day, secondsDays) };
    if (!hasOffset(value)) {
      const end = shift(day + secondsDays, value.nano, time);
      return { ...value, day: plusDays(end.day, 0), nano: end.nano };
    }
    const start = months === 0 && days === 0 ? value : atZone(day, value.nano, zoneOf(value), value.offset);
    const moment = Codec.utc(start);
    const end = atMoment(shift(moment.day + secondsDays, moment.nano, time), zoneOf(value));
    return { ...end, day: plusDays(end.day, 0) };
  }

  const plusDays = (day, days) => Calendar.inRange(day + days, 'ArithmeticError');

  const minus = (value, { months, days, seconds, nanos }) =>
    plus(value, { months: -months, days: -days, seconds: -seconds, nanos: -nanos });

  // --- the duration between two values

  // Both values with what one of them lacks: midnight for a missing time, the other's date, the other's zone.
  function align(from, to) {
    let [a, b] = [from, to].map((value) => (hasTime(value) ? value : withDay({ nano: 0 }, value.day)));
    if (hasDay(a) && !hasDay(b)) b = withDay(b, a.day);
    if (hasDay(b) && !hasDay(a)) a = withDay(a, b.day);
    if (hasOffset(a) && !hasOffset(b)) b = withZone(b, a);
    if (hasOffset(b) && !hasOffset(a)) a = withZone(a, b);
    return [a, b];
  }

  function withDay({ nano, offset }, day) {
    if (offset === undefined) return { kind: 'localdatetime', day, nano };
    return { kind: 'datetime', day, nano, offset, zone: null };
  }

  function withZone(local, zoned) {
    if (hasDay(local)) return atZone(local.day, local.nano, zoneOf(zoned));
    return { kind: 'time', nano: local.nano, offset: zoned.offset };
  }

  // The second of two aligned values as local time in the first's zone.
  const inZoneOf = (from, to) => (hasOffset(from) ? atMoment(Codec.utc(to), zoneOf(from)) : to);

  /** The duration between two values in a unit: months, days, seconds, or undefined for all of them. */
  function between(from, to, unit) {
    const [a, b] = align(from, to);
    if (!hasDay(a) && unit === 'months') fail('TypeError', 'Unsupported unit: Months');
    if (!hasDay(a) && unit === 'days') fail('TypeError', 'Unsupported unit: Days');
    if (unit === 'months') return Durations.make(BigInt(monthsBetween(a, inZoneOf(a, b))), 0n, 0n, 0n);
    if (unit === 'days') return Durations.make(0n, BigInt(daysBetween(a, inZoneOf(a, b))), 0n, 0n);
    let [months, days, start] = [0, 0, from];
    if (unit === undefined && hasDay(from) && hasDay(to)) {
      months = monthsBetween(a, inZoneOf(a, b));
      start = plus(start, { months, days: 0, seconds: 0n, nanos: 0 });
      const [c, d] = align(start, to);
      days = daysBetween(c, inZoneOf(c, d));
      start = plus(start, { months: 0, days, seconds: 0n, nanos: 0 });
    }
    return Durations.make(BigInt(months), BigInt(days), 0n, nanosBetween(...align(start, to)));
  }

  return {
    UTC, hasDay, hasTime, hasOffset, dayOf, nanoOf, parseZone, isOffsetOf, offsetAtMoment, atZone, atMoment, zoneOf,
    plus, minus, between,
  };
})();
