// Lucene's query syntax, as Neo4j's full-text procedures take it, in RediSearch's.
//
// Words are joined by OR unless told otherwise; + and AND make them needed, - and NOT forbidden; "a b" is a phrase,
// word* a prefix, word~ similar words, field:word a property. Boosts, ranges, regular expressions and wildcards
// elsewhere are errors: RediSearch has nothing like them.

const luceneToken = /\s+|&&|\|\||"((?:[^"\\]|\\.)*)"|[()!+:-]|[^\s()":]+/gu;

function luceneError(text) {
  throw new Error(`Neo.ClientError.Procedure.ProcedureCallFailed: FalkorDB cannot search for: ${text}`);
}

function luceneTokens(query) {
  const tokens = [];
  for (const match of query.matchAll(luceneToken)) {
    if (!match[0].trim()) tokens.push({kind: 'space'});
    else if (match[1] !== undefined) tokens.push({kind: 'phrase', text: match[1]});
    else if (/^[()!+:-]$/.test(match[0])) tokens.push({kind: match[0]});
    else if (['AND', '&&'].includes(match[0])) tokens.push({kind: 'AND'});
    else if (['OR', '||'].includes(match[0])) tokens.push({kind: 'OR'});
    else if (match[0] === 'NOT') tokens.push({kind: '-'});
    else tokens.push({kind: 'word', text: match[0]});
  }
  return tokens.filter((token) => token.kind !== 'space').map((token) => token.kind === '!' ? {kind: '-'} : token);
}

/** The words that an analyzer makes of a text. */
const luceneWords = (text) => text.match(/[\p{L}\p{N}_]+(?:['.][\p{L}\p{N}_]+)*/gu) ?? [];

function luceneTerm(token) {
  if (token.kind === 'phrase') {
    const words = luceneWords(token.text);
    return words.length ? `"${words.join(' ')}"` : null;
  }
  const [, text, suffix] = /^(.*?)([*~]\d*|\^.*)?$/u.exec(token.text);
  if (/[*?~^[\]{}\/]/.test(text) || (suffix && !['*', '~', '~1', '~2', '~0'].includes(suffix))) luceneError(token.text);
  const words = luceneWords(text);
  if (!words.length) return null;
  if (words.length > 1) return suffix ? luceneError(token.text) : `"${words.join(' ')}"`;
  if (suffix === '*') return words[0].length > 1 ? `${words[0]}*` : luceneError(token.text);
  if (suffix === '~' || suffix === '~2') return `%%${words[0]}%%`;
  return suffix === '~1' ? `%${words[0]}%` : words[0];
}

/** The clauses up to the end or a closing parenthesis, in RediSearch's syntax. */
function luceneClauses(tokens) {
  const clauses = [];
  let joined = null;
  while (tokens.length && tokens[0].kind !== ')') {
    const first = tokens.shift();
    if (first.kind === 'AND' || first.kind === 'OR') {
      joined = first.kind;
      if (joined === 'AND' && clauses.length && clauses.at(-1).occurs === 'should') clauses.at(-1).occurs = 'must';
      continue;
    }
    let occurs = joined === 'AND' ? 'must' : 'should';
    joined = null;
    let token = first;
    if (token.kind === '+' || token.kind === '-') {
      occurs = token.kind === '+' ? 'must' : 'not';
      token = tokens.shift();
    }
    if (!token) break;
    let field = '';
    if (token.kind === 'word' && tokens[0]?.kind === ':') {
      field = token.text;
      tokens.shift();
      token = tokens.shift();
    }
    let text;
    if (token?.kind === '(') {
      text = luceneClauses(tokens);
      if (tokens.shift()?.kind !== ')') luceneError('a parenthesis that is not closed');
      text = text && `(${text})`;
    } else if (token?.kind === 'word' || token?.kind === 'phrase') {
      text = luceneTerm(token);
    } else {
      luceneError(token ? token.kind : field);
    }
    if (text) clauses.push({occurs, text: field ? `@${field}:(${text})` : text});
  }
  const having = (occurs) => clauses.filter((clause) => clause.occurs === occurs).map((clause) => clause.text);
  const must = having('must');
  const should = having('should');
  if (!must.length && !should.length) return '';
  const wanted = must.length ? [...must, ...should.map((text) => `~(${text})`)] :
    [should.length > 1 ? `(${should.join('|')})` : should[0]];
  return [...wanted, ...having('not').map((text) => `-(${text})`)].join(' ');
}

/** A query of Neo4j's full-text procedures for FalkorDB's; one that finds nothing where there is no word in it. */
falkor.register('fulltext', (query) => {
  if (query === null || query === undefined) return null;
  const tokens = luceneTokens(expectString(query, 'queryString'));
  const clauses = luceneClauses(tokens);
  if (tokens.length) luceneError('a parenthesis that was not opened');
  return clauses || '"\u{10FFFD}"';
});
