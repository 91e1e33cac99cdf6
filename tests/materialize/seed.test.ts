import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fieldsOf } from '../../src/frame/schema.ts'
import {
  DuplicateColumn,
  InvalidValue,
  type MillraceError,
  Session,
  schema,
  UnknownColumn,
  UnknownFile,
} from '../../src/index.ts'
import { loadSeed } from '../../src/materialize/seed.ts'
import { makeScope, type SessionScope } from '../../src/session/scope.ts'
import { onEveryEngine, temporaryFolder } from '../support/databases.ts'

type Columns = Readonly<Record<string, string>>

interface Case {
  readonly name: string
  readonly content: string
  readonly columns: Columns
  readonly rows: readonly (readonly unknown[])[]
}

const CASES: readonly Case[] = [
  { name: 'columns by name, in the order of the schema', content: 'name,id\nAda,1\nBob,2\n', columns: { id: 'long', name: 'string' }, rows: [[1, 'Ada'], [2, 'Bob']] },
  { name: 'CRLF, a byte order mark, no end of line at the end', content: '\ufeffid,name\r\n1,ü\r\n2,b', columns: { id: 'long', name: 'string' }, rows: [[1, 'ü'], [2, 'b']] },
  { name: 'quotes, delimiters, line ends and quotes in them', content: 'id,text\n1,"a,b"\n2,"two\r\nlines"\n3,"say ""hi"""\n', columns: { id: 'long', text: 'string' }, rows: [[1, 'a,b'], [2, 'two\r\nlines'], [3, 'say "hi"']] },
  { name: 'every type', content: 'b,y,s,i,l,f,d,m,t,w,x,j\ntrue,-1,300,70000,9007199254740991,1.5,1e300,-12.50,a,2024-02-29,2024-02-29T12:30:00Z,"{""k"":1}"\n', columns: { b: 'boolean', y: 'byte', s: 'short', i: 'int', l: 'long', f: 'float', d: 'double', m: 'decimal(9,2)', t: 'string', w: 'date', x: 'timestamp', j: 'json' }, rows: [[true, -1, 300, 70000, 9007199254740991, 1.5, 1e300, '-12.50', 'a', '2024-02-29', new Date('2024-02-29T12:30:00Z'), { k: 1 }]] },
  { name: 'what is empty is NULL', content: 'id,n,d,t\n1,,,\n2,"","",x\n', columns: { id: 'long', n: 'long?', d: 'date?', t: 'string?' }, rows: [[1, null, null, null], [2, null, null, 'x']] },
  { name: 'quotes around nothing are an empty text', content: 'id,t\n1,""\n2,\n', columns: { id: 'long', t: 'string?' }, rows: [[1, ''], [2, null]] },
  { name: 'an empty text where NULL cannot be', content: 'id,t\n1,\n2,""\n', columns: { id: 'long', t: 'string' }, rows: [[1, ''], [2, '']] },
  { name: 'a header alone', content: 'id\n', columns: { id: 'long' }, rows: [] },
  { name: 'blanks and zeros of texts stay', content: 'id,t\n1, a \n2,007\n', columns: { id: 'long', t: 'string' }, rows: [[1, ' a '], [2, '007']] },
  { name: 'a name with a question mark and a quote', content: 'id,"what?""x"\n1,a\n', columns: { id: 'long', 'what?"x': 'string' }, rows: [[1, 'a']] },
] // biome-ignore format: a case a line

const BAD: readonly { readonly name: string; readonly content: string; readonly columns: Columns; readonly error: new (...args: never[]) => Error; readonly says: readonly RegExp[] }[] = [
  { name: 'a value of another type', content: 'id,n\n1,2\n2,"x\ny"\n3,z\n', columns: { id: 'long', n: 'long' }, error: InvalidValue, says: [/^seeds\/s\.csv, line 4, column "n": "x\\ny" is no long/] },
  { name: 'nothing where NULL cannot be', content: 'id,n\n1,2\n2,\n', columns: { id: 'long', n: 'long' }, error: InvalidValue, says: [/^seeds\/s\.csv, line 3, column "n": there is no value/] },
  { name: 'a column that the file lacks', content: 'id,nam\n1,a\n', columns: { id: 'long', name: 'string' }, error: UnknownColumn, says: [/^seeds\/s\.csv, line 1: "name" of the schema is missing, and "nam" is not in the schema/, /Did you mean "nam"\?/] },
  { name: 'a column that the schema lacks', content: 'id,name,age,size\n1,a,3,4\n', columns: { id: 'long', name: 'string' }, error: UnknownColumn, says: [/^seeds\/s\.csv, line 1: "age", "size" are not in the schema/, /The file has id, name, age, size; the schema id, name\./] },
  { name: 'two columns of one name', content: 'id,id\n1,2\n', columns: { id: 'long' }, error: DuplicateColumn, says: [/seeds\/s\.csv are called "id"/] },
  { name: 'no header', content: '', columns: { id: 'long' }, error: InvalidValue, says: [/^seeds\/s\.csv is empty: its first line must have the names of the columns/] },
  { name: 'a line with too few values', content: 'id,name\n1,a\n2\n', columns: { id: 'long', name: 'string' }, error: InvalidValue, says: [/seeds\/s\.csv, line 3/] },
  { name: 'a line with too many values', content: 'id,name\n1,a\n2,b,c\n', columns: { id: 'long', name: 'string' }, error: InvalidValue, says: [/seeds\/s\.csv, line 3/] },
] // biome-ignore format: a case a line

