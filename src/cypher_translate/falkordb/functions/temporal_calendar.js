// The proleptic ISO calendar: days are counted from 1970-01-01, years run from -999999999 to 999999999.

const Calendar = (() => {
  const MAX_YEAR = 999999999;
  const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
    'November', 'December'];

  // For each field: its name in messages, the least and the largest value, and the range as messages show it.
  const RANGES = {
    year: ['Year', -MAX_YEAR, MAX_YEAR],
    quarter: ['QuarterOfYear', 1, 4],
    month: ['MonthOfYear', 1, 12],
    week: ['WeekOfWeekBasedYear', 1, 53, '1 - 52/53'],
    ordinalDay: ['DayOfYear', 1, 366, '1 - 365/366'],
    dayOfQuarter: ['DayOfQuarter', 1, 92, '1 - 90/92'],
    dayOfWeek: ['DayOfWeek', 1, 7],
    day: ['DayOfMonth', 1, 31, '1 - 28/31'],
    hour: ['HourOfDay', 0, 23],
    minute: ['MinuteOfHour', 0, 59],
    second: ['SecondOfMinute', 0, 59],
  };

  const floorMod = (x, y) => ((x % y) + y) % y;
  const isLeapYear = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

  function daysInMonth(year, month) {
    if (month === 2) return isLeapYear(year) ? 29 : 28;
    return [4, 6, 9, 11].includes(month) ? 30 : 31;
  }

  // Years begin in March here, so that the leap day is the last of them; 400 of them have 146097 days.
  function dayNumber(year, month, day) {
    const shifted = month > 2 ? year : year - 1;
    const era = Math.floor(shifted / 400);
    const yearOfEra = shifted - era * 400;
    const dayOfYear = Math.floor((153 * floorMod(month - 3, 12) + 2) / 5) + day - 1;
    const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
    return era * 146097 + yearOfEra * 365 + leapDays + dayOfYear - 719468;
  }

  function dateOf(dayNumber) {
    const shifted = dayNumber + 719468;
    const era = Math.floor(shifted / 146097);
    const dayOfEra = shifted - era * 146097;
    const yearOfEra = Math.floor(
      (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
    const dayOfYear = dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const index = Math.floor((5 * dayOfYear + 2) / 153);
    const month = index < 10 ? index + 3 : index - 9;
    const day = dayOfYear - Math.floor((153 * index + 2) / 5) + 1;
    return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day };
  }

  const yearOfDay = (day) => dateOf(day).year;
  const ordinalDay = (day) => day - dayNumber(yearOfDay(day), 1, 1) + 1;
  const weekday = (day) => floorMod(day + 4, 7); // 0 is Sunday, as in POSIX rules
  const dayOfWeek = (day) => floorMod(day + 3, 7) + 1; // 1 is Monday, as in ISO
  const startOfWeekYear = (year) => dayNumber(year, 1, 4) - dayOfWeek(dayNumber(year, 1, 4)) + 1;
  const weekYear = (day) => yearOfDay(day - dayOfWeek(day) + 4);
  const week = (day) => Math.floor((day - startOfWeekYear(weekYear(day))) / 7) + 1;
  const weeksInYear = (year) => (startOfWeekYear(year + 1) - startOfWeekYear(year)) / 7;
  const quarter = (day) => Math.floor((dateOf(day).month - 1) / 3) + 1;
  const startOfQuarter = (day) => dayNumber(yearOfDay(day), quarter(day) * 3 - 2, 1);

  /** The value of a field if it is in the field's range, else Neo4j's error. */
  function check(field, value, code = 'ArgumentError') {
    const [name, least, largest, shown = `${least} - ${largest}`] = RANGES[field];
    if (value < least || value > largest) fail(code, `Invalid value for ${name} (valid values ${shown}): ${value}`);
    return value;
  }

  /** The day number of a date whose parts are checked. */
  function checkedDay(year, month, day, code = 'ArgumentError') {
    check('year', year, code);
    check('month', month, code);
    check('day', day, code);
    if (day > daysInMonth(year, month)) {
      if (day === 29) fail(code, `Invalid date 'February 29' as '${year}' is not a leap year`);
      fail(code, `Invalid date '${MONTHS[month - 1].toUpperCase()} ${day}'`);
    }
    return dayNumber(year, month, day);
  }

  /** The day number of a day of the year, checked. */
  function checkedOrdinalDay(year, ordinal, code = 'ArgumentError') {
    check('year', year, code);
    check('ordinalDay', ordinal, code);
    if (ordinal === 366 && !isLeapYear(year)) {
      fail(code, `Invalid date 'DayOfYear 366' as '${year}' is not a leap year`);
    }
    return dayNumber(year, 1, 1) + ordinal - 1;
  }

  /** The day, if its year is in range. */
  function inRange(day, code = 'ArgumentError') {
    check('year', yearOfDay(day), code);
    return day;
  }

  /** The day some months later; where the month is too short, its last day. */
  function plusMonths(day, months, code = 'ArgumentError') {
    const date = dateOf(day);
    const total = date.year * 12 + date.month - 1 + months;
    const year = check('year', Math.floor(total / 12), code);
    const month = floorMod(total, 12) + 1;
    return dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)));
  }

  /** The day with one field set, in the way of java.time: other fields stay as far as they can. */
  function withField(day, field, value) {
    const date = dateOf(day);
    check(field, value);
    switch (field) {
      case 'year': return plusMonths(day, (value - date.year) * 12);
      case 'quarter': return plusMonths(day, (value - quarter(day)) * 3);
      case 'month': return plusMonths(day, value - date.month);
      case 'week': return inRange(day + (value - week(day)) * 7);
      case 'ordinalDay': return checkedOrdinalDay(date.year, value);
      case 'dayOfQuarter': return inRange(startOfQuarter(day) + value - 1);
      case 'dayOfWeek': return inRange(day + value - dayOfWeek(day));
      default: return checkedDay(date.year, date.month, value);
    }
  }

  /** The same week and day of the week in another week-based year. */
  function withWeekYear(day, year) {
    check('year', year);
    const sameWeek = Math.min(week(day), weeksInYear(year));
    return startOfWeekYear(year) + (sameWeek - 1) * 7 + dayOfWeek(day) - 1;
  }

  return {
    floorMod, isLeapYear, daysInMonth, dayNumber, dateOf, yearOfDay, ordinalDay, weekday, dayOfWeek, weekYear, week,
    weeksInYear, startOfWeekYear, quarter, startOfQuarter, check, checkedDay, checkedOrdinalDay, inRange, plusMonths,
    withField, withWeekYear,
  };
})();
