/** Relations that change their kind, what is said of them, and who looks at them before others can. */
import { beforeEach, expect, test } from 'vitest'
import { writeTable, writeView } from '../../src/write/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { ddlOf, dropIfThere, fieldsOf, rows, run, statement, tables } from './writing.ts'

const TYPES = { id: 'long', note: 'string?' }

onEveryEngine((database) => {
  const request = (sql: string, options = {}) => ({
    target: { schema: undefined, name: 'r' },
    fields: fieldsOf(TYPES),
    select: statement(sql),
    ddl: ddlOf(database.engine),
    replaceKind: true,
    ...options,
  })
  const asTable = (sql: string, options = {}) =>
    writeTable(database.engine, { ...request(sql, options), mode: 'overwrite' })
  const asView = (sql: string, options = {}) => writeView(database.engine, request(sql, options))
  const kind = async () => (await database.engine.tableInfo({ schema: undefined, name: 'r' }))?.kind

  beforeEach(async () => {
    await run(database, 'DROP TABLE IF EXISTS child')
    await run(database, 'DROP VIEW IF EXISTS reader')
    await dropIfThere(database, 'r')
  })

  test('a table takes the place of a view that its query reads, and a view that of a table', async () => {
    await asView("SELECT 1 AS id, 'a' AS note")
    expect(await asTable('SELECT id + 1 AS id, note FROM r', { indexes: [['id']] })).toMatchObject({
      rowsInserted: 1,
      rowsDeleted: 0,
    })
    expect([await kind(), await rows(database, 'SELECT * FROM r')]).toEqual(['table', [['2', 'a']]])
    await asView("SELECT 7 AS id, 'b' AS note")
    expect([await kind(), await rows(database, 'SELECT * FROM r')]).toEqual(['view', [['7', 'b']]])
    expect(await tables(database)).toEqual(['r'])
  })

  test('without being asked neither gives way', async () => {
    await asView("SELECT 1 AS id, 'a' AS note")
    const no = { replaceKind: false }
    await expect(asTable("SELECT 1 AS id, 'a' AS note", no)).rejects.toMatchObject({ code: 'WriteBlocked' })
    await asTable("SELECT 1 AS id, 'a' AS note")
    await expect(asView("SELECT 1 AS id, 'a' AS note", no)).rejects.toMatchObject({ code: 'WriteBlocked' })
    expect(await kind()).toBe('table')
  })

  test('what fails on the way leaves the old relation', async () => {
    await asView("SELECT 1 AS id, 'a' AS note")
    await expect(asTable('SELECT id, note FROM missing')).rejects.toMatchObject({ code: 'DatabaseError' })
    expect(await kind()).toBe('view')
    await asTable("SELECT 1 AS id, 'a' AS note")
    await expect(asView('SELECT id, note FROM missing')).rejects.toMatchObject({ code: 'DatabaseError' })
    expect([await kind(), await rows(database, 'SELECT * FROM r')]).toEqual(['table', [['1', 'a']]])
    expect(await tables(database)).toEqual(['r'])
  })

  test('a table that rows elsewhere hang on stays', async () => {
    await run(database, 'CREATE TABLE r (id bigint PRIMARY KEY, note text)', "INSERT INTO r VALUES (1, 'a')")
    await run(database, 'CREATE TABLE child (r_id bigint REFERENCES r (id))', 'INSERT INTO child VALUES (1)')
    await expect(asView("SELECT 1 AS id, 'a' AS note")).rejects.toThrow()
    expect([await kind(), await rows(database, 'SELECT r_id FROM child')]).toEqual(['table', [['1']]])
  })

  test('whoever audits sees the new rows, others the old ones; what it throws undoes everything', async () => {
    const seen: unknown[] = []
    const audit = async (beside: { schema: string | undefined; name: string }, on: typeof database.engine) => {
      const info = await database.engine.tableInfo(beside, on)
      const table = ddlOf(database.engine).table(beside)
      const found = await on.query(statement(`SELECT id FROM ${table} ORDER BY id`))
      seen.push([info?.fields.map((field) => field.name), found.rows.map((row) => Number(row[0]))])
      if (found.rows.length > 1) throw new Error('too many')
    }
    const options = { audit: audit as never }
    await asTable("SELECT 1 AS id, 'a' AS note", options)
    await asTable("SELECT 2 AS id, 'b' AS note", options)
    await expect(asTable("SELECT 3 AS id, 'c' AS note UNION ALL SELECT 4, 'd'", options)).rejects.toThrow('too many')
    await run(database, 'CREATE VIEW reader AS SELECT id FROM r')
    await asTable("SELECT 5 AS id, 'e' AS note", options)
    await expect(asTable("SELECT 6 AS id, 'c' AS note UNION ALL SELECT 7, 'd'", options)).rejects.toThrow('too many')
    expect(seen).toEqual([[1], [2], [3, 4], [5], [6, 7]].map((ids) => [['id', 'note'], ids]))
    expect(await rows(database, 'SELECT id FROM r')).toEqual([['5']])
    expect(await tables(database)).toEqual(['r', 'reader'])
    await run(database, 'DROP VIEW reader')
    await dropIfThere(database, 'r')
    await expect(asTable("SELECT 3 AS id, 'c' AS note UNION ALL SELECT 4, 'd'", options)).rejects.toThrow('too many')
    expect(await tables(database)).toEqual([])
  })

  test('views that read a relation go on doing so when it gets other columns or another kind', async () => {
    const keep = { keepReaders: true }
    const wider = { ...keep, fields: fieldsOf({ id: 'long', note: 'string?', more: 'long' }) }
    const seen = async () => [
      await rows(database, 'SELECT id FROM reader'),
      await rows(database, 'SELECT id FROM second'),
    ]
    const both = (id: string) => [[[id]], [[id]]]
    await run(database, 'DROP VIEW IF EXISTS second')
    await asTable("SELECT 1 AS id, 'a' AS note")
    await run(
      database,
      'CREATE VIEW reader AS SELECT id FROM r',
      'CREATE VIEW second AS SELECT r.id FROM r JOIN reader ON r.id = reader.id',
    )
    if (database.dialect === 'postgres') await run(database, "COMMENT ON VIEW second IS 'still here'")
    const other = "SELECT 2 AS id, 'b' AS note, 5 AS more"
    await expect(asTable(other, { fields: wider.fields })).rejects.toMatchObject({ code: 'WriteBlocked' })
    await asTable(other, wider)
    expect(await seen()).toEqual(both('2'))
    await asView("SELECT 3 AS id, 'c' AS note", keep)
    expect(await seen()).toEqual(both('3'))
    await asView(other, wider)
    await asView("SELECT 4 AS id, 'c' AS note", keep)
    expect(await seen()).toEqual(both('4'))
    await asTable("SELECT 5 AS id, 'd' AS note", keep)
    expect(await seen()).toEqual(both('5'))
    if (database.dialect === 'postgres') {
      const said = await database.engine.comments?.({ schema: undefined, name: 'second' }, database.engine)
      expect(said?.relation).toBe('still here')
    }
    const without = { ...keep, fields: fieldsOf({ note: 'string?' }) }
    await expect(asTable("SELECT 'x' AS note", without)).rejects.toMatchObject({
      code: 'WriteBlocked',
      message: expect.stringContaining('reader'),
    })
    expect(await seen()).toEqual(both('5'))
    await run(database, 'DROP VIEW second')
    if (database.dialect !== 'postgres') return
    await run(database, 'GRANT SELECT ON reader TO PUBLIC')
    await expect(asTable(other, wider)).rejects.toMatchObject({
      code: 'WriteBlocked',
    })
  })

  test('rows that come to others are audited in their table', async () => {
    const seen: unknown[] = []
    const audit = async (table: { name: string }, on: typeof database.engine) => {
      const found = await on.query(statement(`SELECT id FROM "${table.name}" ORDER BY id`))
      seen.push([table.name, found.rows.map((row) => Number(row[0]))])
      if (found.rows.length > 3) throw new Error('too many')
    }
    const add = (id: number, how: object) =>
      writeTable(database.engine, { ...request(`SELECT ${id} AS id, 'a' AS note`, { audit: audit as never }), ...how })
    await add(1, { mode: 'merge', key: ['id'] })
    await add(2, { mode: 'merge', key: ['id'] })
    await add(2, { mode: 'deleteInsert', key: ['id'] })
    await add(3, { mode: 'append' })
    await expect(add(4, { mode: 'append' })).rejects.toThrow('too many')
    await expect(add(4, { mode: 'replaceWhere', where: statement('id = 4') })).rejects.toThrow('too many')
    expect(seen).toEqual([[1], [1, 2], [1, 2], [1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4]].map((ids) => ['r', ids]))
    expect(await rows(database, 'SELECT id FROM r ORDER BY id')).toEqual([['1'], ['2'], ['3']])
    expect(await tables(database)).toEqual(['r'])
  })

  test('comments are said, changed and taken back, of tables, views and columns', async () => {
    const said = async () => {
      const found = await database.engine.comments?.({ schema: undefined, name: 'r' }, database.engine)
      return found && [found.relation, Object.fromEntries(found.columns)]
    }
    const commented = (relation: string | undefined, columns = {}) => ({ comments: { relation, columns } })
    const expectSaid = async (relation: string | undefined, columns: object) =>
      expect(await said()).toEqual(database.dialect === 'sqlite' ? undefined : [relation, columns])
    const one = "SELECT 1 AS id, 'a' AS note"
    await asTable(one, commented("it's", { id: 'the "key"', note: '' }))
    await expectSaid("it's", { id: 'the "key"' })
    await asTable(one)
    const added = request("SELECT 2 AS id, 'b' AS note")
    await writeTable(database.engine, { ...added, mode: 'deleteInsert', key: ['id'], indexes: [['id']] })
    await writeTable(database.engine, { ...added, mode: 'deleteInsert', key: ['id'] })
    await asTable("SELECT 'x' AS note", { fields: fieldsOf({ note: 'string' }), indexes: [] }).catch(() => undefined)
    await expectSaid("it's", { id: 'the "key"' })
    await run(database, 'CREATE VIEW reader AS SELECT id FROM r')
    await asTable(one, commented(undefined, { note: 'words' }))
    await expectSaid(undefined, { note: 'words' })
    await asTable(one)
    await expectSaid(undefined, { note: 'words' })
    await run(database, 'DROP VIEW reader')
    await asView(one, commented('now a view', { id: 'still the key' }))
    await expectSaid('now a view', { id: 'still the key' })
    await asView(one, commented('another', {}))
    await expectSaid('another', {})
  })
})