const folder = temporaryFolder()

onEveryEngine((database) => {
  const target = { schema: undefined, name: 'countries' }
  let scope: SessionScope
  const path = () => join(folder.path, 's.csv')
  const load = (columns: Columns) =>
    loadSeed(scope, {
      file: path(),
      shownAs: 'seeds/s.csv',
      fields: fieldsOf(schema(columns as never)) ?? [],
      target,
    })
  const rows = async () => {
    const session = new Session({ ...database.engine, knex: database.engine.knex, close: async () => {} })
    const found = await session.table('countries').collect()
    await session.close()
    return found.map((row) => Object.values(row))
  }
  beforeEach(() => {
    scope = makeScope(database.engine, {})
  })
  afterEach(async () => {
    // Whatever happened, nothing is left behind.
    expect((await database.engine.listTables(undefined)).map(({ name }) => name)).toEqual(['countries'])
    await scope.close(true)
  })

  test.each(CASES)('$name', async ({ content, columns, rows: expected }) => {
    writeFileSync(path(), content)
    const result = await load(columns)
    expect(result.rowsInserted).toBe(expected.length)
    const found = await rows()
    expect(found).toHaveLength(expected.length)
    expect(found).toEqual(expect.arrayContaining([...expected]))
    const info = await database.engine.tableInfo(target)
    expect(info?.fields.map(({ name }) => name)).toEqual(Object.keys(columns))
    expect(info?.fields.map(({ nullable }) => nullable)).toEqual(
      Object.values(columns).map((type) => type.endsWith('?')),
    )
  })

  test.each(BAD)('refused: $name', async ({ content, columns, error, says }) => {
    writeFileSync(path(), 'id\n7\n')
    await load({ id: 'long' })
    writeFileSync(path(), content)
    const failure: MillraceError = await load(columns).then(
      () => expect.unreachable(),
      (thrown: MillraceError) => thrown,
    )
    expect(failure).toBeInstanceOf(error)
    for (const pattern of says) expect(`${failure.message}\n${failure.hint}`).toMatch(pattern)
    expect(`${failure.message}\n${failure.hint}`).not.toContain(folder.path)
    expect(await rows()).toEqual([[7]])
  })

  test('a file that is not there', async () => {
    writeFileSync(path(), 'id\n1\n')
    const missing = { file: join(folder.path, 't.csv'), shownAs: 'seeds/t.csv', fields: [], target }
    await expect(loadSeed(scope, missing)).rejects.toThrow(UnknownFile)
    await expect(loadSeed(scope, missing)).rejects.toMatchObject({
      message: 'there is no file seeds/t.csv',
      hint: 'Did you mean "s.csv"?',
    })
  })

  test('in a transaction, with what else happens in it', async () => {
    writeFileSync(path(), 'id\n1\n')
    await load({ id: 'long' })
    writeFileSync(path(), 'id\n2\n3\n')
    const failure = database.engine.transaction(async (transaction) => {
      const inner = makeScope(database.engine, {}, transaction)
      await loadSeed(inner, {
        file: path(),
        shownAs: 's.csv',
        fields: fieldsOf(schema({ id: 'long' })) ?? [],
        target,
      })
      await inner.close(true)
      throw new Error('given up')
    })
    await expect(failure).rejects.toThrow('given up')
    expect(await rows()).toEqual([[1]])
  })

  test('many rows', async () => {
    const lines = Array.from({ length: 20_000 }, (_, id) => `${id},"name ${id}",${id % 7 === 0 ? '' : id / 4}`)
    writeFileSync(path(), `id,name,ratio\n${lines.join('\n')}\n`)
    expect((await load({ id: 'long', name: 'string', ratio: 'double?' })).rowsInserted).toBe(20_000)
  })
})
