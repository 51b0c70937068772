// Range indexes do not find every value: a lookup by one that they miss must not be taken for "there is none".

/** null; an error if x, a value that is looked up, is one that no range index finds. See unindexed.py. */
function sought(x) {
  const missed = typeof x === 'string'
    ? x === '' || /^[\t-\r ]|[\t-\r ]$|\x01/.test(x) || x.length > 1024
    : typeof x === 'number' && !(Math.abs(x) < 2 ** 53);
  if (missed) throw new Error('Unindexed: no index finds this value');
  return null;
}

falkor.register('sought', sought);
