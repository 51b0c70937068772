// x + y, x - y, x * y and x / y: what the server's own operators do not do as Neo4j's.
//
// Each gives null where the server's result is right (INTEGERs would lose digits here). Its last argument is that
// result, by which an overflow is seen and a FLOAT told from an INTEGER:
//   coalesce(neo4j.plus(x, y, x + y), x + y)
// The others take no text in the server, and coalesce() evaluates both of its arguments, so there the result R is
//   CASE WHEN typeof(x) <> 'String' THEN x END - CASE WHEN typeof(y) <> 'String' THEN y END

const areNumbers = (x, y) => typeof x === 'number' && typeof y === 'number';

/** Null, or Neo4j's error where the server's result is not the exact one, but that modulo 2^64. */
function checkOverflow(exact, result) {
  if (Math.abs(exact - result) > 2 ** 62) fail('ArithmeticError', 'long overflow');
  return null;
}

function plus(x, y, result) {
  if (x === null || y === null || Array.isArray(result)) return null;
  if (areNumbers(x, y)) return checkOverflow(x + y, result);
  const temporal = functions.add(x, y);
  if (temporal !== null) return temporal;
  if (typeof x === 'string' && typeof y === 'number') return x + toText(y, result.slice(x.length));
  if (typeof x === 'number' && typeof y === 'string') return toText(x, result.slice(0, result.length - y.length)) + y;
  const hasText = typeof x === 'string' || typeof y === 'string';
  if (hasText && typeof x !== 'object' && typeof y !== 'object') return null;
  return fail('TypeError', `Cannot add \`${describe(x)}\` and \`${describe(y)}\``);
}

/** An operator; `temporal` names its function for temporal values, `exact` is it for numbers if it can overflow. */
function arithmetic(temporal, exact, complaint) {
  return (x, y, result) => {
    if (x === null || y === null) return null;
    if (areNumbers(x, y)) return exact === undefined ? null : checkOverflow(exact(x, y), result);
    return functions[temporal](x, y) ?? fail('TypeError', complaint(`\`${describe(x)}\``, `\`${describe(y)}\``));
  };
}

falkor.register('plus', plus);
falkor.register('minus', arithmetic('subtract', (x, y) => x - y, (x, y) => `Cannot subtract ${y} from ${x}`));
falkor.register('times', arithmetic('multiply', (x, y) => x * y, (x, y) => `Cannot multiply ${x} and ${y}`));

const divide = arithmetic('divide', undefined, (x, y) => `Cannot divide ${x} by ${y}`);

/**
 * x / y; the texts have all digits of INTEGERs, which the server divides as doubles, and tell them from FLOATs: to Neo4j
 * null / 0 is an error, null / 0.0 is not.
 *   coalesce(neo4j.dividedBy(x, y, toString(x), toString(y)), x / y)
 */
falkor.register('dividedBy', (x, y, textOfX, textOfY) => {
  if (x === null && textOfY === '0') fail('ArithmeticError', '/ by zero');
  if (typeof textOfX === 'string' && areNumbers(x, y) && Math.abs(x) > Number.MAX_SAFE_INTEGER) {
    const isInteger = Number.isSafeInteger(y) && /^-?\d+$/.test(textOfX);
    if (isInteger && y !== 0) return BigInt.asIntN(64, BigInt(textOfX) / BigInt(y));
  }
  return divide(x, y);
});
