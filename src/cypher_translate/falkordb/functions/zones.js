// Time zones: the offset from UTC that a named zone has at an instant or at a local date-time.
//
//   Zones.canonical(name)               the zone's name in its usual letter case, or null if there is none such
//   Zones.offsetAt(name, instant)       seconds east of Greenwich at an epoch second
//   Zones.offsetOfLocal(name, local)    the same at a local date-time, given as an epoch second as if it were UTC.
//                                       In an overlap the earlier offset holds, in a gap the one before the gap,
//                                       so that a time in the gap moves on by the gap's length (as in java.time).
//
// Instants are numbers: exact for 280 million years either side of 1970.

const Zones = (() => {
  const DAY = 86400;
  let lines = null; // lower-case name → [name, history as text]
  const histories = new Map(); // name → {first, moments, offsets, rule}

  function index() {
    lines = new Map();
    for (const line of ZONE_TABLE.trim().split('\n')) {
      const bar = line.indexOf('|');
      for (const name of line.slice(0, bar).split(',')) lines.set(name.toLowerCase(), [name, line.slice(bar + 1)]);
    }
  }

  function canonical(name) {
    if (lines === null) index();
    const entry = lines.get(name.toLowerCase());
    return entry === undefined ? null : entry[0];
  }

  function historyOf(name) {
    let history = histories.get(name);
    if (history === undefined) {
      if (canonical(name) === null) fail('ArgumentError', `Unknown time-zone ID: ${name}`);
      history = decode(lines.get(name.toLowerCase())[1]);
      histories.set(name, history);
    }
    return history;
  }

  function decode(text) {
    const [offsetText, transitions, rule] = text.split('|');
    const offsets = offsetText.split(',').map((digits) => parseInt(digits, 36));
    const history = { first: offsets[0], moments: [], offsets: [], rule: decodeRule(rule) };
    let moment = 0;
    for (const [, minutes, seconds, letter] of transitions.matchAll(/(-?[0-9a-z]+)(?:\.([0-9a-z]+))?([A-Z])/g)) {
      moment += parseInt(minutes, 36) * 60 + parseInt(seconds ?? '0', 36);
      history.moments.push(moment);
      history.offsets.push(offsets[letter.charCodeAt(0) - 65]);
    }
    return history;
  }

  // POSIX: std offset [dst [offset] , start [/time] , end [/time]]; offsets count west of Greenwich.
  function decodeRule(text) {
    const parts = /^(?:<[^>]+>|[A-Za-z]+)([-+:\d]+)(?:(?:<[^>]+>|[A-Za-z]+)([-+:\d]*),([^,]+),([^,]+))?$/.exec(text);
    const standard = -seconds(parts[1]);
    if (parts[3] === undefined) return { standard, daylight: null };
    return {
      standard,
      daylight: parts[2] === '' ? standard + 3600 : -seconds(parts[2]),
      start: decodeDay(parts[3]),
      end: decodeDay(parts[4]),
    };
  }

  function seconds(text) {
    const sign = text[0] === '-' ? -1 : 1;
    const [hours, minutes = 0, rest = 0] = text.replace(/^[-+]/, '').split(':').map(Number);
    return sign * (hours * 3600 + minutes * 60 + rest);
  }

  function decodeDay(text) {
    const [day, time = '2'] = text.split('/');
    const numbers = day.replace(/^[JM]/, '').split('.').map(Number);
    return { form: day[0], numbers, time: seconds(time) };
  }

  // The local second, as if in UTC, at which the rule's day and time fall in a year.
  function momentOf({ form, numbers, time }, year) {
    if (form === 'M') {
      const [month, week, weekday] = numbers;
      const first = Calendar.dayNumber(year, month, 1);
      let day = first + ((weekday - Calendar.weekday(first) + 14) % 7) + (week - 1) * 7;
      if (day >= first + Calendar.daysInMonth(year, month)) day -= 7;
      return day * DAY + time;
    }
    const leap = Calendar.isLeapYear(year);
    const ordinal = form === 'J' ? numbers[0] - 1 + (leap && numbers[0] >= 60 ? 1 : 0) : numbers[0];
    return (Calendar.dayNumber(year, 1, 1) + ordinal) * DAY + time;
  }

  // The rule's transitions from the year before to the year after, as [moment, offset before, offset after].
  function ruleTransitions(rule, year) {
    const found = [];
    for (const each of [year - 1, year, year + 1]) {
      found.push([momentOf(rule.start, each) - rule.standard, rule.standard, rule.daylight]);
      found.push([momentOf(rule.end, each) - rule.daylight, rule.daylight, rule.standard]);
    }
    return found.sort((a, b) => a[0] - b[0]);
  }

  // The transitions around a second, with what holds before the first of them.
  function around(history, second) {
    const { moments, offsets, rule } = history;
    const last = moments.length - 1;
    if (rule.daylight !== null && (last < 0 || second > moments[last] + 2 * DAY)) {
      const year = Calendar.yearOfDay(Math.floor(second / DAY));
      return ruleTransitions(rule, year).filter(([moment]) => last < 0 || moment > moments[last]);
    }
    let low = 0;
    let high = moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (moments[middle] < second - 2 * DAY) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let i = Math.max(low - 1, 0); i <= Math.min(low + 4, last); i++) {
      found.push([moments[i], i === 0 ? history.first : offsets[i - 1], offsets[i]]);
    }
    return found;
  }

  function offsetAt(name, instant) {
    const history = historyOf(name);
    const transitions = around(history, instant);
    if (transitions.length === 0) return history.rule.standard;
    let offset = transitions[0][1];
    for (const [moment, , after] of transitions) if (instant >= moment) offset = after;
    return offset;
  }

  function offsetOfLocal(name, local) {
    const history = historyOf(name);
    const transitions = around(history, local);
    if (transitions.length === 0) return history.rule.standard;
    let offset = transitions[0][1];
    for (const [moment, before, after] of transitions) if (local >= moment + Math.max(before, after)) offset = after;
    return offset;
  }

  return { canonical, offsetAt, offsetOfLocal };
})();
