/** What a snapshot refuses, in words that help, and with nothing changed. */
import { describe, expect, test } from 'vitest'
import type { Engine } from '../../../src/engine/engine.ts'
import {
  DuplicateKey,
  InvalidArgument,
  InvalidName,
  NotASnapshot,
  NullKey,
  SchemaChanged,
  TypeMismatch,
  UnknownColumn,
} from '../../../src/index.ts'
import { onEveryEngine } from '../../support/databases.ts'
import type { Rules, Source } from './model.ts'
import { readAll, take } from './taking.ts'

const byTime: Rules = {
  key: ['site', 'id'],
  strategy: 'timestamp',
  updatedAt: 'seen',
  checked: 'all',
  hardDeletes: 'ignore',
}
const byColumns: Rules = { key: ['site', 'id'], strategy: 'check', checked: ['name'], hardDeletes: 'ignore' }
const columns = [
  ['site', 'string'],
  ['id', 'long'],
  ['name', 'string'],
  ['seen', 'timestamp'],
] as const
const source = (
  ...rows: [site: string | null, id: number | null, name: string | null, seen: string | null][]
): Source => ({
  columns,
  rows: rows.map(([site, id, name, seen]) => ({ site, id, name, seen })),
})
const EARLY = '2024-02-01T00:00:00.000000Z'
const LATE = '2024-02-09T00:00:00.000000Z'
const NOW = '2024-03-01T00:00:00Z'
const good = source(['n', 1, 'ash', EARLY], ['s', 1, 'birch', EARLY])

