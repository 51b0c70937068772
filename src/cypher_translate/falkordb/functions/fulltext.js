// Lucene's query syntax, as Neo4j's full-text procedures take it, in RediSearch's.
//
// Words are joined by OR unless told otherwise; + and AND make them needed, - and NOT forbidden; "a b" is a phrase and
// "a b"~2 one with gaps, word* a prefix, *word an end, word~ similar words, word^2 counts twice, field:word a property.
// Ranges, regular expressions and wildcards elsewhere are errors: RediSearch has nothing like them here.

const luceneToken = new RegExp([
  /(?<space>\s+)/, /(?<conjunction>&&|\|\|)/, /(?<bare>[+!-](?=\s))/, /"(?<phrase>(?:[^"\\]|\\.)*)"/, /(?<sign>[()+!:-])/,
  /\^(?<boost>\d+(?:\.\d+)?)/, /~(?<fuzzy>\d*(?:\.\d+)?)/, /(?<unknown>\[.*?\]|\{.*?\}|\/(?:[^/\\]|\\.)*\/)/,
  /(?<word>(?:\\.|[^\s+\-!():^[\]"{}~\\/])(?:\\.|[^\s!():^[\]"{}~\\/])*)/, /(?<wrong>.)/,
].map((part) => part.source).join('|'), 'gsu');

/** What matches no document. */
const luceneNothing = '"\u{10FFFD}"';

function luceneError(text) {
  throw new Error(`Neo.ClientError.Procedure.ProcedureCallFailed: FalkorDB cannot search for: ${text}`);
}

function luceneMisplaced(token) {
  throw new Error('Neo.ClientError.Procedure.ProcedureCallFailed: ' +
    (token ? `'${token.text}' cannot stand there in the search` : 'the search ends too early'));
}

const luceneConjunctions = {AND: 'AND', '&&': 'AND', OR: 'OR', '||': 'OR'};

function luceneTokens(query) {
  const tokens = [];
  for (const {0: text, groups} of query.matchAll(luceneToken)) {
    const [kind, value] = Object.entries(groups).find(([, found]) => found !== undefined);
    if (kind === 'space' || kind === 'bare') continue;
    if (kind === 'unknown') luceneError(text);
    if (kind === 'wrong') luceneMisplaced({text});
    if (luceneConjunctions[text]) tokens.push({kind: 'conjunction', text: luceneConjunctions[text]});
    else if (text === 'NOT' || text === '!') tokens.push({kind: '-', text});
    else tokens.push({kind: kind === 'sign' ? text : kind, text: value});
  }
  return tokens;
}

