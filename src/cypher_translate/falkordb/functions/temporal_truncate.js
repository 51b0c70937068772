// Temporal values cut to a unit: date.truncate('month', d, {day: 15}).

const Truncation = (() => {
  // Each unit: the nanoseconds of a time's unit, or the first day of a date's unit.
  const TIME_UNITS = { day: 86400e9, hour: 3600e9, minute: 60e9, second: 1e9, millisecond: 1e6, microsecond: 1e3 };
  const yearsOf = (size) => (day) => {
    const year = Calendar.yearOfDay(day);
    return Calendar.dayNumber(year - (year % size), 1, 1);
  };
  const DATE_UNITS = {
    millennium: yearsOf(1000), century: yearsOf(100), decade: yearsOf(10), year: yearsOf(1),
    weekYear: (day) => Calendar.startOfWeekYear(Calendar.weekYear(day)),
    quarter: Calendar.startOfQuarter,
    month: (day) => day - Calendar.dateOf(day).day + 1,
    week: (day) => day - Calendar.dayOfWeek(day) + 1,
    day: (day) => day,
  };
  const PLURALS = { hour: 'Hours', minute: 'Minutes', second: 'Seconds', millisecond: 'Millis', microsecond: 'Micros' };

  /** The value of a kind cut to a unit, with the fields of a map set after that. */
  function truncate(kind, unit, value, map, moment) {
    if (typeof unit !== 'string' || (!Object.hasOwn(DATE_UNITS, unit) && !Object.hasOwn(TIME_UNITS, unit))) {
      fail('ArgumentError', `Unsupported unit: ${typeof unit === 'string' ? unit : describe(unit)}`);
    }
    const fields = { ...map };
    const cut = cutTo(kind, unit, value, fields, moment);
    if (cut.nano !== undefined) mergeSubseconds(unit, cut, fields);
    if (Object.keys(fields).length === 0) return cut;
    const part = kind === 'date' ? 'date' : kind.endsWith('datetime') ? 'datetime' : 'time';
    return Maps.ofMap(kind, { ...fields, [part]: Codec.encode(cut) }, moment);
  }

  function cutTo(kind, unit, value, fields, moment) {
    if (kind === 'date') {
      const day = Temporals.dayOf(value);
      if (!Object.hasOwn(DATE_UNITS, unit)) fail('TypeError', `Unit too small for truncation: ${PLURALS[unit]}`);
      return { kind, day: DATE_UNITS[unit](day) };
    }
    if (!kind.endsWith('datetime')) {
      const nano = Temporals.nanoOf(value);
      if (!Object.hasOwn(TIME_UNITS, unit)) fail('TypeError', 'Unit is too large to be used for truncation');
      const cut = { ...Conversions.convert(kind, value), nano: nano - (nano % TIME_UNITS[unit]) };
      if (kind === 'time' && 'timezone' in fields) {
        cut.offset = Temporals.offsetAtMoment(Temporals.parseZone(fields.timezone), Codec.utc(moment));
        delete fields.timezone;
      }
      return cut;
    }
    const dated = Object.hasOwn(DATE_UNITS, unit);
    if (!dated && !(Temporals.hasDay(value) && Temporals.hasTime(value))) {
      const name = kind === 'datetime' ? 'date time' : 'local date time';
      fail('TypeError', `Cannot truncate ${Codec.iso(value)} to ${name} with a time based unit.`);
    }
    const day = Temporals.dayOf(value);
    const cut = dated ? { kind, day: DATE_UNITS[unit](day), nano: 0 }
      : { kind, day, nano: value.nano - (value.nano % TIME_UNITS[unit]) };
    if (kind === 'localdatetime') return cut;
    const own = Temporals.hasOffset(value) ? Temporals.zoneOf(value) : Temporals.UTC;
    const zone = 'timezone' in fields ? Temporals.parseZone(fields.timezone) : own;
    delete fields.timezone;
    return Temporals.atZone(cut.day, cut.nano, zone);
  }

  // What is left of the second by a truncation to milliseconds or microseconds stays when smaller units are set.
  function mergeSubseconds(unit, cut, fields) {
    const kept = unit === 'millisecond' ? 'millisecond' : unit === 'microsecond' ? 'microsecond' : null;
    const smaller = ['microsecond', 'nanosecond'].filter((field) => field !== kept && field in fields);
    if (kept === null || smaller.length === 0) return;
    const fraction = cut.nano % 1e9;
    const given = { [kept]: Math.floor(fraction / (kept === 'millisecond' ? 1e6 : 1e3)) };
    for (const field of smaller) {
      given[field] = fields[field];
      delete fields[field];
    }
    cut.nano += Maps.subsecond(given) - fraction;
  }

  return { truncate };
})();
