/** Columns that an engine holds as another type than the frame's: a second write meets what the first has made. */
import { beforeEach, expect, test } from 'vitest'
import { Session, schema } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { run } from './writing.ts'

const HELD = schema({
  id: 'long',
  byte: 'byte?',
  bytes: 'array<byte>?',
  lists: 'array<array<long>>?',
  map: 'map<string,double>?',
  record: 'struct<a:long,b:string>?',
  records: 'array<struct<x:int,m:map<string,long>>>?',
})
const row = (id: number, byte = 7) => ({
  id,
  byte,
  bytes: [1, null],
  lists: [[id], []],
  map: new Map([
    ['z', 1],
    ['a', id],
  ]),
  record: { a: id, b: 'x' },
  records: [{ x: 1, m: new Map([['k', id]]) }, null],
})

onEveryEngine((database) => {
  beforeEach(() => run(database, 'DROP TABLE IF EXISTS t'))

  const session = () => new Session(database.engine)
  const frameOf = (...rows: ReturnType<typeof row>[]) => session().createDataFrame(rows as never, HELD as never)
  const all = () => session().table('t', HELD).orderBy('id').collect()

  test('append, deleteInsert, merge and overwrite', async () => {
    await frameOf(row(1)).write('t', { mode: 'append' })
    await frameOf(row(2)).write('t', { mode: 'append' })
    await frameOf(row(2, 8), row(3)).write('t', { mode: 'deleteInsert', key: 'id' } as never)
    expect(await all()).toEqual([row(1), row(2, 8), row(3)])
    await frameOf(row(1), row(2)).write('t', { mode: 'overwrite' })
    expect(await all()).toEqual([row(1), row(2)])
    await run(database, 'CREATE UNIQUE INDEX t_key ON t (id)')
    await frameOf(row(2, 9), row(3)).write('t', { mode: 'merge', key: 'id' } as never)
    expect(await all()).toEqual([row(1), row(2, 9), row(3)])
  })

  test('a view that hangs on the table holds up no other rows, and no other type goes in', async () => {
    await frameOf(row(1), row(2)).write('t')
    await run(database, 'CREATE VIEW ids AS SELECT id FROM t')
    await frameOf(row(3)).write('t', { mode: 'overwrite' })
    expect(await all()).toEqual([row(3)])
    await run(database, 'DROP VIEW ids')
    const text = session().createDataFrame([{ id: 4, record: 'no record' }])
    await expect(text.write('t', { mode: 'append', onSchemaChange: 'ignore' })).rejects.toMatchObject({
      code: 'SchemaChanged',
      message: expect.stringMatching(/"record" is (json|struct<a:long,b:string>) in the table and string in the frame/),
    })
  })
})
