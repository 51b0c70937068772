// The tagged text of temporal values, and their ISO text. The encoding is described in temporal_text.py.
//
// A decoded value is an object with `kind` and what the kind needs:
//   day      day number (date, localdatetime, datetime: of the local date)
//   nano     nanosecond of the day (localtime, time, localdatetime, datetime: of the local time)
//   offset   seconds east of Greenwich (time, datetime)
//   zone     the zone's name or null (datetime)
//   months, days, seconds (BigInt), nanos      (duration)

const Codec = (() => {
  const TAG = '\x02';
  const KINDS = { 2: 'datetime', 3: 'localdatetime', 4: 'date', 5: 'time', 6: 'localtime', 7: 'duration' };
  const NANOS_PER_DAY = 86400e9;
  const AVERAGE_MONTH = 2629746n; // seconds

  const pad = (number, width) => String(number).padStart(width, '0');
  const complement = (digits) => digits.replace(/\d/g, (digit) => 9 - digit);

  // --- parts of the tagged text

  function sortableYear(year) {
    if (year >= 0 && year <= 9999) return pad(year, 4);
    return year > 9999 ? 'y' + pad(year, 10) : '-' + pad(9999999999 + year, 10);
  }

  function sortableDate(day) {
    const date = Calendar.dateOf(day);
    return `${sortableYear(date.year)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
  }

  // Two digits at a place of a text.
  const two = (text, at) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

  // The day number of the sortable date at a place of a text.
  function dayAt(text, at) {
    const sign = text[at];
    if (sign !== 'y' && sign !== '-') {
      return Calendar.dayNumber(two(text, at) * 100 + two(text, at + 2), two(text, at + 5), two(text, at + 8));
    }
    const digits = Number(text.slice(at + 1, at + 11));
    return Calendar.dayNumber(sign === '-' ? digits - 9999999999 : digits, two(text, at + 12), two(text, at + 15));
  }

  function sortableInteger(number) {
    const digits = String(number < 0n ? -number : number);
    const text = pad(digits.length, 2) + digits;
    return number < 0n ? '-' + complement(text) : text;
  }

  const seconds = (nano) => Math.floor(nano / 1e9);

  function clock(second) {
    return `${pad(Math.floor(second / 3600), 2)}:${pad(Math.floor(second / 60) % 60, 2)}:${pad(second % 60, 2)}`;
  }

  function time(nano) {
    const fraction = nano % 1e9;
    return clock(seconds(nano)) + (fraction === 0 ? '' : '.' + pad(fraction, 9).replace(/0+$/, ''));
  }

  const secondAt = (text, at) => two(text, at) * 3600 + two(text, at + 3) * 60 + two(text, at + 6);

  // The nanosecond of the day of the time between two places of a text.
  function nanoAt(text, at, end) {
    const fraction = end > at + 8 ? Number(text.slice(at + 9, end).padEnd(9, '0')) : 0;
    return secondAt(text, at) * 1e9 + fraction;
  }

  /** The value's moment in UTC as {day, nano}; of a time, day is -1, 0 or 1. */
  function utc({ day = 0, nano, offset }) {
    const shifted = nano - offset * 1e9;
    const days = Math.floor(shifted / NANOS_PER_DAY);
    return { day: day + days, nano: shifted - days * NANOS_PER_DAY };
  }

  // --- the tagged text

  /** The tagged text of a value. */
  function encode(value) {
    switch (value.kind) {
      case 'date': return `${TAG}4${sortableDate(value.day)}`;
      case 'localtime': return `${TAG}6${time(value.nano)}`;
      case 'localdatetime': return `${TAG}3${sortableDate(value.day)}T${time(value.nano)}`;
      case 'time': {
        const { day, nano } = utc(value);
        return `${TAG}5${day + 1}T${time(nano)} ${clock(seconds(value.nano))}`;
      }
      case 'datetime': {
        const { day, nano } = utc(value);
        const zone = value.zone === null ? '' : `[${value.zone}]`;
        const local = `${sortableDate(value.day)}T${clock(seconds(value.nano))}`;
        return `${TAG}2${sortableDate(day)}T${time(nano)} ${local}${zone}`;
      }
      default: {
        const days = BigInt(value.days);
        const months = BigInt(value.months);
        const average = sortableInteger(value.seconds + days * 86400n + months * AVERAGE_MONTH);
        const ties = sortableInteger(months) + sortableInteger(days);
        return `${TAG}7${average}${pad(value.nanos, 9)}${ties} ${Durations.iso(value)}`;
      }
    }
  }

  /** The kind of the value that a tagged text holds, undefined for everything else (points too). */
  function kindOf(any) {
    return typeof any === 'string' && any[0] === TAG ? KINDS[any[1]] : undefined;
  }

  /** The value of a tagged text, or null for everything else (points too). */
  function decode(text) {
    const kind = kindOf(text);
    switch (kind) {
      case undefined: return null;
      case 'date': return { kind, day: dayAt(text, 2) };
      case 'localtime': return { kind, nano: nanoAt(text, 2, text.length) };
      case 'localdatetime': return dateTimeAt(kind, text, 2, text.length);
      case 'duration': return Durations.parse(text.slice(text.indexOf(' ') + 1));
      case 'time': {
        const blank = text.indexOf(' ');
        const instant = (text.charCodeAt(2) - 49) * NANOS_PER_DAY + nanoAt(text, 4, blank);
        const second = secondAt(text, blank + 1);
        return { kind, nano: second * 1e9 + Calendar.floorMod(instant, 1e9), offset: second - seconds(instant) };
      }
      default: {
        const blank = text.indexOf(' ');
        const instant = dateTimeAt(kind, text, 2, blank);
        const time = text.indexOf('T', blank) + 1;
        const second = secondAt(text, time);
        const day = dayAt(text, blank + 1);
        const offset = (day - instant.day) * 86400 + second - seconds(instant.nano);
        const zone = time + 8 === text.length ? null : text.slice(time + 9, -1);
        return { kind, day, nano: second * 1e9 + (instant.nano % 1e9), offset, zone };
      }
    }
  }

  // The local date-time between two places of a text.
  function dateTimeAt(kind, text, at, end) {
    return { kind, day: dayAt(text, at), nano: nanoAt(text, text.indexOf('T', at) + 1, end) };
  }

  // --- ISO text

  function isoDate(day) {
    const { year, month, day: dayOfMonth } = Calendar.dateOf(day);
    const digits = pad(Math.abs(year), 4);
    const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
    return `${sign}${digits}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
  }

  /** An offset as ISO writes it: Z, +01:00 or +00:53:28. */
  function isoOffset(offset) {
    if (offset === 0) return 'Z';
    const size = Math.abs(offset);
    const text = clock(size);
    return (offset < 0 ? '-' : '+') + (size % 60 === 0 ? text.slice(0, 5) : text);
  }

  /** What Neo4j's toString() gives. */
  function iso(value) {
    switch (value.kind) {
      case 'date': return isoDate(value.day);
      case 'localtime': return time(value.nano);
      case 'localdatetime': return `${isoDate(value.day)}T${time(value.nano)}`;
      case 'time': return time(value.nano) + isoOffset(value.offset);
      case 'datetime': {
        const zone = value.zone === null ? '' : `[${value.zone}]`;
        return `${isoDate(value.day)}T${time(value.nano)}${isoOffset(value.offset)}${zone}`;
      }
      default: return Durations.iso(value);
    }
  }

  return { NANOS_PER_DAY, encode, kindOf, decode, utc, iso, isoOffset };
})();
