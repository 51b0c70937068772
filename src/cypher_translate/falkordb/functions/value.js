// Values at the border between FalkorDB and JavaScript (graph module 4.22.1, QuickJS), as measured:
//
//   in   INTEGER     number; above 2^53 the last digits are lost
//        FLOAT       number; 2.0 and 2 are the same, so a function that must tell them apart
//                    takes typeof(x) or toString(x) as a further argument
//        STRING      string (UTF-16)     BOOLEAN  boolean      NULL  null
//        LIST        Array, nested       MAP      Object       vector  Array
//        NODE        {id, labels, attributes}     RELATIONSHIP  {id, type, source, target, attributes}
//        PATH        object with nodes, relationships, length
//        date, localdatetime: Date;  localtime, duration: refused;  point: {latitude, longitude}
//   out  bigint      INTEGER; outside 64 bits it is an error
//        number      INTEGER where the engine keeps it as a 32-bit integer, else FLOAT: never return a bare number
//                    whose type matters, but BigInt(x) for an INTEGER and float(x) for a FLOAT
//        undefined   NULL     string: cut at U+0000; a lone surrogate is not valid UTF-8 for the client
//        nodes, relationships, paths, lists and maps come back as they went in
//   throw new Error(message) arrives as "UDF Exception: message , Stack: …".

const floatBox = new Float64Array(1);

/** The number as a FLOAT: what is read from a typed array stays a double even when it is integral. */
function float(x) {
  floatBox[0] = x;
  return floatBox[0];
}

/** Raises an error with the status code that Neo4j gives. */
function fail(code, message) {
  throw new Error(`Neo.ClientError.Statement.${code}: ${message}`);
}

/** Whether a string is the tagged text of a temporal value or a point. */
const isTagged = (text) => text.charCodeAt(0) === 2;

/** Whether a value is a STRING to Neo4j. */
const isText = (x) => typeof x === 'string' && !isTagged(x);

/** Neo4j's name of a value's type, for error messages. */
function describe(x) {
  if (x === null || x === undefined) return 'NULL';
  if (Array.isArray(x)) return 'LIST';
  switch (typeof x) {
    case 'number': return Number.isInteger(x) ? 'INTEGER' : 'FLOAT';
    case 'bigint': return 'INTEGER';
    case 'string': return functions.kind(x) ?? 'STRING';
    case 'boolean': return 'BOOLEAN';
    default: return 'MAP';
  }
}

function expectString(x, name) {
  if (!isText(x)) fail('TypeError', `Expected a string value for \`${name}\`, but got: ${describe(x)}`);
  return x;
}

/** A number where Neo4j takes INTEGERs, and FLOATs, which it truncates. */
function expectNumber(x, name, argument) {
  if (typeof x !== 'number') {
    fail('TypeError', `Invalid input for ${argument} value in function '${name}()': ` +
      `Expected a number, but got: ${describe(x)}`);
  }
  return x;
}

/** The same within Java's int. */
function expectInt(x, name, argument) {
  const n = Math.trunc(expectNumber(x, name, argument));
  if (n < -2147483648 || n > 2147483647) {
    fail('ArgumentError', `Invalid input for ${argument} value in function '${name}()': ` +
      `Expected an integer between -2147483648 and 2147483647, but got: ${x}`);
  }
  return n;
}