/** The words that an analyzer makes of a text. */
const luceneWords = (text) => text.match(/[\p{L}\p{N}\p{M}_]+(?:['.][\p{L}\p{N}\p{M}_]+)*/gu) ?? [];

/** A word as it may have been stored: RediSearch ignores the case of ASCII letters only. */
function luceneCases(word) {
  if (/^[\0-\x7f]*$/.test(word)) return [word];
  const lower = word.toLowerCase();
  return [...new Set([lower, lower[0].toUpperCase() + lower.slice(1), word.toUpperCase()])];
}

const lucenePhrase = (words) => `"${words.join(' ')}"`;

/** The parts between which any may stand. */
const luceneAny = (texts) => texts.length > 1 ? `(${texts.join('|')})` : texts[0];

/** Words as one search: any of them, each as it may have been stored; null where there is none. */
function luceneText(text) {
  const words = luceneWords(text.replace(/\\(.)/gsu, '$1')).map((word) => {
    const parts = word.split(/['.]/);
    return parts.length > 1 ? lucenePhrase(parts) : luceneAny(luceneCases(word));
  });
  return words.length ? luceneAny(words) : null;
}

function luceneWildcard(text) {
  const [, before, word, after] = /^(\*?)([^*?]+)(\*?)$/u.exec(text.replace(/\*+/g, '*')) ?? luceneError(text);
  if (luceneWords(word)[0] !== word || /['.]/.test(word)) luceneError(text);
  return luceneAny(luceneCases(word).map((form) => before + form + after));
}

function luceneFuzzy(text, amount) {
  const words = luceneWords(text);
  if (words.length !== 1) return luceneError(`${text}~${amount}`);
  const similarity = Number(amount || 2);
  const edits = Math.min(similarity >= 1 ? similarity : Math.floor((1 - similarity) * words[0].length), 2);
  const signs = '%'.repeat(edits);
  return luceneAny(luceneCases(words[0]).map((form) => signs + form + signs));
}

function lucenePhraseWithin(text, slop) {
  const words = luceneWords(text).flatMap((word) => word.split(/['.]/));
  if (!words.length) return null;
  return Number(slop) ? `((${words.join(' ')})=>{$slop: ${Math.floor(slop)}; $inorder: false})` : lucenePhrase(words);
}

/** A word, a phrase or what stands in parentheses, with what follows it; null where there is no word in it. */
function luceneTerm(tokens) {
  const token = tokens.shift();
  if (token?.kind === '(') {
    const text = luceneClauses(tokens);
    if (tokens.shift()?.kind !== ')') luceneMisplaced();
    return text && `(${text})`;
  }
  if (token?.kind !== 'word' && token?.kind !== 'phrase') return luceneMisplaced(token);
  const fuzzy = tokens[0]?.kind === 'fuzzy' ? tokens.shift().text : undefined;
  if (token.kind === 'phrase') return lucenePhraseWithin(token.text, fuzzy ?? 0);
  if (/(?<!\\)[*?]/.test(token.text)) return luceneWildcard(token.text);
  return fuzzy === undefined ? luceneText(token.text) : luceneFuzzy(token.text, fuzzy);
}

/** The clauses up to the end or a closing parenthesis, in RediSearch's syntax; null where there is no word in them. */
function luceneClauses(tokens) {
  const clauses = [];
  let joined = null;
  do {
    if (clauses.length && tokens[0]?.kind === 'conjunction') joined = tokens.shift().text;
    if (joined === 'AND' && clauses.at(-1).occurs === 'should') clauses.at(-1).occurs = 'must';
    let occurs = joined === 'AND' ? 'must' : 'should';
    joined = null;
    if (tokens[0]?.kind === '+' || tokens[0]?.kind === '-') occurs = tokens.shift().kind === '+' ? 'must' : 'not';
    const field = tokens[0]?.kind === 'word' && tokens[1]?.kind === ':' ? tokens.splice(0, 2)[0].text : '';
    let text = luceneTerm(tokens);
    if (text && field) text = `(@${field}:(${text}))`;
    if (tokens[0]?.kind === 'boost') {
      const {text: weight} = tokens.shift();
      text &&= `((${text})=>{$weight: ${weight}})`;
    }
    clauses.push({occurs, text});
  } while (tokens.length && tokens[0].kind !== ')');
  const having = (occurs) => clauses.filter((clause) => clause.text && clause.occurs === occurs).map(({text}) => text);
  const [must, should, not] = ['must', 'should', 'not'].map(having);
  if (!must.length && !should.length) return not.length ? luceneNothing : null;
  const wanted = must.length ? [...must, ...should.map((text) => `~(${text})`)] : [luceneAny(should)];
  return [...wanted, ...not.map((text) => `-(${text})`)].join(' ');
}

/** A query of Neo4j's full-text procedures for FalkorDB's; one that finds nothing where there is no word in it. */
falkor.register('fulltext', (query) => {
  if (query === null || query === undefined) luceneMisplaced();
  const tokens = luceneTokens(expectString(query, 'queryString'));
  const clauses = luceneClauses(tokens);
  if (tokens.length) luceneMisplaced(tokens[0]);
  return clauses ?? luceneNothing;
});
