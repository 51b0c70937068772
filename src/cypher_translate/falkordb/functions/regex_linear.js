// Matching in steps that grow with the text alone, for patterns whose backtracking could take for ever: (a+)+, (a|a)*.
//
// A pattern becomes a program that follows all its ways at once, one character after the other (Thompson's way). It is
// made of the JavaScript in which JavaRegex writes a pattern, and there is none for what has references to groups.

const LinearRegex = (() => {
  const TOKEN = new RegExp('\\(\\?(?:<?[=!]|i:|:|<\\w+>)?|\\\\[uUpPxk](?:\\{[^}]*\\}|<\\w+>|..)|\\\\.|' +
    '\\{\\d+(?:,\\d*)?\\}|[^]', 'gu');
  const FEW = 3;
  const MOST_STEPS = 2000;
  const MOST_KNOWN = 1000;
  const SHORT = 20; // so few characters take no time, whatever the pattern

  class TooMuch extends Error {}

  /** The steps of a pattern, and whether a repetition holds an unbounded one or alternatives. */
  function compile(source) {
    const tokens = source.match(TOKEN) ?? [];
    const steps = [];
    let at = 0;
    let isNested = false;

    function add(step) {
      if (steps.length === MOST_STEPS) throw new TooMuch();
      return steps.push(step) - 1;
    }

    /** A step that takes one character; what was asked once is known. */
    function take(pattern) {
      const single = new RegExp(`^${pattern}$`, 'v');
      const known = new Map();
      add({
        takes(character) {
          let answer = known.get(character);
          if (answer === undefined) {
            if (known.size === MOST_KNOWN) known.clear();
            known.set(character, (answer = single.test(character)));
          }
          return answer;
        },
      });
    }

    /** The text up to the bracket that closes the one before. */
    function enclosed(open, close) {
      let text = '';
      for (let depth = 1; depth > 0; at++) {
        if (tokens[at].startsWith(open)) depth++;
        if (tokens[at] === close) depth--;
        if (depth > 0) text += tokens[at];
      }
      return text;
    }

    function atom() {
      const token = tokens[at++];
      if (token === '(?:' || token.startsWith('(?<g')) {
        const found = alternatives();
        at++;
        return found;
      }
      if (token.startsWith('\\k') || token.startsWith('(?<a')) throw new TooMuch();
      if (token === '^' || token === '$') add({ holds: new RegExp(token, 'vy') });
      else if (token === '[') take(`[${enclosed('[', ']')}]`);
      else if (token === '(?i:') take(`(?i:${enclosed('(', ')')})`);
      else if (token.startsWith('(')) add({ holds: new RegExp(`${token}${enclosed('(', ')')})`, 'vy') });
      else take(token);
      return false;
    }

    /** How often the piece before comes, at least and at most; lazy ones make no difference. */
    function quantifier() {
      const sign = { '*': '0,', '+': '1,', '?': '0,1' }[tokens[at]] ?? /^\{(.*)\}$/.exec(tokens[at] ?? '')?.[1];
      if (sign === undefined) return [1, 1];
      at += tokens[at + 1] === '?' ? 2 : 1;
      const [low, high = low] = sign.split(',').map((bound) => (bound === '' ? Infinity : Number(bound)));
      return [low, high];
    }

    /** A piece as often as its quantifier says; whether it can go on for ever, or in several ways. */
    function piece() {
      const begin = at;
      const forks = [add({})];
      const isOpen = atom();
      const [low, high] = quantifier();
      const end = at;
      const isEndless = high === Infinity;
      for (let count = 1; count < (isEndless ? low : high); count++) {
        at = begin;
        forks.push(add({}));
        atom();
      }
      if (isEndless) add({ next: [forks.at(-1), steps.length + 1] });
      const exit = steps.length;
      forks.forEach((fork, count) => {
        steps[fork].next = high === 0 ? [exit] : count < low ? [fork + 1] : [fork + 1, exit];
      });
      at = end;
      isNested ||= isOpen && high > FEW;
      return isOpen || isEndless;
    }

    /** Whether what begins or ends a group is taken by no other step of it: then it tells the repetitions apart. */
    const delimits = ({ step, character }, start) =>
      steps.every((other, index) => index < start || index === step || !other.takes?.(character));

    function alternatives() {
      const begin = steps.length;
      const ends = [];
      const edges = [];
      let isOpen = false;
      for (let start = begin; ; start = steps.length) {
        const fork = add({});
        while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')') {
          const [, code] = /^\\u\{(.*)\}$/.exec(tokens[at]) ?? [];
          const step = steps.length + 1;
          isOpen = piece() || isOpen;
          const isAtEdge = step === fork + 2 || at === tokens.length || tokens[at] === ')';
          if (code && isAtEdge) edges.push({ step, character: String.fromCodePoint(parseInt(code, 16)) });
        }
        steps[fork].next = [fork + 1];
        if (tokens[at] !== '|') break;
        at++;
        ends.push(add({}));
        steps[start].next.push(steps.length);
      }
      for (const end of ends) steps[end].next = [steps.length];
      return ends.length > 0 || (isOpen && !edges.some((edge) => delimits(edge, begin)));
    }

    alternatives();
    return { steps, isNested };
  }

  /** A function of a text that is longer than a few characters, or null where the pattern needs none. */
  function matcher(source) {
    try {
      const { steps, isNested } = compile(source);
      return isNested ? (text) => follow(steps, text) : null;
    } catch (error) {
      if (error instanceof TooMuch) return null;
      throw error;
    }
  }

  function follow(steps, text) {
    let place = 0;
    let reached = new Set();
    const reach = (first) => {
      const open = [first];
      while (open.length > 0) {
        const at = open.pop();
        if (reached.has(at)) continue;
        reached.add(at);
        const { holds, next } = steps[at] ?? {};
        if (holds !== undefined) {
          holds.lastIndex = place;
          if (holds.test(text)) open.push(at + 1);
        } else if (next !== undefined) {
          open.push(...next);
        }
      }
    };
    reach(0);
    for (const character of text) {
      const before = reached;
      reached = new Set();
      place += character.length;
      for (const at of before) if (steps[at]?.takes?.(character)) reach(at + 1);
      if (reached.size === 0) return false;
    }
    return reached.has(steps.length);
  }

  return { matcher, SHORT };
})();
