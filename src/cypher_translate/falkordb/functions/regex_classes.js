// Java's character classes as JavaScript's (flag v): each is the text of a class, "[…]" or "\p{…}".

const CharacterClasses = (() => {
  const ASCII_CLASSES = {
    Lower: '[a-z]', Upper: '[A-Z]', ASCII: '[\\0-\\x7f]', Alpha: '[A-Za-z]', Digit: '[0-9]', Alnum: '[A-Za-z0-9]',
    Punct: '[\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e]', Graph: '[\\x21-\\x7e]', Print: '[\\x20-\\x7e]',
    Blank: '[\\x20\\t]', Cntrl: '[\\0-\\x1f\\x7f]', XDigit: '[0-9A-Fa-f]', Space: '[\\t-\\r\\x20]',
    L1: '[\\0-\\xff]', LD: '[\\p{L}\\p{Nd}]', LC: '[\\p{Lu}\\p{Ll}\\p{Lt}]', all: '[\\s\\S]',
    javaLowerCase: '\\p{Lowercase}', javaUpperCase: '\\p{Uppercase}', javaAlphabetic: '\\p{Alphabetic}',
    javaLetter: '\\p{L}', javaDigit: '\\p{Nd}', javaLetterOrDigit: '[\\p{L}\\p{Nd}]',
    javaWhitespace: '[\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]',
  };

  // Names of \p{Is…}, in capitals.
  const BINARY = {
    ALPHABETIC: 'Alphabetic', IDEOGRAPHIC: 'Ideographic', LOWERCASE: 'Lowercase', UPPERCASE: 'Uppercase',
    WHITE_SPACE: 'White_Space', WHITESPACE: 'White_Space', HEX_DIGIT: 'Hex_Digit', HEXDIGIT: 'Hex_Digit',
    LETTER: 'L', DIGIT: 'Nd', TITLECASE: 'Lt', PUNCTUATION: 'P', CONTROL: 'Cc', ASSIGNED: 'Assigned',
    EMOJI: 'Emoji', JOIN_CONTROL: 'Join_Control',
  };

  // The escapes \d \h \s \v \w; their capitals are the complements. All are ASCII's in Java, but \h and \v.
  const SHORTHANDS = {
    d: '0-9', w: 'A-Za-z0-9_', s: '\\t-\\r\\x20', v: '\\n-\\r\\x85\\u2028\\u2029',
    h: '\\x20\\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  };

  const CATEGORY = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/;

  function exists(text) {
    try {
      new RegExp(text, 'v');
      return true;
    } catch {
      return false;
    }
  }

  /** The class of \p{name}, or undefined where there is none with that name. */
  function property(name, caseless) {
    if (caseless && (name === 'Lower' || name === 'Upper')) return ASCII_CLASSES.Alpha;
    if (caseless && /^(?:Is)?L[ult]$/.test(name)) return ASCII_CLASSES.LC;
    if (Object.hasOwn(ASCII_CLASSES, name)) return ASCII_CLASSES[name];
    const [key, value] = name.includes('=') ? name.split('=') : ['', name];
    if (/^(?:gc|general_category)$/i.test(key)) return CATEGORY.test(value) ? `\\p{${value}}` : undefined;
    if (/^(?:sc|script)$/i.test(key)) return script(value);
    if (key !== '') return undefined;
    if (CATEGORY.test(value)) return `\\p{${value}}`;
    if (!value.startsWith('Is')) return undefined;
    const rest = value.slice(2);
    if (CATEGORY.test(rest)) return `\\p{${rest}}`;
    const binary = BINARY[rest.toUpperCase()];
    return binary === undefined ? script(rest) : `\\p{${binary}}`;
  }

  function script(name) {
    const text = `\\p{Script=${name[0].toUpperCase()}${name.slice(1).toLowerCase()}}`;
    return exists(text) ? text : undefined;
  }

  /** The class of \d, \D and so on, or undefined. */
  function shorthand(letter) {
    const content = SHORTHANDS[letter.toLowerCase()];
    if (content === undefined) return undefined;
    return letter === letter.toLowerCase() ? `[${content}]` : `[^${content}]`;
  }

  const member = (point) => `\\u{${point.toString(16)}}`;

  /** The members from one code point to another; `caseless` adds the other case of ASCII's letters. */
  function range(first, last, caseless) {
    let text = first === last ? member(first) : `${member(first)}-${member(last)}`;
    if (!caseless) return text;
    for (const [from, to, shift] of [[65, 90, 32], [97, 122, -32]]) {
      const low = Math.max(first, from);
      const high = Math.min(last, to);
      if (low <= high) text += `${member(low + shift)}-${member(high + shift)}`;
    }
    return text;
  }

  return { property, shorthand, range };
})();
