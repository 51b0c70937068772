// Temporal values from maps: date({year: 2024, week: 19}), datetime({date: d, time: t, timezone: 'Europe/Paris'}).

const Maps = (() => {
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

  const YEAR_ZERO = Calendar.dayNumber(0, 1, 1);

  /** The value of a kind that a map describes; `moment` is the current time, a zoned date-time. */
  function ofMap(kind, map, moment) {
    const names = Object.keys(map);
    if (names.length === 0) refuse('At least one temporal unit must be specified.');
    if (names.length === 1 && names[0] === 'timezone') {
      return Conversions.now(kind, moment, Temporals.parseZone(map.timezone));
    }
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
      if (epoch !== undefined) return ofEpoch(fields, epoch, zone ?? Temporals.UTC);
      const { source } = selected(fields);
      const { day, nano } = localParts(fields);
      if (source?.offset === undefined) return Temporals.atZone(day, nano, zone ?? Temporals.UTC);
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
    const start = Temporals.atMoment(Conversions.epochMoment(amount, epoch === 'epochSeconds' ? 1 : 1000), zone);
    return Temporals.atZone(assignDate(start.day, fields, true), assignTime(start.nano, fields), zone, start.offset);
  }

  function timeAtOffset({ nano, offset }, target) {
    const moved = Calendar.floorMod(nano + (target - offset) * 1e9, Codec.NANOS_PER_DAY);
    return { kind: 'time', nano: moved, offset: target };
  }

  return { ofMap, subsecond };
})();
