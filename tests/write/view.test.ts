import { beforeEach, expect, test } from 'vitest'
import { onEveryEngine } from '../support/databases.ts'
import { rows, run, statement, tables, view, write } from './writing.ts'

const ID = { id: 'long' }

onEveryEngine((database) => {
  beforeEach(async () => {
    for (const name of ['reader', 'v']) await run(database, `DROP VIEW IF EXISTS ${name}`)
    await run(database, 'DROP TABLE IF EXISTS t')
    await write(database.engine, 't', { id: 'long', on_day: 'date?' }, 'SELECT 1 AS id, NULL AS on_day', {
      mode: 'overwrite',
    }).catch(() =>
      write(database.engine, 't', { id: 'long', on_day: 'date?' }, 'SELECT 1 AS id, NULL::date AS on_day', {
        mode: 'overwrite',
      }),
    )
  })

  test('creates, and replaces with other columns', async () => {
    expect(await view(database.engine, 'v', ID, 'SELECT id FROM t')).toMatchObject({ rowsInserted: 0, rowsDeleted: 0 })
    await view(database.engine, 'v', { twice: 'long' }, 'SELECT id * 2 AS twice FROM t')
    expect(await rows(database, 'SELECT twice FROM v')).toEqual([['2']])
    expect(await tables(database)).toEqual(['t', 'v'])
  })

  test('values become literals, whatever they hold', async () => {
    const nasty = `it's ? $1 -- "x" /* */ ;`
    const types = { a: 'string', b: 'long', c: 'double' }
    const select =
      database.dialect === 'sqlite'
        ? statement(`SELECT ? AS a, ? AS b, ? / 2.0 AS c, '?' AS "d?" -- ?`, nasty, -(2n ** 63n), 7)
        : statement(
            `SELECT $1::text AS a, $2::bigint AS b, $3::float8 / 2.0 AS c, '$4' AS "d$5" -- $6`,
            nasty,
            -(2n ** 63n),
            7,
          )
    await view(database.engine, 'v', { ...types, [database.dialect === 'sqlite' ? 'd?' : 'd$5']: 'string' }, select)
    expect((await rows(database, 'SELECT a, b, c FROM v'))[0]).toEqual([nasty, '-9223372036854775808', '3.5'])
  })

  test('the catalogue knows the types of its columns, computed ones too', async () => {
    const boolean = database.dialect === 'sqlite' ? 'id = 1' : '(id = 1)'
    const types = { id: 'long', 'is/one': 'boolean', on_day: 'date' }
    await view(database.engine, 'v', types, `SELECT id, ${boolean} AS "is/one", on_day FROM t`)
    const info = await database.engine.tableInfo({ schema: undefined, name: 'v' })
    expect(info?.kind).toBe('view')
    expect(info?.fields.map((field) => [field.name, field.type.kind])).toEqual(Object.entries(types))
  })

  test('a table is not replaced by a view, nor written through one', async () => {
    await expect(view(database.engine, 't', ID, 'SELECT 1 AS id')).rejects.toMatchObject({ code: 'WriteBlocked' })
    await view(database.engine, 'v', ID, 'SELECT id FROM t')
    for (const mode of ['append', 'overwrite'] as const) {
      await expect(write(database.engine, 'v', ID, 'SELECT 1 AS id', { mode })).rejects.toMatchObject({
        code: 'WriteBlocked',
      })
    }
    await expect(write(database.engine, 'v', ID, 'SELECT 1 AS id')).rejects.toMatchObject({ code: 'TableExists' })
  })

  test('a view that would read itself is refused, and the old one stays', async () => {
    await view(database.engine, 'v', ID, 'SELECT id FROM t')
    await expect(view(database.engine, 'v', ID, 'SELECT id FROM v')).rejects.toMatchObject({
      code: 'WriteBlocked',
      message: expect.stringContaining('read itself'),
    })
    expect(await rows(database, 'SELECT id FROM v')).toEqual([['1']])
  })

  test('a view of a missing table fails, and leaves nothing', async () => {
    await expect(view(database.engine, 'v', ID, 'SELECT id FROM missing')).rejects.toMatchObject({
      code: 'DatabaseError',
    })
    expect(await tables(database)).toEqual(['t'])
  })

  test('a view that another one reads keeps its columns', async () => {
    await view(database.engine, 'v', ID, 'SELECT id FROM t')
    await view(database.engine, 'reader', ID, 'SELECT id FROM v')
    await view(database.engine, 'v', ID, 'SELECT id + 1 AS id FROM t')
    expect(await rows(database, 'SELECT id FROM reader')).toEqual([['2']])
  })
})
