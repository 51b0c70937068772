// Numbers as Java has them: Long.parseLong, BigDecimal, Double.parseDouble, Math.round.

const LONG_MAX = 9223372036854775807n;
const LONG_MIN = -9223372036854775808n;
const PLAIN = /^[+-]?[0-9]{1,18}$/;
const DECIMAL = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/;
// Double.parseDouble takes control characters and blanks around the number, and a suffix.
const FLOATING = new RegExp('^[\\0- ]*([+-]?(?:' +
  '(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?(?=[fFdD]?[\\0- ]*$)|(?:NaN|Infinity)(?=[\\0- ]*$)))');
const HEXADECIMAL = /^[\0- ]*([+-]?)0[xX]([\da-fA-F]*)(?:\.([\da-fA-F]*))?[pP]([+-]?\d+)[fFdD]?[\0- ]*$/;

/** The digits 0 to 9 in place of any script's digits. */
function asciiDigits(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let value = 0;
    const point = digit.codePointAt(0);
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
    return value;
  });
}

/** An INTEGER from a string: cut towards zero, null where it is no number; throws a RangeError beyond 64 bits. */
function parseInteger(text) {
  if (PLAIN.test(text)) return BigInt(text);
  const match = DECIMAL.exec(/[^\0-\x7f]/.test(text) ? asciiDigits(text) : text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', onlyFraction = '', exponent = '0'] = match;
  const digits = whole + fraction + onlyFraction;
  const point = whole.length + Number(exponent);
  const significant = digits.replace(/^0+/, '');
  if (significant === '') return 0n;
  const length = point - (digits.length - significant.length);
  if (length > 19) throw new RangeError(text);
  if (length <= 0) return 0n;
  const size = BigInt(significant.slice(0, length).padEnd(length, '0'));
  const value = sign === '-' ? -size : size;
  // Neo4j compares before it cuts: 9223372036854775807.5 is too large.
  const rest = /[1-9]/.test(significant.slice(length)) ? 1n : 0n;
  if (size + rest > (sign === '-' ? -LONG_MIN : LONG_MAX)) throw new RangeError(text);
  return value;
}

/** A FLOAT or INTEGER number as Java's cast to long. */
function castToLong(x) {
  if (Number.isNaN(x)) return 0n;
  if (x >= 9223372036854775807) return LONG_MAX;
  if (x <= -9223372036854775808) return LONG_MIN;
  return BigInt(Math.trunc(x));
}

function toIntegerOrNull(x) {
  if (typeof x === 'number') return castToLong(x);
  if (typeof x === 'boolean') return x ? 1n : 0n;
  if (typeof x !== 'string') return null;
  try {
    return parseInteger(x);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function toInteger(x) {
  if (x === null) return null;
  if (isText(x)) {
    try {
      return parseInteger(x);
    } catch (error) {
      if (error instanceof RangeError) fail('TypeError', `integer, ${x}, is too large`);
      throw error;
    }
  }
  if (typeof x !== 'number' && typeof x !== 'boolean') {
    fail('TypeError', "Invalid input for function 'toInteger()': " +
      `Expected a String, Float, Integer or Boolean, got: ${describe(x)}`);
  }
  return toIntegerOrNull(x);
}

/** A FLOAT from a string as Java's Double.parseDouble reads it; null where it is no number. */
function parseFloatText(text) {
  const decimal = FLOATING.exec(text);
  if (decimal !== null) return float(Number(decimal[1]));
  const match = HEXADECIMAL.exec(text);
  if (match === null || !(match[2] || match[3])) return null;
  const [, sign, whole, fraction = '', exponent] = match;
  const size = Number(BigInt(`0x${whole}${fraction}`)) * 2 ** (Number(exponent) - 4 * fraction.length);
  return float(sign === '-' ? -size : size);
}

function toFloatOrNull(x) {
  if (typeof x === 'number') return float(x);
  return typeof x === 'string' ? parseFloatText(x) : null;
}

function toFloat(x) {
  if (x !== null && typeof x !== 'number' && !isText(x)) {
    fail('TypeError', `Invalid input for function 'toFloat()': Expected a String or Number, got: ${describe(x)}`);
  }
  return toFloatOrNull(x);
}

/** toBoolean of a STRING or INTEGER; the server's own does for the rest. */
function toBoolean(x) {
  if (typeof x === 'number') return x !== 0;
  if (typeof x !== 'string') return null;
  const word = trimmer('toBoolean', true, true)(x).toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

/** Whether a number cut to `digits` goes one step away from zero; `rest` are the digits that were cut off. */
function roundsAway(mode, negative, digits, rest) {
  if (!/[1-9]/.test(rest)) return false;
  const half = /^50*$/.test(rest) ? 0 : rest[0] >= '5' ? 1 : -1;
  switch (mode) {
    case 'UP': return true;
    case 'DOWN': return false;
    case 'CEILING': return !negative;
    case 'FLOOR': return negative;
    case 'HALF_UP': return half >= 0;
    case 'HALF_DOWN': return half > 0;
    case 'HALF_EVEN': return half > 0 || (half === 0 && Number(digits.at(-1) ?? 0) % 2 === 1);
    case 'UNNECESSARY': return fail('ArgumentError', 'Rounding necessary');
    default: return undefined;
  }
}

/** Rounding to the nearest by arithmetic, where the cut is far enough from a half for its error; else undefined. */
function roundFast(x, precision, mode) {
  if (!mode.startsWith('HALF_') || precision > 15) return undefined;
  const power = 10 ** precision;
  const scaled = x * power;
  if (Math.abs(scaled) > 1e9 || Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-6) return undefined;
  return Math.round(scaled) / power + 0;
}

/** BigDecimal.valueOf(x).setScale(precision, mode): on the decimal digits that x is written with. */
function roundDecimal(x, precision, mode) {
  if (!Number.isFinite(x) || x === 0) return x + 0;
  const fast = roundFast(x, precision, mode);
  if (fast !== undefined) return fast;
  const [mantissa, exponent] = Math.abs(x).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const point = Number(exponent) + 1;
  const kept = point + precision;
  if (kept >= digits.length) return x;
  const head = kept > 0 ? digits.slice(0, kept) : '';
  const rest = kept > 0 ? digits.slice(kept) : '0'.repeat(-kept) + digits;
  const negative = x < 0;
  const size = BigInt(head || 0) + (roundsAway(mode, negative, head, rest) ? 1n : 0n);
  const result = Number(`${size}e${-precision}`);
  return negative && result !== 0 ? -result : result;
}

const ROUNDING_MODES = new Set(['CEILING', 'FLOOR', 'UP', 'DOWN', 'HALF_EVEN', 'HALF_UP', 'HALF_DOWN', 'UNNECESSARY']);

/** Java's (double) Math.round(x): halves go up, and what does not fit a long becomes the nearest long. */
function roundHalfUp(x) {
  if (!Number.isFinite(x)) return x;
  const floor = Math.floor(x);
  const rounded = x - floor >= 0.5 ? floor + 1 : floor;
  return Math.min(Math.max(rounded, -9223372036854775808), 9223372036854775807) + 0;
}

function round(x, precision = 0, mode = undefined) {
  if (x === null || precision === null || mode === null) return null;
  if (typeof x !== 'number' || typeof precision !== 'number') fail('TypeError', 'round() requires numbers');
  const scale = expectInt(precision, 'round', 'precision');
  if (scale < 0) fail('ArgumentError', "Precision argument to 'round()' cannot be negative");
  if (mode === undefined) return float(scale === 0 ? roundHalfUp(x) : roundDecimal(x, scale, 'HALF_UP'));
  if (!ROUNDING_MODES.has(expectString(mode, 'round'))) {
    fail('ArgumentError', `Unknown rounding mode. Valid values are: ${[...ROUNDING_MODES].join(', ')}.`);
  }
  return float(roundDecimal(x, scale, mode));
}

falkor.register('toInteger', toInteger);
falkor.register('toIntegerOrNull', toIntegerOrNull);
falkor.register('toFloat', toFloat);
falkor.register('toFloatOrNull', toFloatOrNull);
falkor.register('toBoolean', toBoolean);
falkor.register('round', round);
