// Strings as Java has them: Character.isWhitespace, String.toUpperCase, Double.toString. Counted in code points.

// No no-break spaces (U+00A0, U+2007, U+202F), but the separators U+001C to U+001F.
const WHITESPACE = '\t\n\v\f\r\u001c\u001d\u001e\u001f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006' +
  '\u2008\u2009\u200a\u2028\u2029\u205f\u3000';

/** A FLOAT as Java's Double.toString writes it since Java 19; older ones write some digits too many beyond 1E16. */
function floatText(x) {
  const size = Math.abs(x);
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  if (!Number.isFinite(x)) return String(x);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(x) ? `${x}.0` : String(x);
  let [digits, exponent] = x.toExponential().split('e');
  // Java writes at least two digits, the nearest ones: only below the normal numbers is the second not a zero.
  if (!digits.includes('.')) digits = x.toExponential(1).split('e')[0];
  return `${digits}E${Number(exponent)}`;
}

/** toString(x): `text` is the server's own toString(x), which tells a FLOAT from an INTEGER. */
function toText(x, text) {
  if (typeof x === 'string') return isTagged(x) ? functions.text(x) : x;
  const isFloat = typeof x === 'number' && (!Number.isInteger(x) || text.includes('.'));
  return isFloat ? floatText(x) : text;
}

/** x || y of strings; null where the server's + does it (lists) and where one is null. */
function concatenate(x, y) {
  const fits = (value) => value === null || isText(value) || Array.isArray(value);
  if (!fits(x) || !fits(y) || (x !== null && y !== null && isText(x) !== isText(y))) {
    fail('TypeError', `Cannot concatenate \`${describe(x)}\` and \`${describe(y)}\``);
  }
  return isText(x) && isText(y) ? x + y : null;
}

/** The place in a text that lies `count` characters after another. */
function skip(text, at, count) {
  for (; count > 0 && at < text.length; count--) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

/** The characters of a text before a place, as many as `count` at most: where they begin. */
function skipBack(text, at, count) {
  for (; count > 0 && at > 0; count--) {
    at -= 1;
    if (at > 0 && text.codePointAt(at - 1) > 0xffff) at -= 1;
  }
  return at;
}

function charLength(text) {
  if (text === null) return null;
  expectString(text, 'char_length');
  let count = 0;
  for (let at = 0; at < text.length; count++) at = skip(text, at, 1);
  return BigInt(count);
}

function trimmer(name, atStart, atEnd) {
  return (text, characters) => {
    if (text === null || characters === null) return null;
    expectString(text, name);
    const strip = characters === undefined ? WHITESPACE : [...expectString(characters, name)];
    let start = 0;
    let end = text.length;
    if (atStart) {
      for (let next; start < end && strip.includes(text.slice(start, next = skip(text, start, 1))); start = next);
    }
    if (atEnd) {
      for (let next; start < end && strip.includes(text.slice(next = skipBack(text, end, 1), end)); end = next);
    }
    return text.slice(start, end);
  };
}

/** The character of trim(BOTH character FROM text): it must be one. */
function trimCharacter(text) {
  if (text === null) return null;
  if (charLength(text) !== 1n) {
    fail('ArgumentError', 'The argument `trimCharacterString` in the `trim()` function must be of length 1.');
  }
  return text;
}

function substring(text, start, length) {
  if (text === null || start === null || length === null) return null;
  expectString(text, 'substring');
  const from = expectInt(start, 'substring', 'start');
  const count = length === undefined ? Infinity : expectInt(length, 'substring', 'length');
  if (text === '') return '';
  if (from < 0 || count < 0) fail('ArgumentError', 'Cannot handle negative start index nor negative length');
  const begin = skip(text, 0, from);
  return length === undefined ? text.slice(begin) : text.slice(begin, skip(text, begin, count));
}

function left(text, length) {
  if (text === null || length === null) return null;
  expectString(text, 'left');
  expectNumber(length, 'left', 'length');
  if (text !== '' && length <= -1) fail('ArgumentError', 'Cannot handle negative start index nor negative length');
  return text.slice(0, skip(text, 0, Math.trunc(length)));
}

function right(text, length) {
  if (text === null || length === null) return null;
  expectString(text, 'right');
  expectNumber(length, 'right', 'length');
  if (length <= -1) fail('ArgumentError', 'negative length');
  return text.slice(skipBack(text, text.length, Math.trunc(length)));
}

/** replace(text, search, by); an empty search stands between all characters, whole ones even beyond U+FFFF. */
function replace(text, search, by) {
  if (text === null || search === null || by === null) return null;
  expectString(text, 'replace');
  expectString(search, 'replace');
  expectString(by, 'replace');
  return search === '' ? ['', ...text, ''].join(by) : text.split(search).join(by);
}

/** A text cut at separators that are not empty: at each place the first of them that fits. */
function cut(text, separators) {
  if (separators.length === 1) return text.split(separators[0]);
  const parts = [];
  let start = 0;
  for (let at = 0; at < text.length;) {
    const found = separators.find((separator) => text.startsWith(separator, at));
    if (found === undefined) {
      at++;
    } else {
      parts.push(text.slice(start, at));
      start = at += found.length;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** split(text, delimiters), one or a list of them; an empty one cuts between all characters. */
function split(text, delimiters) {
  if (text === null || delimiters === null) return null;
  const all = Array.isArray(delimiters) ? delimiters : [delimiters];
  if (all.includes(null)) return null;
  expectString(text, 'split');
  const separators = all.filter((delimiter) => expectString(delimiter, 'split') !== '');
  const parts = separators.length === 0 ? [text] : cut(text, separators);
  const characters = separators.length === all.length ? [] : parts.flatMap((part) => [...part]);
  return characters.length === 0 ? parts : characters;
}

/** The function of a string that is null for null. */
const ofText = (name, body) => (text, argument) => (text === null ? null : body(expectString(text, name), argument));

/** IS form NORMALIZED: null for anything that is not a string. */
const isNormalized = (text, form) => (isText(text) ? text.normalize(form) === text : null);

falkor.register('floatText', floatText);
falkor.register('toString', toText);
falkor.register('concatenate', concatenate);
falkor.register('toUpper', ofText('toUpper', (text) => text.toUpperCase()));
falkor.register('toLower', ofText('toLower', (text) => text.toLowerCase()));
falkor.register('charLength', charLength);
falkor.register('trim', trimmer('trim', true, true));
falkor.register('ltrim', trimmer('ltrim', true, false));
falkor.register('rtrim', trimmer('rtrim', false, true));
falkor.register('trimCharacter', trimCharacter);
falkor.register('substring', substring);
falkor.register('left', left);
falkor.register('right', right);
falkor.register('replace', replace);
falkor.register('split', split);
falkor.register('normalize', ofText('normalize', (text, form) => text.normalize(form)));
falkor.register('isNormalized', isNormalized);