onEveryEngine((database) => {
  const refused = async (table: string, from: Source, rules: Rules): Promise<Error & { hint?: string }> => {
    const engine: Engine = database.engine
    const before = await engine.listTables(undefined)
    const error = await take(engine, table, from, rules, NOW).then(
      () => undefined,
      (thrown: Error) => thrown,
    )
    expect(await engine.listTables(undefined)).toEqual(before)
    return error as Error
  }

  describe('before any transaction', () => {
    const told = (name: string, rules: Partial<Rules>, type: unknown, message: RegExp, hint = /./, from = good) =>
      test(name, async () => {
        const error = await refused('never', from, { ...byTime, ...rules })
        expect(error).toBeInstanceOf(type)
        expect(error.message).toMatch(message)
        expect(error.hint).toMatch(hint)
      })
    told(
      'a key that the source has not',
      { key: ['site', 'idd'] },
      UnknownColumn,
      /key of the snapshot "never".*"idd"/,
      /Did you mean "id"/,
    )
    told('no key', { key: [] }, InvalidArgument, /has no key/)
    told('a time that the source has not', { updatedAt: 'sen' }, UnknownColumn, /updatedAt.*"sen"/, /"seen"/)
    told('a time that is none', { updatedAt: 'name' }, TypeMismatch, /"name", is of type string/, /cast/)
    told(
      'checked columns that the source has not',
      { ...byColumns, checked: ['nam'] },
      UnknownColumn,
      /"nam"/,
      /"name"/,
    )
    told('no checked columns', { ...byColumns, checked: [] }, InvalidArgument, /checks no columns/)
    const renamed = (name: string): Source => ({
      columns: [...columns, [name, 'string']],
      rows: good.rows.map((row) => ({ ...row, [name]: 'x' })),
    })
    for (const name of ['valid_from', 'valid_to', 'scd_id', 'updated_at'])
      told(`a column called ${name}`, {}, InvalidName, new RegExp(`"${name}"`), /rename it/, renamed(name))
    told(
      'a column called is_deleted',
      { hardDeletes: 'newRecord' },
      InvalidName,
      /"is_deleted"/,
      /rename/,
      renamed('is_deleted'),
    )
    const json: Source = {
      columns: [...columns, ['doc', 'json']],
      rows: good.rows.map((row) => ({ ...row, doc: '{}' })),
    }
    told('a key of documents', { key: ['doc'] }, TypeMismatch, /"doc".*json/, /cast/, json)
  })

  test('a source column called is_deleted, where no row tells of deletions', async () => {
    const flagged: Source = {
      columns: [...columns, ['is_deleted', 'boolean']],
      rows: good.rows.map((row) => ({ ...row, is_deleted: true })),
    }
    await take(database.engine, 'flagged', flagged, { ...byTime, hardDeletes: 'invalidate' }, NOW)
    const told = await take(database.engine, 'flagged', flagged, { ...byTime, hardDeletes: 'invalidate' }, NOW)
    expect([told.rowsInserted, told.rowsUpdated]).toEqual([0, 0])
  })

  describe('with a table that exists', () => {
    const unchanged = async (table: string, from: Source, rules: Rules): Promise<Error & { hint?: string }> => {
      const before = await readAll(database.engine, table)
      const error = await refused(table, from, rules)
      expect(await readAll(database.engine, table)).toEqual(before)
      return error
    }
    const kept = async (rules: Rules = byTime) => {
      await database.engine.execute({ sql: 'DROP TABLE IF EXISTS kept', bindings: [] })
      await take(database.engine, 'kept', good, rules, NOW)
    }

    test('a key twice', async () => {
      await kept()
      const error = await unchanged(
        'kept',
        source(['n', 1, 'ash', EARLY], ['n', 2, 'a', LATE], ['n', 2, 'b', LATE]),
        byTime,
      )
      expect(error).toBeInstanceOf(DuplicateKey)
      expect(error.message).toBe('2 rows for the snapshot "kept" have the key site = "n", id = 2')
    })

    test.each([
      ['long', '9007199254740993', '"9007199254740993"'],
      ['binary', new Uint8Array([1, 255]), '0x01ff'],
      ['date', '2024-02-29', '"2024-02-29"'],
    ])('a key of %s twice', async (type, id, text) => {
      const from: Source = { columns: [['id', type]], rows: [{ id: id as string }, { id: id as string }] }
      const error = await refused('never', from, { ...byColumns, key: ['id'], checked: 'all' })
      expect(error).toBeInstanceOf(DuplicateKey)
      expect(error.message).toBe(`2 rows for the snapshot "never" have the key id = ${text}`)
    })

    test('no key', async () => {
      await kept(byColumns)
      const error = await unchanged('kept', source(['n', null, 'ash', EARLY]), byColumns)
      expect(error).toBeInstanceOf(NullKey)
      expect(error.message).toBe('a row for the snapshot "kept" has no "id": its key is site = "n", id = null')
    })

    test('no time', async () => {
      await kept()
      const error = await unchanged('kept', source(['n', 1, 'ash', LATE], ['n', 2, 'ash', null]), byTime)
      expect(error).toBeInstanceOf(NullKey)
      expect(error.message).toBe('a row for the snapshot "kept" has no "seen": its key is site = "n", id = 2')
    })

    test('a column of another type', async () => {
      await kept()
      const from: Source = {
        columns: columns.map(([name, type]) => [name, name === 'name' ? 'long' : type]),
        rows: [{ site: 'n', id: 1, name: 7, seen: LATE }],
      }
      const error = await unchanged('kept', from, byTime)
      expect(error).toBeInstanceOf(SchemaChanged)
      expect(error.message).toMatch(/"name" is string in the table and long in the frame/)
    })

    test('a table that is no snapshot', async () => {
      await database.engine.execute({ sql: 'CREATE TABLE plain (site varchar(9), id bigint)', bindings: [] })
      const error = await unchanged('plain', good, byTime)
      expect(error).toBeInstanceOf(NotASnapshot)
      expect(error.message).toMatch(/no column scd_id, updated_at, valid_from, valid_to/)
    })

    test('a view', async () => {
      await database.engine.execute({ sql: 'CREATE VIEW seen AS SELECT 1 AS id', bindings: [] })
      const error = await refused('seen', good, byTime)
      expect(error).toBeInstanceOf(NotASnapshot)
      expect(error.message).toBe('"seen" is a view: a snapshot is kept in a table')
    })

    test('deletions that its rows cannot tell of', async () => {
      await kept()
      const error = await unchanged('kept', good, { ...byTime, hardDeletes: 'newRecord' })
      expect(error).toBeInstanceOf(NotASnapshot)
      expect(error.hint).toMatch(/taken without hardDeletes: 'newRecord'/)
    })

    test('two open rows of one key', async () => {
      await kept()
      await database.engine.execute({ sql: 'INSERT INTO kept SELECT * FROM kept', bindings: [] })
      const error = await unchanged('kept', source(['n', 1, 'other', LATE]), byTime)
      expect(error).toBeInstanceOf(NotASnapshot)
      expect(error.message).toMatch(/2 rows without valid_to for the key site = "n", id = 1$/)
    })
  })
})
