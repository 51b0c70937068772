// Temporal values from ISO 8601 text, in all forms that Neo4j reads.

const Parser = (() => {
  const SHORT_DATE = /^(\d{4})(?:(\d\d)(\d\d)?|W(\d\d)(\d)?|Q(\d)(\d\d)?|(\d{3}))$/i;
  const LONG_DATE =
    /^(\d{4}|[+-]\d{1,9})(?:-(\d{1,2})(?:-(\d{1,2}))?|-W(\d{1,2})(?:-(\d))?|-Q(\d)(?:-(\d{1,2}))?|-(\d{3}))?$/i;
  const OFFSET_AND_ZONE = /(Z|[+-](\d\d)(?::?(\d\d))?)?(?:\[([a-zA-Z0-9~._ /+-]+)\])?$/i;
  const LONG_TIME = /^(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?)?$/;
  const SHORT_TIME = /^(\d\d)(?:(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?)?$/;
  const TYPES = { date: 'Date', localtime: 'LocalTime', time: 'Time', localdatetime: 'LocalDateTime',
    datetime: 'DateTime', duration: 'Duration' };

  const refuse = (message) => fail('ArgumentError', message);
  const number = (text, missing) => (text === undefined ? missing : Number(text));

  /** The value of a kind that a text means. */
  function parse(kind, text) {
    const value = READERS[kind](text);
    return value ?? fail('SyntaxError', `Text cannot be parsed to a ${TYPES[kind]}\n"${text}"\n ^`);
  }

  const READERS = {
    date(text) {
      const day = /[a-z]/.test(text) ? null : parseDate(text); // W and Q only: other kinds take any letter case
      return day === null ? null : { kind: 'date', day };
    },
    localtime(text) {
      const nano = parseTime(text.replace(/^T/, ''));
      return nano === null ? null : { kind: 'localtime', nano };
    },
    time(text) {
      const [clock, offset, zone] = splitZone(text.replace(/^T/i, ''));
      const nano = parseTime(clock);
      if (nano === null) return null;
      if (zone !== undefined) {
        refuse('Using a named time zone e.g. [UTC] is not valid for a time without a date. ' +
          'Instead, use a specific time zone string e.g. +00:00.');
      }
      return { kind: 'time', nano, offset: offset ?? 0 };
    },
    localdatetime(text) {
      const [date, clock] = text.split(/T/i, 2);
      const day = parseDate(date);
      const nano = clock === undefined ? 0 : parseTime(text.slice(date.length + 1));
      return day === null || nano === null ? null : { kind: 'localdatetime', day, nano };
    },
    datetime(text) {
      const [date] = text.split(/T/i, 1);
      const [clock, offset, name] = splitZone(text.slice(date.length + 1));
      const day = parseDate(date);
      const nano = date.length === text.length ? 0 : parseTime(clock);
      if (day === null || nano === null) return null;
      if (name === undefined) return Temporals.atZone(day, nano, { zone: null, offset: offset ?? 0 });
      const zone = Temporals.parseZone(name);
      if (offset !== undefined && !Temporals.isOffsetOf(zone, day, nano, offset)) {
        refuse(`Timezone and offset do not match: ${text}`);
      }
      return Temporals.atZone(day, nano, zone, offset);
    },
    duration: (text) => Durations.parse(text),
  };

  // The time without its zone, the offset in seconds and the zone's name, both undefined where missing.
  function splitZone(text) {
    const [whole, offset, hours, minutes, name] = OFFSET_AND_ZONE.exec(text);
    const seconds = offset === undefined ? undefined : offsetOf(offset, hours, minutes);
    return [text.slice(0, text.length - whole.length), seconds, name];
  }

  function offsetOf(text, hourText, minuteText) {
    if (hourText === undefined) return 0;
    const [hours, minutes] = [Number(hourText), number(minuteText, 0)];
    const sign = text[0] === '-' ? -1 : 1;
    if (hours > 18) {
      refuse(`Zone offset hours not in valid range: value ${sign * hours} is not in the range -18 to 18`);
    }
    if (minutes > 59) {
      refuse(`Zone offset minutes not in valid range: value ${sign * minutes} is not in the range -59 to 59`);
    }
    if (hours === 18 && minutes > 0) refuse('Zone offset not in valid range: -18:00 to +18:00');
    return sign * (hours * 3600 + minutes * 60);
  }

  // The day number of a date text, or null if it is none.
  function parseDate(text) {
    const parts = SHORT_DATE.exec(text) ?? LONG_DATE.exec(text);
    if (parts === null) return null;
    const year = Number(parts[1]);
    const [month, day, week, dayOfWeek, quarter, dayOfQuarter, ordinal] = parts.slice(2).map((part) => number(part));
    if (week !== undefined) return weekDate(year, week, dayOfWeek ?? 1);
    if (quarter !== undefined) return quarterDate(year, quarter, dayOfQuarter ?? 1);
    if (ordinal !== undefined) return Calendar.checkedOrdinalDay(year, ordinal, 'SyntaxError');
    return Calendar.checkedDay(year, month ?? 1, day ?? 1, 'SyntaxError');
  }

  function weekDate(year, week, dayOfWeek) {
    Calendar.check('year', year, 'SyntaxError');
    Calendar.check('week', week, 'SyntaxError');
    if (week > Calendar.weeksInYear(year)) refuse(`Year ${year} does not contain ${week} weeks.`);
    Calendar.check('dayOfWeek', dayOfWeek, 'SyntaxError');
    return Calendar.inRange(Calendar.startOfWeekYear(year) + (week - 1) * 7 + dayOfWeek - 1, 'SyntaxError');
  }

  function quarterDate(year, quarter, dayOfQuarter) {
    if (quarter === 2 && dayOfQuarter === 92) refuse('Quarter 2 only has 91 days.');
    Calendar.check('dayOfQuarter', dayOfQuarter, 'SyntaxError');
    const days = Calendar.isLeapYear(year) ? 91 : 90;
    if (quarter === 1 && dayOfQuarter > days) refuse(`Quarter 1 of ${year} only has ${days} days.`);
    Calendar.check('quarter', quarter, 'SyntaxError');
    return Calendar.checkedDay(year, quarter * 3 - 2, 1, 'SyntaxError') + dayOfQuarter - 1;
  }

  // The nanosecond of the day of a time text, or null if it is none.
  function parseTime(text) {
    const parts = LONG_TIME.exec(text) ?? SHORT_TIME.exec(text);
    if (parts === null) return null;
    const [hour, minute, second] = ['hour', 'minute', 'second'].map((field, i) =>
      Calendar.check(field, number(parts[i + 1], 0), 'SyntaxError'));
    return (hour * 3600 + minute * 60 + second) * 1e9 + Number((parts[4] ?? '').padEnd(9, '0'));
  }

  return { parse };
})();
