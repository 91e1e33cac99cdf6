/** A table with a column of every kind, twice: as it is, and as one that can be NULL (`intN`). */
import { type Row, schema } from '../../src/index.ts'

export const Samples = schema({
  id: 'long',
  boolean: 'boolean', booleanN: 'boolean?',
  byte: 'byte', byteN: 'byte?',
  short: 'short', shortN: 'short?',
  int: 'int', intN: 'int?',
  long: 'long', longN: 'long?',
  float: 'float', floatN: 'float?',
  double: 'double', doubleN: 'double?',
  decimal: 'decimal(9,2)', decimalN: 'decimal(9,2)?',
  string: 'string', stringN: 'string?',
  binary: 'binary', binaryN: 'binary?',
  date: 'date', dateN: 'date?',
  timestamp: 'timestamp', timestampN: 'timestamp?',
  json: 'json', jsonN: 'json?',
  longs: 'array<long>', longsN: 'array<long>?',
  prices: 'array<decimal(9,2)>', pricesN: 'array<decimal(9,2)>?',
  words: 'array<string>', wordsN: 'array<string>?',
  lists: 'array<array<long>>', listsN: 'array<array<long>>?',
  rates: 'map<string,double>', ratesN: 'map<string,double>?',
  pairs: 'array<struct<key:string,value:long>>', pairsN: 'array<struct<key:string,value:long>>?',
  record: 'struct<a:long,b:string>', recordN: 'struct<a:long,b:string>?',
}) // biome-ignore format: one kind a line

export type Sample = Row<typeof Samples>

type Given = Readonly<Record<string, unknown>>

/** Values of all kinds, and the same again for the columns that can be NULL. */
const twice = (id: number, values: Given, ofNullable: Given): Given => ({
  id,
  ...values,
  ...Object.fromEntries(Object.keys(values).map((kind) => [`${kind}N`, ofNullable[kind] ?? null])),
})

const plain: Given = {
  boolean: true, byte: 2, short: 3, int: 5, long: 7, float: 1.5, double: 0.25, decimal: '12.50', string: 'ab-7 c', binary: Uint8Array.of(1, 2),
  date: '2024-02-29', timestamp: '2024-02-29T12:30:01.5Z', json: { a: [1, 'x'], b: null }, longs: [3, null, 1], prices: ['1.50'], words: ['a', 'b'], lists: [[1, 2], [3]],
  rates: new Map([['a', 1.5]]), pairs: [{ key: 'k', value: 1 }], record: { a: 1, b: 'x' },
} // biome-ignore format: one glance
/** Where divisions, lists and searches come to nothing. */
const empty: Given = {
  boolean: false, byte: 0, short: 0, int: 0, long: 0, float: 0, double: 0, decimal: '0.00', string: '', binary: Uint8Array.of(),
  date: '1970-01-01', timestamp: '1970-01-01T00:00:00Z', json: [], longs: [], prices: [], words: [], lists: [], rates: new Map(), pairs: [], record: { a: null, b: null },
} // biome-ignore format: one glance
const other: Given = {
  boolean: true, byte: -1, short: -3, int: -2, long: -9, float: -0.5, double: -2.75, decimal: '-0.05', string: '12', binary: Uint8Array.of(255),
  date: '1999-12-31', timestamp: '1999-12-31T23:59:59Z', json: 'text', longs: [null], prices: [null, '2.00'], words: [null, 'z'], lists: [[], [null]], rates: new Map([['b', null]]), pairs: [null],
  record: { a: 2, b: null },
} // biome-ignore format: one glance

export const SAMPLES: readonly Given[] = [
  twice(1, plain, other),
  twice(2, empty, {}),
  twice(3, other, plain),
  twice(4, plain, empty),
  twice(5, plain, {}),
]
