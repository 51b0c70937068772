// Temporal values from maps, from other temporal values and by truncation.

const Builder = (() => {
  const DATE_FIELDS = ['year', 'quarter', 'month', 'week', 'ordinalDay', 'dayOfQuarter', 'dayOfWeek', 'day'];
  const TIME_FIELDS = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond'];
  const READ_ONLY = ['weekYear', 'offset', 'offsetMinutes', 'offsetSeconds'];
  const EPOCHS = ['epochSeconds', 'epochMillis'];
  const ALL = [...DATE_FIELDS, ...TIME_FIELDS, ...READ_ONLY, ...EPOCHS, 'timezone', 'date', 'time', 'datetime'];
  const NAMES = new Map([...ALL.map((name) => [name.toLowerCase(), name]), ['weekday', 'dayOfWeek'],
    ['quarterday', 'dayOfQuarter']]);

  // The fields that name a day together, largest first; a map uses one of these forms.
  const DATE_FORMS = {
    'calendar date': ['year', 'month', 'day'],
    'week date': ['year', 'week', 'dayOfWeek'],
    'quarter date': ['year', 'quarter', 'dayOfQuarter'],
    'ordinal date': ['year', 'ordinalDay'],
  };

  const KINDS = {
    date: [...DATE_FIELDS, 'date'],
    localtime: [...TIME_FIELDS, 'time'],
    time: [...TIME_FIELDS, 'time', 'timezone'],
    localdatetime: [...DATE_FIELDS, ...TIME_FIELDS, 'date', 'time', 'datetime'],
    datetime: [...DATE_FIELDS, ...TIME_FIELDS, 'date', 'time', 'datetime', 'timezone', ...EPOCHS],
  };

  const refuse = (message) => fail('ArgumentError', message);

  const UTC = { zone: null, offset: 0 };
  const YEAR_ZERO = Calendar.dayNumber(0, 1, 1);

  /** The value of a kind at a moment given as a zoned date-time, in a zone. */
  function now(kind, moment, zone = UTC) {
    return convert(kind, Temporals.atMoment(Codec.utc(moment), zone));
  }

  /** The value of a kind that a map describes; `moment` is the current time, a zoned date-time. */
  function ofMap(kind, map, moment) {
    const names = Object.keys(map);
    if (names.length === 0) refuse('At least one temporal unit must be specified.');
    if (names.length === 1 && names[0] === 'timezone') return now(kind, moment, Temporals.parseZone(map.timezone));
    const fields = {};
    for (const name of names) {
      const field = NAMES.get(name.toLowerCase()) ?? refuse(`No such field: ${name}`);
      if (field in fields) refuse(`cannot re-assign ${field}`);
      if (!KINDS[kind].includes(field)) {
        if (field === 'timezone') fail('TypeError', 'Cannot assign time zone if also assigning other fields.');
        fail('TypeError', `Not supported: ${field}`);
      }
      fields[field] = map[name];
    }
    checkCombination(kind, fields);
    return MAKERS[kind](fields, moment);
  }

  // --- which fields may stand together

  function checkCombination(kind, fields) {
    const has = (field) => field in fields;
    const bases = ['datetime', ...EPOCHS].filter(has);
    if (bases.length > 1) refuse(`${bases[1]} cannot be selected together with ${bases[0]}.`);
    if (bases.length > 0) {
      if (has('date') || has('time')) refuse(`${bases[0]} cannot be selected together with date or time.`);
      return;
    }
    const form = dateForm(fields);
    if (form !== null && !has('date')) checkOrder(fields, form);
    const clock = ['hour', 'minute', 'second', TIME_FIELDS.slice(3).find(has) ?? 'subsecond'];
    if (clock.some(has) || has('time')) {
      if (KINDS[kind].includes('date') && !has('date')) {
        for (const field of form ?? ['year']) if (!has(field)) refuse(`${field} must be specified`);
        if (form !== null && form.length === 1) refuse('month must be specified');
      }
      if (!has('time')) checkOrder(fields, clock);
    }
  }

  // The form of the date in a map: its fields in order, only the year, or null where there is no date.
  function dateForm(fields) {
    const given = DATE_FIELDS.filter((field) => field in fields);
    if (given.length === 0) return null;
    if (given.length === 1 && given[0] === 'year') return ['year'];
    const telling = given.find((field) => field !== 'year');
    const [name, form] = Object.entries(DATE_FORMS).find(([, each]) => each.includes(telling));
    const stranger = given.find((field) => !form.includes(field));
    if (stranger !== undefined) fail('TypeError', `Cannot assign ${stranger} to ${name}.`);
    return form;
  }

  function checkOrder(fields, order) {
    if (!(order[0] in fields)) refuse(`${order[0]} must be specified`);
    const missing = order.findIndex((field) => !(field in fields));
    const later = missing < 0 ? undefined : order.slice(missing).find((field) => field in fields);
    if (later !== undefined) {
      const shown = TIME_FIELDS.indexOf(later) >= 3 ? 'subsecond' : later;
      refuse(`${shown} cannot be specified without ${order[missing]}`);
    }
  }

  // --- the parts of a value

  function integer(name, value, missing) {
    if (value === null || value === undefined) return missing;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      refuse(`${name} must be an integer value, but was ${describe(value)}`);
    }
    return value;
  }

  // The temporal value that a field holds, or Neo4j's error.
  function base(value, what) {
    const decoded = Codec.decode(value);
    if (decoded === null || decoded.kind === 'duration') {
      refuse(`Cannot construct ${what} from: ${typeof value === 'string' ? value : describe(value)}`);
    }
    return decoded;
  }

  function assignDate(day, fields, selected) {
    let result = day;
    if ('week' in fields && !selected) {
      const year = Calendar.check('year', integer('year', fields.year, 0));
      result = Calendar.startOfWeekYear(year);
    }
    for (const field of DATE_FIELDS) {
      if (!(field in fields)) continue;
      const value = integer(field, fields[field], field === 'year' ? 0 : 1);
      const ofWeeks = field === 'year' && 'week' in fields;
      result = ofWeeks ? Calendar.withWeekYear(result, value) : Calendar.withField(result, field, value);
    }
    return result;
  }

  function assignTime(nano, fields) {
    const rest = nano % 1e9;
    const second = Math.floor(nano / 1e9);
    const current = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
    const [hour, minute, sec] = ['hour', 'minute', 'second'].map((field, i) =>
      (field in fields ? Calendar.check(field, integer(field, fields[field], 0)) : current[i]));
    const fraction = TIME_FIELDS.slice(3).some((field) => field in fields) ? subsecond(fields) : rest;
    return (hour * 3600 + minute * 60 + sec) * 1e9 + fraction;
  }

  function subsecond({ millisecond, microsecond, nanosecond }) {
    const [ms, us, ns] = [integer('millisecond', millisecond, 0), integer('microsecond', microsecond, 0),
      integer('nanosecond', nanosecond, 0)];
    if (ms < 0 || ms >= 1000) refuse(`Invalid value for Millisecond: ${ms}`);
    if (us < 0 || us >= (millisecond === undefined ? 1e6 : 1e3)) refuse(`Invalid value for Microsecond: ${us}`);
    if (ns < 0 || ns >= (microsecond !== undefined ? 1e3 : millisecond !== undefined ? 1e6 : 1e9)) {
      refuse(`Invalid value for Nanosecond: ${ns}`);
    }
    return ms * 1e6 + us * 1e3 + ns;
  }

  // The date and the time that a map selects, and the value whose zone counts (or null).
  function selected(fields) {
    if ('datetime' in fields) {
      const value = base(fields.datetime, 'date time');
      return { day: Temporals.dayOf(value), nano: Temporals.nanoOf(value), source: value };
    }
    const source = 'time' in fields ? base(fields.time, 'time') : null;
    return {
      day: 'date' in fields ? Temporals.dayOf(base(fields.date, 'date')) : YEAR_ZERO,
      nano: source === null ? 0 : Temporals.nanoOf(source),
      source,
    };
  }

  const MAKERS = {
    date: (fields) => ({ kind: 'date', day: assignDate(selected(fields).day, fields, 'date' in fields) }),
    localtime: (fields) => ({ kind: 'localtime', nano: assignTime(selected(fields).nano, fields) }),
    localdatetime: (fields) => ({ kind: 'localdatetime', ...localParts(fields) }),
    time(fields, moment) {
      const { nano, source } = selected(fields);
      const assigned = { kind: 'time', nano: assignTime(nano, fields), offset: source?.offset ?? 0 };
      if (!('timezone' in fields)) return assigned;
      const offset = Temporals.offsetAtMoment(Temporals.parseZone(fields.timezone), Codec.utc(moment));
      return source?.offset === undefined ? { ...assigned, offset } : timeAtOffset(assigned, offset);
    },
    datetime(fields) {
      const zone = 'timezone' in fields ? Temporals.parseZone(fields.timezone) : null;
      const epoch = EPOCHS.find((field) => field in fields);
      if (epoch !== undefined) return ofEpoch(fields, epoch, zone ?? UTC);
      const { source } = selected(fields);
      const { day, nano } = localParts(fields);
      if (source?.offset === undefined) return Temporals.atZone(day, nano, zone ?? UTC);
      const value = Temporals.atZone(day, nano, Temporals.zoneOf(source));
      return zone === null ? value : Temporals.atMoment(Codec.utc(value), zone);
    },
  };

  function localParts(fields) {
    const { day, nano } = selected(fields);
    return { day: assignDate(day, fields, 'date' in fields || 'datetime' in fields), nano: assignTime(nano, fields) };
  }

  function ofEpoch(fields, epoch, zone) {
    const amount = fields[epoch];
    if (typeof amount !== 'number' || !Number.isInteger(amount)) {
      refuse(`Cannot construct date time from: ${describe(amount)}`);
    }
    const start = Temporals.atMoment(epochMoment(amount, epoch === 'epochSeconds' ? 1 : 1000), zone);
    return Temporals.atZone(assignDate(start.day, fields, true), assignTime(start.nano, fields), zone, start.offset);
  }

  /** The moment in UTC of a number of fractions of a second since 1970; `nanos` are added. */
  function epochMoment(amount, perSecond, nanos = 0) {
    const day = Math.floor(amount / (86400 * perSecond));
    const rest = amount - day * 86400 * perSecond;
    return { day: Calendar.inRange(day), nano: rest * (1e9 / perSecond) + nanos };
  }

  function timeAtOffset({ nano, offset }, target) {
    const moved = Calendar.floorMod(nano + (target - offset) * 1e9, Codec.NANOS_PER_DAY);
    return { kind: 'time', nano: moved, offset: target };
  }

  // --- from one kind to another

  /** The value as another kind, as in date(datetime()) or localtime(time()). */
  function convert(kind, value) {
    switch (kind) {
      case 'date': return { kind, day: Temporals.dayOf(value) };
      case 'localtime': return { kind, nano: Temporals.nanoOf(value) };
      case 'time': return { kind, nano: Temporals.nanoOf(value), offset: value.offset ?? 0 };
      case 'localdatetime': return { kind, nano: Temporals.nanoOf(value), day: Temporals.dayOf(value) };
      default:
        if (value.kind === kind) return value;
        if (value.kind === 'localdatetime') return Temporals.atZone(value.day, value.nano, UTC);
        return fail('TypeError', `Cannot select datetime from: ${Codec.iso(value)}`);
    }
  }

  // --- truncation

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
      refuse(`Unsupported unit: ${typeof unit === 'string' ? unit : describe(unit)}`);
    }
    const fields = { ...map };
    const cut = cutTo(kind, unit, value, fields, moment);
    if (cut.nano !== undefined) mergeSubseconds(unit, cut, fields);
    if (Object.keys(fields).length === 0) return cut;
    const part = kind === 'date' ? 'date' : kind.endsWith('datetime') ? 'datetime' : 'time';
    return ofMap(kind, { ...fields, [part]: Codec.encode(cut) }, moment);
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
      const cut = { ...convert(kind, value), nano: nano - (nano % TIME_UNITS[unit]) };
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
    const own = Temporals.hasOffset(value) ? Temporals.zoneOf(value) : UTC;
    const zone = 'timezone' in fields ? Temporals.parseZone(fields.timezone) : own;
    delete fields.timezone;
    return Temporals.atZone(cut.day, cut.nano, zone);
  }

  // What is left of the second by a truncation to milliseconds or microseconds stays when smaller units are set.
  function mergeSubseconds(unit, cut, fields) {
    const kept = unit === 'millisecond' ? 'millisecond' : unit === 'microsecond' ? 'microsecond' : null;
    const smaller = TIME_FIELDS.slice(TIME_FIELDS.indexOf(kept) + 1).filter((field) => field in fields);
    if (kept === null || smaller.length === 0) return;
    const fraction = cut.nano % 1e9;
    const given = { [kept]: Math.floor(fraction / (kept === 'millisecond' ? 1e6 : 1e3)) };
    for (const field of smaller) {
      given[field] = fields[field];
      delete fields[field];
    }
    cut.nano += subsecond(given) - fraction;
  }

  return { now, ofMap, convert, truncate, epochMoment };
})();
