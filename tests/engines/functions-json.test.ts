import { expect, test } from 'vitest'
import {
  array,
  col,
  createMap,
  fromJson,
  getJsonObject,
  jsonArrayLength,
  jsonObjectKeys,
  jsonTuple,
  lit,
  mapKeys,
  schema,
  struct,
  TypeMismatch,
  toJson,
  UnsupportedOnDialect,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

interface Found {
  readonly a: string | null
  readonly b: string | null
  readonly each: string | null
  readonly first: string | null
  readonly all: string | null
  readonly length: number | null
  readonly keys: readonly string[] | null
  readonly tuple: readonly (string | null)[]
}

/** Documents, some of them none, and what Spark finds in them. */
const DOCUMENTS: readonly (readonly [string, Found])[] = [
  ["{\"a\":1} x", { a: "1", b: null, each: null, first: null, all: "{\"a\":1}", length: null, keys: ["a"], tuple: ["1", null] }],
  ["[1,2] x", { a: null, b: null, each: null, first: null, all: "[1,2]", length: 2, keys: null, tuple: [null, null] }],
  ["{\"a\":1,}", { a: null, b: null, each: null, first: null, all: null, length: null, keys: null, tuple: [null, null] }],
  ["[1,]", { a: null, b: null, each: null, first: null, all: null, length: null, keys: null, tuple: [null, null] }],
  ["{a:1}", { a: null, b: null, each: null, first: null, all: null, length: null, keys: null, tuple: [null, null] }],
  ["{\"a\":01}", { a: null, b: null, each: null, first: null, all: null, length: null, keys: null, tuple: [null, null] }],
  ["{\"a\":NaN}", { a: null, b: null, each: null, first: null, all: null, length: null, keys: null, tuple: [null, null] }],
  ["{\"a\":1e400}", { a: "\"Infinity\"", b: null, each: null, first: null, all: "{\"a\":\"Infinity\"}", length: null, keys: ["a"], tuple: ["\"Infinity\"", null] }],
  ["{\"a\":123456789012345678901234.5}", { a: "1.2345678901234569E23", b: null, each: null, first: null, all: "{\"a\":1.2345678901234569E23}", length: null, keys: ["a"], tuple: ["1.2345678901234569E23", null] }],
  ["{\"a\":1.10,\"b\":[1.0,2.50]}", { a: "1.1", b: null, each: null, first: null, all: "{\"a\":1.1,\"b\":[1.0,2.5]}", length: null, keys: ["a", "b"], tuple: ["1.1", "[1.0,2.5]"] }],
  ["{\"a\":\"\\ud83d\\ude00\",\"b\":[\"\\ud83d\\ude00\"]}", { a: "\ud83d\ude00", b: null, each: null, first: null, all: "{\"a\":\"\\uD83D\\uDE00\",\"b\":[\"\\uD83D\\uDE00\"]}", length: null, keys: ["a", "b"], tuple: ["\ud83d\ude00", "[\"\\uD83D\\uDE00\"]"] }],
  ["{\"a\":\"tab\there\"}", { a: "tab\there", b: null, each: null, first: null, all: "{\"a\":\"tab\\there\"}", length: null, keys: ["a"], tuple: ["tab\there", null] }],
  ["{\"a\":[\"tab\\there\",\"\\u001f\",\"/\",\"\\/\",\"\\u007f\",\"\u2028\"]}", { a: "[\"tab\\there\",\"\\u001F\",\"/\",\"/\",\"\u007f\",\"\u2028\"]", b: null, each: null, first: "tab\there", all: "{\"a\":[\"tab\\there\",\"\\u001F\",\"/\",\"/\",\"\u007f\",\"\u2028\"]}", length: null, keys: ["a"], tuple: ["[\"tab\\there\",\"\\u001F\",\"/\",\"/\",\"\u007f\",\"\u2028\"]", null] }],
  ["{'a':'say \"hi\"'}", { a: "say \"hi\"", b: null, each: null, first: null, all: "{\"a\":\"say \\\"hi\\\"\"}", length: null, keys: ["a"], tuple: ["say \"hi\"", null] }],
  ["{'a':['it\\'s \"q\"']}", { a: "[\"it's \\\"q\\\"\"]", b: null, each: null, first: "it's \"q\"", all: "{\"a\":[\"it's \\\"q\\\"\"]}", length: null, keys: ["a"], tuple: ["[\"it's \\\"q\\\"\"]", null] }],
  ["{\"a\":\"\\x\"}", { a: null, b: null, each: null, first: null, all: null, length: null, keys: null, tuple: [null, null] }],
  ["{\"a\":null,\"a\":2}", { a: "2", b: null, each: null, first: null, all: "{\"a\":null,\"a\":2}", length: null, keys: ["a", "a"], tuple: ["2", null] }],
  ["{\"a\":{\"c\":1},\"a\":{\"b\":2}}", { a: "{\"c\":1}", b: "2", each: null, first: null, all: "{\"a\":{\"c\":1},\"a\":{\"b\":2}}", length: null, keys: ["a", "a"], tuple: ["{\"b\":2}", null] }],
  ["{\"a\":[{\"b\":\"x\"}]}", { a: "[{\"b\":\"x\"}]", b: null, each: "\"x\"", first: "{\"b\":\"x\"}", all: "{\"a\":[{\"b\":\"x\"}]}", length: null, keys: ["a"], tuple: ["[{\"b\":\"x\"}]", null] }],
  ["{\"a\":[{\"b\":[\"x\"]},{\"b\":\"y\"}]}", { a: "[{\"b\":[\"x\"]},{\"b\":\"y\"}]", b: null, each: "[[\"x\"],\"y\"]", first: "{\"b\":[\"x\"]}", all: "{\"a\":[{\"b\":[\"x\"]},{\"b\":\"y\"}]}", length: null, keys: ["a"], tuple: ["[{\"b\":[\"x\"]},{\"b\":\"y\"}]", null] }],
  ["{\"\\u0061\":1}", { a: "1", b: null, each: null, first: null, all: "{\"a\":1}", length: null, keys: ["a"], tuple: ["1", null] }],
  ["{\"a\":1", { a: null, b: null, each: null, first: null, all: null, length: null, keys: null, tuple: [null, null] }],
  ["null", { a: null, b: null, each: null, first: null, all: "null", length: null, keys: null, tuple: [null, null] }],
  [" ", { a: null, b: null, each: null, first: null, all: null, length: null, keys: null, tuple: [null, null] }],
  ["{\"a\":-}", { a: null, b: null, each: null, first: null, all: null, length: null, keys: null, tuple: [null, null] }],
  ["[{\"b\":1},{\"b\":null},{\"b\":\"z\"}]", { a: null, b: null, each: null, first: null, all: "[{\"b\":1},{\"b\":null},{\"b\":\"z\"}]", length: 3, keys: null, tuple: [null, null] }],
  ["{\"a\":-0}", { a: "0", b: null, each: null, first: null, all: "{\"a\":0}", length: null, keys: ["a"], tuple: ["0", null] }],
  ["{\"a\":-0.0}", { a: "-0.0", b: null, each: null, first: null, all: "{\"a\":-0.0}", length: null, keys: ["a"], tuple: ["-0.0", null] }],
  ["{\"a\":\"\\n\\\"\"}", { a: "\n\"", b: null, each: null, first: null, all: "{\"a\":\"\\n\\\"\"}", length: null, keys: ["a"], tuple: ["\n\"", null] }],
  ["{\"b\":{\"a\":5}}", { a: null, b: null, each: null, first: null, all: "{\"b\":{\"a\":5}}", length: null, keys: ["b"], tuple: [null, "{\"a\":5}"] }],
] // biome-ignore format: rows

const TYPED =
  'd DATE, t TIMESTAMP, n DECIMAL(8,2), f DOUBLE, l LONG, z BOOLEAN, m MAP<STRING,INT>, s STRUCT<x:INT,y:STRING>, q ARRAY<INT>'
const NOTHING = { d: null, t: null, n: null, f: null, l: null, z: null, m: null, s: null, q: null }
/** Documents, and what they hold under TYPED beside NULLs; NULL itself for blank text. */
const VALUES: readonly (readonly [string, Readonly<Record<string, unknown>> | null])[] = [
  ['{"d":"2024-02-29","t":"2024-02-29T12:34:56.789Z"}', { d: '2024-02-29', t: new Date('2024-02-29T12:34:56.789Z') }],
  ['{"d":"2024-2-9","t":"2024-02-29 12:34:56"}', { d: '2024-02-09', t: new Date('2024-02-29T12:34:56Z') }],
  ['{"d":"2024-02-30","t":"x"}', {}],
  ['{"d":5,"t":5}', { t: new Date('1970-01-01T00:00:05Z') }],
  ['{"n":12.345,"f":1.5,"l":9007199254740991}', { n: '12.35', f: 1.5, l: 9007199254740991 }],
  ['{"n":"12.345","f":"Infinity","l":"5"}', { n: '12.35', f: Number.POSITIVE_INFINITY }],
  ['{"n":1e2,"f":1,"l":9223372036854775808}', { n: '100.00', f: 1 }],
  ['{"f":"1.5","z":"true"}', {}],
  ['{"z":true,"l":5.0}', { z: true }],
  ['{"m":{"k":1,"j":"x"}}', {}],
  ['{"m":{"k":1,"k":2}}', { m: new Map([['k', 2]]) }],
  ['{"s":{"x":1,"y":"q"}}', { s: { x: 1, y: 'q' } }],
  ['{"s":[1]}', {}],
  ['{"s":{"x":"bad","y":[1, 2.50]}}', { s: { x: null, y: '[1,2.5]' } }],
  ['{"q":[1,null,2]}', { q: [1, null, 2] }],
  ['{"q":[1,"x",2]}', {}],
  ['{"q":5,"D":1}', {}],
  ['{"n":123456789.99}', {}],
  ["{'l':1} and more", { l: 1 }],
  ['{"l":1', {}],
  ['[1]', {}],
  [' ', null],
]

onEveryEngine((database) => {
  const { gives, session } = casesOn(database)
  const found = (name: keyof Found) => DOCUMENTS.map(([, one]) => one[name])

  gives(
    'what Spark finds in documents, and in what is none',
    // Names that engines or our own SQL might take for something else.
    { document: 'string?', given: 'string?' },
    [...DOCUMENTS.map(([document]) => [document, document]), [null, null]],
    ({ document, given }) => {
      const [first, second] = jsonTuple(document, 'a', 'b')
      return {
        a: getJsonObject(document, '$.a'),
        b: getJsonObject(document, "$['a'].b"),
        each: getJsonObject(given, '$.a[*].b'),
        first: getJsonObject(document, '$.a[0]'),
        all: getJsonObject(given, '$'),
        none: getJsonObject(document, 'a'),
        length: jsonArrayLength(given),
        keys: jsonObjectKeys(document),
        c0: first,
        c1: second,
      }
    },
    {
      a: [...found('a'), null],
      b: [...found('b'), null],
      each: [...found('each'), null],
      first: [...found('first'), null],
      all: [...found('all'), null],
      none: [...DOCUMENTS.map(() => null), null],
      length: [...found('length'), null],
      keys: [...found('keys'), null],
      c0: [...DOCUMENTS.map(([, { tuple }]) => tuple[0]), null],
      c1: [...DOCUMENTS.map(([, { tuple }]) => tuple[1]), null],
    },
  )

  gives(
    'values by a schema; what does not fit is NULL',
    { s: 'string?' },
    [...VALUES.map(([document]) => [document]), [null]],
    ({ s }) => ({ typed: fromJson(s, TYPED), lists: fromJson(s, 'array<struct<l:long>>') }),
    {
      typed: [...VALUES.map(([, value]) => value && { ...NOTHING, ...value }), null],
      lists: [
        ...VALUES.map(([document, value]) => (value && /^{.*}/s.test(document) ? [{ l: value.l ?? null }] : null)),
        null,
      ],
    },
  )

  gives(
    'a column of one member, maps and arrays',
    { s: 'string?' },
    [['{"b":[1,2],"a":[]}'], ['[1,2]'], ['{"a":[1,"x"]}'], ['{}']],
    ({ s }) => ({
      keys: mapKeys(fromJson(s, 'map<string,array<int>>')),
      list: fromJson(s, 'array<int>'),
      member: fromJson(s, 'struct<b:array<long>>').getField('b').getItem(1),
    }),
    { keys: [['b', 'a'], null, null, []], list: [null, [1, 2], null, null], member: [2, null, null, null] },
  )

  gives(
    'values as Spark writes them',
    { x: 'double?', n: 'long?', s: 'string?', d: 'date?', t: 'timestamp?', p: 'boolean?', m: 'decimal(20,4)?', b: 'binary?', l: 'array<string>?' },
    [
      [1e16, 9007199254740991, 'é "q"\\\n\u000b/😀', '2024-02-29', new Date('2024-02-29T12:30:00.120Z'), true, '-0.5000', new Uint8Array([0, 255]), ['a', null]],
      [-0, null, null, null, null, null, null, null, null],
      [Number.POSITIVE_INFINITY, 1, '', null, null, false, null, null, []],
    ],
    ({ x, n, s, d, t, p, m, b, l }) => ({
      flat: toJson(struct(x, n, s, p)),
      others: toJson(struct(d, t, m, b)),
      nested: toJson(struct(l, struct(n).as('inner'), createMap('k "', n).as('map'))),
      list: toJson(l),
      lists: toJson(array(l, l)),
    }),
    {
      flat: [
        '{"x":1.0E16,"n":9007199254740991,"s":"é \\"q\\"\\\\\\n\\u000B/😀","p":true}',
        '{"x":-0.0}',
        '{"x":"Infinity","n":1,"s":"","p":false}',
      ],
      others: ['{"d":"2024-02-29","t":"2024-02-29T12:30:00.120Z","m":-0.5000,"b":"AP8="}', '{}', '{}'],
      nested: [
        '{"l":["a",null],"inner":{"n":9007199254740991},"map":{"k \\"":9007199254740991}}',
        '{"inner":{},"map":{"k \\"":null}}',
        '{"l":[],"inner":{"n":1},"map":{"k \\"":1}}',
      ],
      list: ['["a",null]', null, '[]'],
      lists: ['[["a",null],["a",null]]', '[null,null]', '[[],[]]'],
    },
  ) // biome-ignore format: rows

  test('what is read is what was written', async () => {
    const type = 'struct<a:long,b:string,l:array<struct<k:double>>>'
    const frame = session().createDataFrame([{ s: { a: 1, b: 'x', l: [{ k: 0.5 }] } }], schema({ s: type }))
    const again = frame.select((o) => [fromJson(toJson(o.s), type).as('s')])
    expect(await again.collect()).toStrictEqual([{ s: { a: 1, b: 'x', l: [{ k: 0.5 }] } }])
  })

  test('names of jsonTuple, in a select and by themselves', async () => {
    const frame = session().createDataFrame([{ j: '{"a":1,"b":"x"}' }], schema({ j: 'string' }))
    expect(await frame.select((o) => [...jsonTuple(o.j, 'a', 'b')]).collect()).toStrictEqual([{ c0: '1', c1: 'x' }])
    const [b] = jsonTuple(frame.j, 'b')
    expect(await frame.withColumns({ b }).drop('j').collect()).toStrictEqual([{ b: 'x' }])
  })

  test('misuse is refused before any SQL', async () => {
    const frame = session().createDataFrame([{ s: 'x', n: 1 }], schema({ s: 'string', n: 'long' }))
    const asked = (column: unknown) => frame.select((column as ReturnType<typeof col>).as('x')).collect()
    await expect(asked(getJsonObject(col('n'), '$.a'))).rejects.toThrow(TypeMismatch)
    await expect(asked(toJson(col('n')))).rejects.toThrow(/toJson takes an array, a map or a struct/)
    expect(() => fromJson(col('s'), 'int')).toThrow(TypeMismatch)
    expect(() => fromJson(col('s'), 'a, b')).toThrow(/is no field of a schema/)
    expect(() => fromJson(col('s'), 'map<int,string>')).toThrow(/are texts/)
    await expect(asked(getJsonObject(col('s'), col('s') as never))).rejects.toThrow(/written into the program/)
    const several = asked(getJsonObject(lit('{"a":[{"b":[1]}]}'), '$.a[*].b[*]'))
    if (database.dialect === 'sqlite') expect(await several).toStrictEqual([{ x: '[1]' }])
    else await expect(several).rejects.toThrow(UnsupportedOnDialect)
  })
})
