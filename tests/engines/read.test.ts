import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { duckdb } from '../../src/engine/duckdb/index.ts'
import {
  type CsvOptions,
  DuplicateColumn,
  InvalidArgument,
  InvalidValue,
  Session,
  schema,
  TypeMismatch,
  UnknownColumn,
  UnknownFile,
  UnsupportedOnDialect,
} from '../../src/index.ts'
import { isKeptTable } from '../../src/session/keep/table-names.ts'
import { onEveryEngine, temporaryFolder } from '../support/databases.ts'

type Rows = readonly (readonly unknown[])[]
interface Case {
  readonly name: string
  readonly content: string | Uint8Array
  readonly options?: CsvOptions<never>
  readonly columns: readonly string[]
  readonly rows: Rows
}

const header = { header: true } as const
const typed = (columns: Readonly<Record<string, string>>): CsvOptions<never> => ({
  header: true,
  schema: schema(columns as never) as never,
})

const CSV: readonly Case[] = [
  { name: 'no header: columns by place, all text', content: '1,a\n2,b\n', columns: ['_c0', '_c1'], rows: [['1', 'a'], ['2', 'b']] },
  { name: 'header', content: 'id,name\n1,a\n', options: header, columns: ['id', 'name'], rows: [['1', 'a']] },
  { name: 'a header without a name', content: 'id,,x\n1,a,b\n', options: header, columns: ['id', '_c1', 'x'], rows: [['1', 'a', 'b']] },
  { name: 'no line end at the end', content: 'id\n1', options: header, columns: ['id'], rows: [['1']] },
  { name: 'byte order mark and CRLF', content: '\ufeffid,name\r\n1,ü\r\n', options: header, columns: ['id', 'name'], rows: [['1', 'ü']] },
  { name: 'quotes, with delimiters, quotes and line ends inside', content: 'a,b\n"x,""y""","two\nlines"\n', options: header, columns: ['a', 'b'], rows: [['x,"y"', 'two\nlines']] },
  { name: 'nothing is NULL, quotes around nothing an empty text', content: 'a,b,c\n,"",x\n', options: header, columns: ['a', 'b', 'c'], rows: [[null, '', 'x']] },
  { name: 'a word for NULL', content: 'a,b,c\nNA,"NA",\n', options: { header: true, nullValue: 'NA' }, columns: ['a', 'b', 'c'], rows: [[null, 'NA', null]] },
  { name: 'blanks stay, unicode too', content: 'a,b\n x ,漢字😀\n', options: header, columns: ['a', 'b'], rows: [[' x ', '漢字😀']] },
  { name: 'blank lines are none', content: 'a,b\n1,2\n\n3,4\n', options: header, columns: ['a', 'b'], rows: [['1', '2'], ['3', '4']] },
  { name: 'delimiter, quote and escape', content: "a|b\n'x|y'|'it\\'s'\n", options: { header: true, delimiter: '|', quote: "'", escape: '\\' }, columns: ['a', 'b'], rows: [['x|y', "it's"]] },
  { name: 'a question mark as delimiter and in a name', content: 'a?"b?"\n1?2\n', options: { header: true, delimiter: '?' }, columns: ['a', 'b?'], rows: [['1', '2']] },
  { name: 'tabs, no quotes', content: 'a\tb\n"x\ty\n', options: { header: true, delimiter: '\t', quote: '' }, columns: ['a', 'b'], rows: [['"x', 'y']] },
  { name: 'a header alone', content: 'a,b\n', options: header, columns: ['a', 'b'], rows: [] },
  { name: 'an empty file with a schema', content: '', options: typed({ a: 'long' }), columns: ['a'], rows: [] },
  { name: 'types by schema, by name, in its order', content: 'b,c,a\n1.50,x,7\n', options: typed({ a: 'int', b: 'decimal(9,2)' }), columns: ['a', 'b'], rows: [[7, '1.50']] },
  {
    name: 'every type',
    content: 'b,y,i,l,f,d,m,s,n,t,j\ntrue,-128,2147483647,9007199254740991,1.5,1e300,-0.10,"a ""b""",2024-02-29,2024-02-29T12:30:00.25+01:00,"{""k"": [1, null]}"\n,,,,,,,,,,\n',
    options: typed({ b: 'boolean?', y: 'byte?', i: 'int?', l: 'long?', f: 'float?', d: 'double?', m: 'decimal(10,2)?', s: 'string?', n: 'date?', t: 'timestamp?', j: 'json?' }),
    columns: ['b', 'y', 'i', 'l', 'f', 'd', 'm', 's', 'n', 't', 'j'],
    rows: [
      [true, -128, 2147483647, 9007199254740991, 1.5, 1e300, '-0.10', 'a "b"', '2024-02-29', new Date('2024-02-29T11:30:00.250Z'), { k: [1, null] }],
      [null, null, null, null, null, null, null, null, null, null, null],
    ],
  },
  { name: 'types found', content: 'b,l,d,n,t,s,v,h\ntrue,1,1,2024-01-05,2024-01-05 10:00:00,1,,99999999999999999999\nFALSE,-2,2.5,2024-02-29,2024-01-06T00:00:00Z,x,,1\n', options: { header: true, inferSchema: true }, columns: ['b', 'l', 'd', 'n', 't', 's', 'v', 'h'], rows: [
    [true, 1, 1, '2024-01-05', new Date('2024-01-05T10:00:00Z'), '1', null, '99999999999999999999'],
    [false, -2, 2.5, '2024-02-29', new Date('2024-01-06T00:00:00Z'), 'x', null, '1'],
  ] },
] // biome-ignore format: a case a line

