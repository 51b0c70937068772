// The components of temporal values: value.year and the like.

const Components = (() => {
  // Each component by its lower-case name: the name of java.time in messages, and how to get it.
  const date = (name, get) => ({ name, available: Temporals.hasDay, get: (value) => get(value.day) });
  const time = (name, get) => ({ name, available: Temporals.hasTime, get: (value) => get(value.nano) });

  const FIELDS = {
    year: () => date('Year', Calendar.yearOfDay),
    quarter: () => date('QuarterOfYear', Calendar.quarter),
    month: () => date('MonthOfYear', (day) => Calendar.dateOf(day).month),
    week: () => date('WeekOfWeekBasedYear', Calendar.week),
    weekyear: () => date('WeekBasedYear', Calendar.weekYear),
    day: () => date('DayOfMonth', (day) => Calendar.dateOf(day).day),
    ordinalday: () => date('DayOfYear', Calendar.ordinalDay),
    dayofquarter: () => date('DayOfQuarter', (day) => day - Calendar.startOfQuarter(day) + 1),
    dayofweek: () => date('DayOfWeek', Calendar.dayOfWeek),
    hour: () => time('HourOfDay', (nano) => Math.floor(nano / 3600e9)),
    minute: () => time('MinuteOfHour', (nano) => Math.floor(nano / 60e9) % 60),
    second: () => time('SecondOfMinute', (nano) => Math.floor(nano / 1e9) % 60),
    millisecond: () => time('MilliOfSecond', (nano) => Math.floor((nano % 1e9) / 1e6)),
    microsecond: () => time('MicroOfSecond', (nano) => Math.floor((nano % 1e9) / 1e3)),
    nanosecond: () => time('NanoOfSecond', (nano) => nano % 1e9),
  };
  const ALIASES = { weekday: 'dayofweek', quarterday: 'dayofquarter' };

  const OFFSETS = {
    timezone: (value) => value.zone ?? Codec.isoOffset(value.offset),
    offset: (value) => Codec.isoOffset(value.offset),
    offsetminutes: (value) => Math.trunc(value.offset / 60),
    offsetseconds: (value) => value.offset,
  };

  function epochMillis(value) {
    const { day, nano } = Codec.utc(value);
    const millis = BigInt(day) * 86400000n + BigInt(Math.floor(nano / 1e6));
    return BigInt.asIntN(64, millis) === millis ? millis : fail('ArithmeticError', 'long overflow');
  }

  /** A component by name in any letter case: a number, a BigInt or a string; Neo4j's error where there is none. */
  function of(value, name) {
    const key = name.toLowerCase();
    if (key === 'epochmillis' || key === 'epochseconds') {
      if (value.kind !== 'datetime') fail('TypeError', 'Epoch not supported.');
      return key === 'epochmillis' ? epochMillis(value) : epochMillis(value) / 1000n;
    }
    if (Object.hasOwn(OFFSETS, key)) {
      if (Temporals.hasOffset(value)) return OFFSETS[key](value);
      return fail('TypeError', `Cannot get the ${key === 'timezone' ? 'time zone' : 'offset'} of: ${Codec.iso(value)}`);
    }
    const field = ALIASES[key] ?? key;
    if (!Object.hasOwn(FIELDS, field)) fail('TypeError', `No such field: ${name}`);
    const { name: javaName, available, get } = FIELDS[field]();
    return available(value) ? get(value) : fail('TypeError', `Unsupported field: ${javaName}`);
  }

  return { of };
})();

/** What a map holds, or a node or relationship as its properties. */
function propertiesOf(any) {
  const isEntity = any.attributes !== undefined && any.id !== undefined && (any.labels ?? any.type) !== undefined;
  return isEntity ? any.attributes : any;
}
