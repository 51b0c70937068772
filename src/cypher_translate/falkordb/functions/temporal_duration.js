// Durations: months, days, seconds and nanoseconds, which are kept apart (a month is not some number of days).
// Seconds are BigInt, as they may exceed 2^53; nanos are 0 .. 999999999, also where the duration is negative.

const Durations = (() => {
  const LONG = 2n ** 63n;
  const NUMBER = '([-+]?\\d+(?:[.,]\\d+)?)';
  const BY_UNITS = new RegExp(`^([-+]?)P(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?` +
    `(T(?:${NUMBER}H)?(?:${NUMBER}M)?(?:([-+]?\\d+)(?:[.,](\\d{1,9}))?S)?)?$`, 'i');
  const SHORT_TIME = '(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(?:[.,](\\d{1,9}))?)?)?';
  const LONG_TIME = '(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?';
  const BY_DATE = new RegExp('^([-+]?)P(?:(\\d{4})(?:-(\\d\\d)-(\\d\\d)|(\\d\\d)(\\d\\d)))?' +
    `(?:T(?:${SHORT_TIME}|${LONG_TIME}))?$`, 'i');
  const AVERAGE_MONTH = 2629746; // seconds: a twelfth of the Gregorian calendar's mean year

  // How many of the unit that is stored (months, days, seconds, nanoseconds) one of each map field is.
  const FIELDS = new Map(Object.entries({
    years: ['months', 12], months: ['months', 1],
    weeks: ['days', 7], days: ['days', 1],
    hours: ['seconds', 3600], minutes: ['seconds', 60], seconds: ['seconds', 1],
    milliseconds: ['nanos', 1e6], microseconds: ['nanos', 1e3], nanoseconds: ['nanos', 1],
  }));

  // Each component: what it is taken from, the divisor, and the size of the next larger unit (null: none).
  const COMPONENTS = new Map(Object.entries({
    years: ['months', 12], quarters: ['months', 3], months: ['months', 1],
    quartersofyear: ['months', 3, 4], monthsofquarter: ['months', 1, 3], monthsofyear: ['months', 1, 12],
    weeks: ['days', 7], days: ['days', 1], daysofweek: ['days', 1, 7],
    hours: ['seconds', 3600], minutes: ['seconds', 60], seconds: ['seconds', 1],
    minutesofhour: ['seconds', 60, 60], secondsofminute: ['seconds', 1, 60],
    milliseconds: ['total', 1e6], microseconds: ['total', 1e3], nanoseconds: ['total', 1],
    millisecondsofsecond: ['nanos', 1e6], microsecondsofsecond: ['nanos', 1e3], nanosecondsofsecond: ['nanos', 1],
  }));

  /** The duration of four BigInts, nanoseconds of any size and sign; Neo4j's error where it overflows. */
  function make(months, days, seconds, nanos) {
    let whole = seconds + nanos / 1000000000n;
    let rest = nanos % 1000000000n;
    if (rest < 0n) {
      whole -= 1n;
      rest += 1000000000n;
    }
    const average = whole + days * 86400n + months * BigInt(AVERAGE_MONTH);
    for (const size of [months * BigInt(AVERAGE_MONTH), days * 86400n, whole, average]) {
      if (size >= LONG || size < -LONG) {
        fail('ArgumentError', 'Invalid value for duration, will cause overflow. ' +
          `Value was months=${months}, days=${days}, seconds=${seconds}, nanos=${nanos}`);
      }
    }
    return { kind: 'duration', months: Number(months), days: Number(days), seconds: whole, nanos: Number(rest) };
  }

  // A float as Java casts it to a long.
  function long(number) {
    if (Number.isNaN(number)) return 0n;
    const limit = 9223372036854775807n;
    if (number >= 2 ** 63) return limit;
    return number < -(2 ** 63) ? -limit - 1n : BigInt(Math.trunc(number));
  }

  /** The duration of four floats: what is left of each whole unit goes on to the next smaller one. */
  function approximate(months, days, seconds, nanos) {
    // Each remainder goes through nanoseconds, in this order of operations, so that it rounds as Neo4j's.
    const rest = (amount, size) => size * (amount - Math.trunc(amount));
    const allDays = days + rest(months, AVERAGE_MONTH * 1e9) / 86400e9;
    const allSeconds = seconds + rest(allDays, 86400e9) / 1e9;
    const allNanos = nanos + rest(allSeconds, 1e9);
    return make(long(months), long(allDays), long(allSeconds), long(allNanos));
  }

  /** The duration of a map of fields. */
  function ofMap(map) {
    const sums = { months: 0, days: 0, seconds: 0, nanos: 0 };
    const names = Object.keys(map);
    if (names.length === 0) fail('ArgumentError', 'At least one temporal unit must be specified.');
    for (const name of names) {
      const [target, factor] = FIELDS.get(name.toLowerCase()) ?? fail('ArgumentError', `Unknown field: ${name}`);
      if (typeof map[name] !== 'number') fail('ArgumentError', `${name} must be a number value`);
      sums[target] += map[name] * factor;
    }
    return approximate(sums.months, sums.days, sums.seconds, sums.nanos);
  }

  /** The duration of ISO text, or null if the text is none. */
  function parse(text) {
    const units = BY_UNITS.exec(text);
    if (units !== null && !text.toUpperCase().endsWith('T')) return byUnits(units);
    const date = BY_DATE.exec(text);
    return date === null ? null : byDate(date);
  }

  function byUnits([, sign, years, months, weeks, days, time, hours, minutes, seconds, fraction]) {
    const factor = sign === '-' ? -1 : 1;
    const parts = [years, months, weeks, days, hours, minutes, seconds];
    const fractional = parts.findIndex((part) => /[.,]/.test(part ?? ''));
    if (fractional >= 0) {
      if (parts.slice(fractional + 1).some((part) => part !== undefined)) return null;
      if (fractional < 4 && time !== undefined) return null;
      const [y, m, w, d, h, min] = parts.map((part) => factor * Number((part ?? '0').replace(',', '.')));
      return approximate(y * 12 + m, w * 7 + d, h * 3600 + min * 60, 0);
    }
    if (parts.every((part) => part === undefined)) return null;
    const [y, m, w, d, h, min, s] = parts.map((part) => BigInt(factor) * integer(part));
    const nanos = BigInt(factor) * (seconds?.startsWith('-') ? -1n : 1n) * BigInt((fraction ?? '').padEnd(9, '0'));
    return make(y * 12n + m, w * 7n + d, h * 3600n + min * 60n + s, nanos);
  }

  const integer = (text) => BigInt((text ?? '0').replace('+', ''));

  function byDate([, sign, year, longMonth, longDay, shortMonth, shortDay, ...time]) {
    const factor = sign === '-' ? -1n : 1n;
    const [hours, minutes, seconds, fraction] = time[4] === undefined ? time.slice(0, 4) : time.slice(4);
    if (year === undefined && hours === undefined) return null;
    const [month, day] = [longMonth ?? shortMonth, longDay ?? shortDay];
    const [y, m, d, h, min, s] = [year, month, day, hours, minutes, seconds].map(integer);
    const limits = [['months is', m, 12], ['days is', d, 31], ['hours', h, 24], ['minutes', min, 60],
      ['seconds', s, 60]];
    for (const [name, value, largest] of limits) {
      if (value > largest) fail('ArgumentError', `${name} out of range: ${value}`);
    }
    const nanos = BigInt((fraction ?? '').padEnd(9, '0'));
    return make(factor * (y * 12n + m), factor * d, factor * (h * 3600n + min * 60n + s), factor * nanos);
  }

  /** ISO text, as Neo4j writes it. */
  function iso({ months, days, seconds, nanos }) {
    const unit = (amount, letter) => (amount == 0 ? '' : `${amount}${letter}`); // == for BigInt and number
    let text = unit(Math.trunc(months / 12), 'Y') + unit(months % 12, 'M') + unit(days, 'D');
    const negative = seconds < 0n;
    const borrowed = negative && nanos !== 0;
    const whole = borrowed ? seconds + 1n : seconds;
    const fraction = borrowed ? 1e9 - nanos : nanos;
    if (whole !== 0n || fraction !== 0) {
      text += 'T' + unit(whole / 3600n, 'H') + unit((whole / 60n) % 60n, 'M');
      const rest = whole % 60n;
      if (rest !== 0n || fraction !== 0) {
        const digits = String(rest < 0n ? -rest : rest);
        text += (negative ? '-' : '') + digits;
        text += (fraction === 0 ? '' : '.' + String(fraction).padStart(9, '0').replace(/0+$/, '')) + 'S';
      }
    }
    return 'P' + (text === '' ? 'T0S' : text);
  }

  /** A component by name, as a BigInt. */
  function component(duration, name) {
    const [source, divisor, limit] = COMPONENTS.get(name.toLowerCase()) ?? fail('TypeError', `No such field: ${name}`);
    const [, , seconds, nanos] = parts(duration);
    const amount = source === 'total' ? seconds * 1000000000n + nanos : BigInt(duration[source]);
    const quotient = amount / BigInt(divisor);
    return limit === undefined ? quotient : quotient % BigInt(limit);
  }

  const parts = ({ months, days, seconds, nanos }) => [BigInt(months), BigInt(days), seconds, BigInt(nanos)];

  /** a + sign * b. */
  function sum(a, b, sign) {
    const [left, right] = [parts(a), parts(b)];
    return make(...left.map((part, i) => part + sign * right[i]));
  }

  function multiply(duration, factor) {
    if (Number.isInteger(factor)) return make(...parts(duration).map((part) => part * BigInt(factor)));
    return approximate(...parts(duration).map((part) => Number(part) * factor));
  }

  function divide(duration, divisor) {
    if (divisor === 0) fail('ArithmeticError', '/ by zero');
    return approximate(...parts(duration).map((part) => Number(part) / divisor));
  }

  return { make, ofMap, parse, iso, component, sum, multiply, divide };
})();
