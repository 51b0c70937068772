// x =~ pattern: a regular expression of java.util.regex, rewritten as JavaScript's (flag v) and matched as a whole.
//
// Every construct is written out, so no flag of JavaScript changes its meaning. What differs and is left:
// a reference to a group that took no part matches the empty string, where Java's fails, and a possessive loop does not
// end at an empty alternative. Refused with an error:
// \X, \N{…}, \b{g}, Unicode blocks (\p{In…}), (?U), references forward, and atomic or possessive parts in lookbehind.

const JavaRegex = (() => {
  const WORD = '[\\p{L}\\p{Nd}_]';
  const CONTROLS = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };
  const isLetter = (character) => /^[A-Za-z]$/.test(character);

  /** The pattern's characters, those between \Q and \E each escaped. */
  function unquote(pattern) {
    const points = [...pattern];
    const plain = [];
    let quoted = false;
    for (let at = 0; at < points.length; at++) {
      const character = points[at];
      if (character === '\\' && points[at + 1] === (quoted ? 'E' : 'Q')) {
        quoted = !quoted;
        at++;
      } else if (quoted) {
        plain.push(...(/^[A-Za-z0-9]$/.test(character) ? [character] : ['\\', character]));
      } else {
        plain.push(character);
        if (character === '\\' && at + 1 < points.length) plain.push(points[++at]);
      }
    }
    return plain;
  }

  function translate(pattern) {
    const points = unquote(pattern);
    const names = new Map();
    let at = 0;
    let captures = 0;
    let atomics = 0;
    let lookbehinds = 0;
    const open = new Set();

    const error = (reason) => fail('SemanticError', `Invalid Regex: ${reason} in /${pattern}/`);
    const unsupported = (what) => error(`${what} cannot be run on FalkorDB; write the pattern without it,`);
    const peek = (text) => points.slice(at, at + text.length).join('') === text;
    const accept = (text) => peek(text) && ((at += text.length), true);
    const expect = (text) => accept(text) || error(`missing '${text}'`);
    const next = () => (at < points.length ? points[at++] : error('unexpected end'));

    function skipComments(flags) {
      while (flags.x && at < points.length) {
        if (/^[\t-\r ]$/.test(points[at])) at++;
        else if (points[at] === '#') while (at < points.length && points[at] !== '\n') at++;
        else return;
      }
    }

    function until(end) {
      let text = '';
      while (!accept(end)) text += next();
      return text;
    }

    // --- anchors

    const terminator = (flags) => (flags.d ? '\\n' : '\\r\\n|(?<!\\r)\\n|[\\r\\x85\\u2028\\u2029]');
    const lineStart = (flags) => `(?!$)(?:^|${flags.d ? '(?<=\\n)' : '(?<=[\\n\\x85\\u2028\\u2029]|\\r(?!\\n))'})`;
    const endOfInput = (flags) => `(?=(?:${terminator(flags)})?$)`;
    const boundary = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;
    const noBoundary = `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`;

    // --- characters

    function literal(character, flags) {
      const point = character.codePointAt(0);
      if (!flags.i || character.toLowerCase() === character.toUpperCase()) return `\\u{${point.toString(16)}}`;
      const text = `[${CharacterClasses.range(point, point, !flags.u)}]`;
      return flags.u ? `(?i:${text})` : text;
    }

    function hexadecimal(width) {
      const digits = points.slice(at, at + width).join('');
      if (!/^[\da-fA-F]+$/.test(digits) || digits.length < width) error('invalid hexadecimal escape');
      at += width;
      return parseInt(digits, 16);
    }

    /** The code point of an escape that stands for one character (the letter is taken already), else undefined. */
    function escapedPoint(letter) {
      if (Object.hasOwn(CONTROLS, letter)) return CONTROLS[letter];
      switch (letter) {
        case 'x': return accept('{') ? parseInt(until('}'), 16) : hexadecimal(2);
        case 'c': return next().codePointAt(0) ^ 64;
        case '0': {
          const octal = /^(?:[0-3][0-7]{0,2}|[0-7]{1,2})/.exec(points.slice(at, at + 3).join(''));
          if (octal === null) error('invalid octal escape');
          at += octal[0].length;
          return parseInt(octal[0], 8);
        }
        case 'u': {
          const high = hexadecimal(4);
          if (high < 0xd800 || high > 0xdbff || !accept('\\u')) return high;
          return String.fromCharCode(high, hexadecimal(4)).codePointAt(0);
        }
        default: return isLetter(letter) || /^\d$/.test(letter) ? undefined : letter.codePointAt(0);
      }
    }

    /** The class of \p{…}, \d and the like (the letter is taken already), else undefined. */
    function escapedClass(letter, flags) {
      if (letter !== 'p' && letter !== 'P') return CharacterClasses.shorthand(letter);
      const name = accept('{') ? until('}') : next();
      const text = CharacterClasses.property(name, flags.i);
      if (text === undefined) return unsupported(`\\p{${name}}`);
      return letter === 'p' ? text : `[^${text}]`;
    }

    function classMember(flags) {
      const character = next();
      if (character !== '\\') return { point: character.codePointAt(0) };
      const letter = next();
      const point = escapedPoint(letter);
      if (point !== undefined) return { point };
      return { text: escapedClass(letter, flags) ?? error(`illegal escape \\${letter}`) };
    }

    /** A class after its "["; nested classes are unions, && intersects. */
    function characterClass(flags) {
      const negated = accept('^');
      const caseless = flags.i && !flags.u;
      const operands = [];
      let union = '';
      for (let first = true; first || !peek(']'); first = false) {
        if (at >= points.length) error('unclosed character class');
        if (flags.x && /^[\t-\r ]$/.test(points[at])) {
          at++;
        } else if (accept('&&')) {
          if (union !== '') operands.push(union);
          union = '';
        } else if (accept('[')) {
          union += characterClass({ ...flags, nested: true });
        } else {
          const { point, text } = classMember(flags);
          if (text !== undefined) {
            union += text;
          } else if (peek('-') && points[at + 1] !== ']' && points[at + 1] !== '[' && at + 1 < points.length) {
            at++;
            const last = classMember(flags).point;
            if (last === undefined || last < point) error('illegal character range');
            union += CharacterClasses.range(point, last, caseless);
          } else {
            union += CharacterClasses.range(point, point, caseless);
          }
        }
      }
      expect(']');
      if (union !== '') operands.push(union);
      const content = operands.length === 1 ? operands[0] : operands.map((operand) => `[${operand}]`).join('&&');
      const text = `[${negated ? '^' : ''}${content}]`;
      return flags.i && flags.u && !flags.nested ? `(?i:${text})` : text;
    }

    // --- groups and references

    function atomic(text) {
      if (lookbehinds > 0) unsupported('an atomic group or a possessive quantifier in a lookbehind');
      const name = `a${++atomics}`;
      return `(?:(?=(?<${name}>${text}))\\k<${name}>)`;
    }

    function capture(flags) {
      const number = ++captures;
      open.add(number);
      const text = alternatives(flags);
      open.delete(number);
      return `(?<g${number}>${text})`;
    }

    function reference(number) {
      if (number > captures || open.has(number)) unsupported(`a reference to group ${number} before its end`);
      return `\\k<g${number}>`;
    }

    function setFlags(flags) {
      let value = true;
      while (!peek(')') && !peek(':')) {
        const letter = next();
        if (letter === '-') value = false;
        else if ('idmsux'.includes(letter)) flags[letter] = value;
        else unsupported(`the flag (?${letter})`);
      }
    }

    /** A group after its "(". */
    function group(outer) {
      const flags = { ...outer };
      let text;
      if (!accept('?')) {
        text = capture(flags);
      } else if (accept('>')) {
        text = atomic(alternatives(flags));
      } else if (accept('<=') || accept('<!')) {
        const sign = points[at - 1];
        lookbehinds++;
        text = `(?:(?<${sign}${alternatives(flags)}))`;
        lookbehinds--;
      } else if (accept('=') || accept('!')) {
        text = `(?:(?${points[at - 1]}${alternatives(flags)}))`;
      } else if (accept('<')) {
        const name = until('>');
        if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name) || names.has(name)) error(`invalid group name '${name}'`);
        names.set(name, captures + 1);
        text = capture(flags);
      } else {
        setFlags(flags);
        if (accept(')')) {
          Object.assign(outer, flags);
          return '';
        }
        expect(':');
        text = `(?:${alternatives(flags)})`;
      }
      expect(')');
      return text;
    }

    function escape(flags) {
      const letter = next();
      switch (letter) {
        case 'A': case 'G': return '^';
        case 'z': return '$';
        case 'Z': return endOfInput(flags);
        case 'b': return peek('{g') ? unsupported('\\b{g}') : boundary;
        case 'B': return noBoundary;
        case 'R': return '(?:\\r\\n|[\\n-\\r\\x85\\u2028\\u2029])';
        case 'E': return '';
        case 'X': case 'N': return unsupported(`\\${letter}`);
        case 'k': {
          expect('<');
          const name = until('>');
          return names.has(name) ? reference(names.get(name)) : error(`no group is named '${name}'`);
        }
      }
      if (/^[1-9]$/.test(letter)) {
        let number = Number(letter);
        while (/^\d$/.test(points[at] ?? '') && number * 10 + Number(points[at]) <= captures) {
          number = number * 10 + Number(points[at++]);
        }
        return reference(number);
      }
      const point = escapedPoint(letter);
      if (point !== undefined) return literal(String.fromCodePoint(point), flags);
      return escapedClass(letter, flags) ?? error(`illegal escape \\${letter}`);
    }

    function atom(flags) {
      const character = next();
      switch (character) {
        case '.': return flags.s ? '[\\s\\S]' : flags.d ? '[^\\n]' : '[^\\n\\r\\x85\\u2028\\u2029]';
        case '^': return flags.m ? lineStart(flags) : '^';
        case '$': return flags.m ? `(?=${terminator(flags)}|$)` : endOfInput(flags);
        case '[': return characterClass(flags);
        case '(': return group(flags);
        case '\\': return escape(flags);
        case '*': case '+': case '?': return error(`dangling '${character}'`);
        case '{': return error('illegal repetition');
        default: return literal(character, flags);
      }
    }

    /** The quantifier that stands here ('' for none), without its ? or + for lazy or possessive. */
    function quantifier() {
      for (const sign of ['*', '+', '?']) if (accept(sign)) return sign;
      if (!accept('{')) return '';
      const bounds = until('}');
      const [, low, high] = /^(\d+)(?:,(\d*))?$/.exec(bounds) ?? error('illegal repetition');
      if (high && Number(high) < Number(low)) error('illegal repetition range');
      return `{${bounds}}`;
    }

    function alternatives(flags) {
      let text = '';
      while (at < points.length && points[at] !== ')') {
        skipComments(flags);
        if (at >= points.length || points[at] === ')') break;
        if (accept('|')) {
          text += '|';
          continue;
        }
        const piece = atom(flags);
        skipComments(flags);
        const repeat = piece === '' ? '' : quantifier();
        if (repeat === '') text += piece;
        else if (accept('+')) text += atomic(`(?:${piece})${repeat}`);
        else text += `(?:${piece})${repeat}${accept('?') ? '?' : ''}`;
      }
      return text;
    }

    const body = alternatives({});
    if (at < points.length) error("unmatched ')'");
    const native = new RegExp(`^(?:${body})$`, 'v');
    const linear = LinearRegex.matcher(body);
    if (linear === null) return (text) => native.test(text);
    return (text) => (text.length > LinearRegex.SHORT ? linear(text) : native.test(text));
  }

  const cache = new Map();
  const CACHE_SIZE = 256;

  function compile(pattern) {
    let compiled = cache.get(pattern);
    if (compiled === undefined) {
      compiled = translate(pattern);
      if (cache.size >= CACHE_SIZE) cache.clear();
      cache.set(pattern, compiled);
    }
    return compiled;
  }

  return { compile };
})();

/** x =~ pattern: null where one of them is not a string. */
function matches(x, pattern) {
  if (!isText(x) || !isText(pattern)) return null;
  return JavaRegex.compile(pattern)(x);
}

falkor.register('matches', matches);