const folder = temporaryFolder()
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder.path, name)
  writeFileSync(path, content)
  return path
}
const arrays = async (frame: { collect(): Promise<object[]> }): Promise<unknown[][]> =>
  (await frame.collect()).map((row) => Object.values(row) as unknown[])

onEveryEngine((database) => {
  let session: Session
  beforeEach(() => {
    session = new Session({ ...database.engine, knex: database.engine.knex, close: async () => {} })
  })
  afterEach(async () => {
    await session.close()
    const tables = await database.engine.listTables(undefined)
    expect(tables.filter(({ name }) => isKeptTable(name))).toEqual([])
  })

  test.each(CSV)('csv: $name', async ({ content, options = {}, columns, rows }) => {
    const frame = session.read.csv(file('case.csv', content), options)
    expect(await frame.columns()).toEqual(columns)
    expect(await arrays(frame)).toEqual(rows)
  })

  test('the types of a file are those of the frame', async () => {
    const path = file('types.csv', 'l,d,s\n1,1.5,x\n')
    await session.read.csv(path, { header: true, inferSchema: true }).write('found')
    expect((await session.catalog.listColumns('found')).map(({ type }) => type)).toEqual(['long', 'double', 'string'])
  })

  test('several files, folders, patterns, gzip', async () => {
    const path = (name: string) => join(folder.path, 'many', name)
    mkdirSync(path(''), { recursive: true })
    writeFileSync(path('a.csv'), 'id,v\n1,a\n')
    writeFileSync(path('b [1]*.csv'), '\ufeffid,v\n2,b\n')
    writeFileSync(path('c.csv.gz'), gzipSync('id,v\r\n3,c\r\n'))
    writeFileSync(path('_SUCCESS'), 'no data')
    const ids = async (paths: string | readonly string[]) =>
      (await arrays(session.read.csv(paths, header).orderBy('id'))).map(([id]) => id)
    expect(await ids(path(''))).toEqual(['1', '2', '3'])
    expect(await ids(path('*.csv*'))).toEqual(['1', '2', '3'])
    expect(await ids(path('[ab]*.csv'))).toEqual(['1', '2'])
    expect(await ids([path('c.csv.gz'), path('a.csv')])).toEqual(['1', '3'])
    expect(await ids(path('b [1]*.csv'))).toEqual(['2'])
    writeFileSync(path('d.csv'), 'v,id\nd,4\n')
    await expect(ids(path('*.csv'))).rejects.toThrow(/the header of .*d\.csv is not the one of .*a\.csv/)
    rmSync(path(''), { recursive: true })
  })

  test('json: lines or an array, members by name, nested ones as documents', async () => {
    const lines = file(
      'rows.json',
      '{"id":1,"name":"a","at":"2024-01-05","tags":[1,"x"],"ok":true}\n{"id":2,"price":2.5,"tags":null,"mixed":1}\n{"mixed":"x"}\n',
    )
    const found = session.read.json(lines)
    expect(await found.columns()).toEqual(['id', 'name', 'at', 'tags', 'ok', 'price', 'mixed'])
    expect(await arrays(found)).toEqual([
      [1, 'a', '2024-01-05', [1, 'x'], true, null, null],
      [2, null, null, null, null, 2.5, '1'],
      [null, null, null, null, null, null, 'x'],
    ])
    const array = file('array.json', '[{"id": 1, "at": "2024-01-05"}, {"at": null, "id": 12345678901234567890}]')
    const given = schema({ id: 'string', at: 'date?', none: 'string?' })
    expect(await arrays(session.read.json(array, { schema: given }))).toEqual([
      ['1', '2024-01-05', null],
      ['12345678901234567890', null, null],
    ])
    expect(await session.read.json(file('empty.json', ''), { schema: given }).count()).toBe(0)
  })

  test('parquet: its own types, or wider ones', async () => {
    const path = join(folder.path, 'rows.parquet')
    rmSync(path, { force: true })
    const writer = duckdb({ file: ':memory:' })
    await writer.execute({
      sql: `COPY (SELECT 1::INTEGER AS i, 12.5::DECIMAL(9,2) AS m, DATE '2024-02-29' AS d, TIMESTAMPTZ '2024-02-29 12:00:00+01' AS t, {'a': 1} AS o, 'x' AS s UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL) TO '${path}' (FORMAT parquet)`,
      bindings: [],
    })
    await writer.close()
    expect(await arrays(session.read.parquet(path))).toEqual([
      [1, '12.50', '2024-02-29', new Date('2024-02-29T11:00:00Z'), { a: 1 }, 'x'],
      [null, null, null, null, null, null],
    ])
    const wider = session.read.parquet(path, { schema: schema({ s: 'string?', i: 'long?' }) })
    await wider.write('wider')
    expect((await session.catalog.listColumns('wider')).map(({ name, type }) => `${name} ${type}`)).toEqual([
      's string',
      'i long',
    ])
    const fails = (columns: Readonly<Record<string, 'string' | 'int' | 'int?'>>) =>
      session.read.parquet(path, { schema: schema(columns) }).collect()
    await expect(fails({ s: 'int' })).rejects.toThrow(TypeMismatch)
    await expect(fails({ j: 'int?' })).rejects.toThrow(UnknownColumn)
    await expect(fails({ i: 'int' })).rejects.toThrow(/rows\.parquet, row 2, column "i": there is no value/)
  })

  test('a frame like any other: filter, join, write, view, changed files, cache', async () => {
    const path = file('orders.csv', 'id,total\n1,5\n2,7\n')
    const orders = session.read.csv(path, { header: true, schema: schema({ id: 'long', total: 'double' }) })
    expect(
      await orders
        .filter((o) => o.total.gt(5))
        .join(session.range(5), 'id')
        .collect(),
    ).toEqual([{ id: 2, total: 7 }])
    expect(await orders.join(orders.alias('b'), 'id').count()).toBe(2)
    expect(await orders.write('orders_read', { mode: 'overwrite' })).toMatchObject({ rowsInserted: 2 })
    const kept = orders.filter((o) => o.id.gt(0)).cache()
    expect(await kept.count()).toBe(2)
    writeFileSync(path, 'id,total\n1,5\n2,7\n3,9\n')
    expect([await orders.count(), await kept.count()]).toEqual([3, 2])
    const view = orders.writeView('orders_seen')
    if (database.dialect === 'duckdb') {
      await view
      expect(await session.table('orders_seen').count()).toBe(3)
    } else {
      await expect(view).rejects.toThrow(UnsupportedOnDialect)
    }
    await session.transaction(async (tx) => {
      expect(await tx.read.csv(path, header).count()).toBe(3)
    })
    rmSync(path)
    expect(await kept.count()).toBe(2)
    await expect(orders.count()).rejects.toThrow(UnknownFile)
  })

  test('nothing is looked at before an action', async () => {
    const path = join(folder.path, 'later.csv')
    const frame = session.read.csv(path, header).filter((c) => c.a.eq('1'))
    writeFileSync(path, 'a\n1\n2\n')
    expect(await frame.count()).toBe(1)
  })

  describe('what cannot be read', () => {
    const Sale = schema({ id: 'long', total: 'double?' })
    test.each([
      ['a value', 'id,total\n1,"2\n"\n2,abc\n', /bad\.csv, line 4, column "total": "abc" is no double/],
      [
        'a number too big',
        'id,total\n1,2\n99999999999999999999,3\n',
        /line 3, column "id": "99999999999999999999" is no long/,
      ],
      ['a fraction', 'id,total\n1.5,2\n', /line 2, column "id": "1.5" is no long/],
      ['NULL', 'id,total\n1,2\n,3\n', /line 3, column "id": there is no value/],
      ['too many values', 'id,total\n1,2\n1,2,3\n', /bad\.csv, line 3: Expected Number of Columns: 2 Found: 3/],
      ['too few values', 'id,total\n1\n', /bad\.csv, line 2: Expected Number of Columns: 2 Found: 1/],
    ])('%s', async (_, content, message) => {
      const frame = session.read.csv(file('bad.csv', content), { header: true, schema: Sale })
      await expect(frame.collect()).rejects.toThrow(InvalidValue)
      await expect(frame.write('never')).rejects.toThrow(message)
      await expect(frame.collect()).rejects.toThrow(message)
      expect(await session.catalog.tableExists('never')).toBe(false)
    })

    test('a header that was not said to be one', async () => {
      const frame = session.read.csv(file('bad.csv', 'id,total\n1,2\n'), { schema: Sale })
      await expect(frame.collect()).rejects.toMatchObject({ hint: expect.stringContaining('header: true') })
    })

    test('columns that do not fit the schema', async () => {
      const names = session.read.csv(file('bad.csv', 'id,totl\n1,2\n'), { header: true, schema: Sale })
      await expect(names.collect()).rejects.toMatchObject({
        code: 'UnknownColumn',
        hint: expect.stringContaining('Did you mean "totl"?'),
      })
      const width = session.read.csv(file('bad.csv', '1,2,3\n'), { schema: Sale })
      await expect(width.collect()).rejects.toThrow(/bad\.csv has 3 columns, and the schema 2/)
      await expect(session.read.csv(file('bad.csv', 'a,a\n1,2\n'), header).collect()).rejects.toThrow(DuplicateColumn)
      await expect(session.read.csv(file('bad.csv', ''), header).collect()).rejects.toThrow(/nothing is in it/)
    })

    test('files that are not there', async () => {
      file('orders_2024.csv', 'a\n1\n')
      const missing = (path: string) => session.read.csv(path, header).count()
      await expect(missing(join(folder.path, 'order_2024.csv'))).rejects.toMatchObject({
        code: 'UnknownFile',
        hint: 'Did you mean "orders_2024.csv"?',
      })
      await expect(missing(join(folder.path, 'nowhere', 'a.csv'))).rejects.toThrow(UnknownFile)
      await expect(missing(join(folder.path, 'none-*.csv'))).rejects.toThrow('no file is called like')
    })

    test('json', async () => {
      const broken = session.read.json(file('bad.json', '{"id": 1}\n{"id": \n'), { schema: schema({ id: 'long' }) })
      await expect(broken.collect()).rejects.toThrow(/bad\.json, line \d+: /)
      const wrong = session.read.json(file('bad.json', '{"id": 1}\n{"id": 1.5}\n'), { schema: schema({ id: 'long' }) })
      await expect(wrong.collect()).rejects.toThrow(/bad\.json, row 2, column "id": "1.5" is no long/)
    })
  })
})

describe('read refuses at once', () => {
  const session = new Session({ dialect: 'sqlite' } as never)
  test.each([
    [
      'an unknown option',
      () => session.read.csv('a.csv', { seperator: ';' } as never),
      /read\.csv has no option "seperator"/,
    ],
    [
      'an option of the wrong kind',
      () => session.read.csv('a.csv', { header: 'yes' as never }),
      /header is the string 'yes'/,
    ],
    ['a delimiter of no character', () => session.read.csv('a.csv', { delimiter: '' }), /delimiter is/],
    ['no path', () => session.read.json(7 as never), /read\.json takes a path/],
    ['another machine', () => session.read.parquet('s3://bucket/a.parquet'), /is no file of this machine/],
    ['a schema that is none', () => session.read.csv('a.csv', { schema: { id: 'long' } as never }), /schema is/],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(InvalidArgument)
    expect(make).toThrow(message)
  })
})
