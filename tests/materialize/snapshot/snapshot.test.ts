/** What a snapshot remembers, beyond the histories that chance makes. */
import { expect, test } from 'vitest'
import { relationOf } from '../../../src/frame/data-frame.ts'
import { type Schema, Session, schema } from '../../../src/index.ts'
import { type SnapshotRequest, takeSnapshot } from '../../../src/materialize/snapshot/index.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { makeScope, type RecordedStatement } from '../../../src/session/scope.ts'
import { onEveryEngine } from '../../support/databases.ts'

const day = (number: number): Date => new Date(Date.UTC(2024, 2, number))

/** By the kind of the key, as the first engine made them: all make the same. */
const idsOf = new Map<string, readonly string[]>()

onEveryEngine((database) => {
  const session = () => new Session(database.engine)
  /** A snapshot of these rows on a day of March. */
  async function take<R>(
    name: string,
    of: Schema<R>,
    rows: readonly object[],
    on: number,
    how: Partial<SnapshotRequest> = {},
  ): Promise<[inserted: number, ended: number]> {
    const scope = makeScope(database.engine, { now: day(on) })
    const { rowsInserted, rowsUpdated } = await takeSnapshot(scope, {
      source: relationOf(session().createDataFrame(rows as never, of)) as Relation,
      target: { schema: undefined, name },
      key: ['id'],
      strategy: { kind: 'check', columns: 'all' },
      ...how,
    })
    return [rowsInserted, rowsUpdated]
  }

  const kinds: Readonly<Record<string, readonly [type: string, one: unknown, other: unknown]>> = {
    boolean: ['boolean?', true, false],
    int: ['int?', 1, 2],
    long: ['long?', 9007199254740993n, 9007199254740992n],
    double: ['double?', 0.1, 0.1 + 2 ** -50],
    decimal: ['decimal(10,2)?', '1.10', '1.11'],
    'text by case': ['string?', 'ash', 'ASH'],
    'text by a last space': ['string?', 'ash', 'ash '],
    'text and none': ['string?', '', null],
    binary: ['binary?', new Uint8Array([1, 2]), new Uint8Array([1, 3])],
    date: ['date?', '2024-02-28', '2024-02-29'],
    timestamp: ['timestamp?', '2024-02-28T00:00:00.000001Z', '2024-02-28T00:00:00.000002Z'],
    json: ['json?', { a: [1, 'x'] }, { a: [1, 'y'] }],
    array: ['array<long>?', [1, 2], [2, 1]],
    'nested array': ['array<array<string>>?', [['a'], []], [['a']]],
    map: ['map<string,long>?', new Map([['a', 1]]), new Map([['a', 2]])],
    struct: ['struct<a:long,b:string>?', { a: 1, b: 'x' }, { a: 1, b: 'y' }],
  }
  test.each(Object.entries(kinds))('a change of %s is one, and no change is none', async (name, [type, one, other]) => {
    const of = schema({ id: 'long', value: type } as never)
    const table = `of ${name}`
    expect(
      await take(
        table,
        of,
        [
          { id: 1, value: one },
          { id: 2, value: null },
        ],
        1,
      ),
    ).toEqual([2, 0])
    expect(
      await take(
        table,
        of,
        [
          { id: 1, value: one },
          { id: 2, value: null },
        ],
        2,
      ),
    ).toEqual([0, 0])
    expect(
      await take(
        table,
        of,
        [
          { id: 1, value: other },
          { id: 2, value: null },
        ],
        3,
      ),
    ).toEqual([1, 1])
    expect(
      await take(
        table,
        of,
        [
          { id: 1, value: other },
          { id: 2, value: one },
        ],
        4,
      ),
    ).toEqual([1, 1])
    expect(
      await take(
        table,
        of,
        [
          { id: 1, value: null },
          { id: 2, value: one },
        ],
        5,
      ),
    ).toEqual(other === null ? [0, 0] : [1, 1])
  })

  const keys: Readonly<Record<string, readonly [type: string, ...values: unknown[]]>> = {
    text: ['string', 'a', 'A', 'a ', '\u00e1', 'a\u0301', ''],
    boolean: ['boolean', true, false],
    double: ['double', 0.1, 1, 1e300],
    decimal: ['decimal(10,2)', '1.10', '1.01'],
    binary: ['binary', new Uint8Array([255]), new Uint8Array([]), new Uint8Array([254])],
    date: ['date', '2024-02-28', '2024-02-29'],
    timestamp: ['timestamp', '2024-02-28T00:00:00.000001Z', '2024-02-28T00:00:00Z'],
  }
  test.each(Object.entries(keys))('a key of %s', async (name, [type, ...values]) => {
    const of = schema({ id: type, value: 'long' } as never)
    const table = `by ${name}`
    const rows = values.map((id, place) => ({ id, value: place }))
    expect(await take(table, of, rows, 1, { hardDeletes: 'newRecord' })).toEqual([values.length, 0])
    expect(await take(table, of, rows, 2, { hardDeletes: 'newRecord' })).toEqual([0, 0])
    expect(await take(table, of, rows.slice(1), 3, { hardDeletes: 'newRecord' })).toEqual([1, 1])
    expect(await take(table, of, rows, 4, { hardDeletes: 'newRecord' })).toEqual([1, 1])
    const found = await session().table(table).orderBy('value', 'valid_from').select('scd_id').collect()
    const ids = found.map((row) => String(row.scd_id))
    expect(new Set(ids).size).toBe(values.length + 2)
    expect(ids).toEqual(idsOf.get(name) ?? ids)
    idsOf.set(name, ids)
  })

  test("a source's own updated_at serves as the snapshot's", async () => {
    const of = schema({ id: 'long', updated_at: 'timestamp' })
    const how: Partial<SnapshotRequest> = {
      strategy: { kind: 'timestamp', updatedAt: 'updated_at' },
      hardDeletes: 'newRecord',
    }
    await take(
      'own',
      of,
      [
        { id: 1, updated_at: day(1) },
        { id: 2, updated_at: day(1) },
      ],
      2,
      how,
    )
    expect(await take('own', of, [{ id: 1, updated_at: day(3) }], 4, how)).toEqual([2, 2])
    expect(await take('own', of, [{ id: 1, updated_at: day(3) }], 5, how)).toEqual([0, 0])
    const found = session().table('own')
    expect(await found.columns()).toEqual(['id', 'updated_at', 'scd_id', 'valid_from', 'valid_to', 'is_deleted'])
    expect(await found.drop('scd_id').orderBy('id', 'valid_from').collect()).toEqual([
      { id: 1, updated_at: day(1), valid_from: day(1), valid_to: day(3), is_deleted: false },
      { id: 1, updated_at: day(3), valid_from: day(3), valid_to: null, is_deleted: false },
      { id: 2, updated_at: day(1), valid_from: day(1), valid_to: day(4), is_deleted: false },
      { id: 2, updated_at: day(4), valid_from: day(4), valid_to: null, is_deleted: true },
    ])
  })

  test('who told of deletions and does so no more still knows who is gone', async () => {
    const of = schema({ id: 'long' })
    await take('told', of, [{ id: 1 }, { id: 2 }], 1, { hardDeletes: 'newRecord' })
    await take('told', of, [{ id: 1 }], 2, { hardDeletes: 'newRecord' })
    expect(await take('told', of, [{ id: 1 }], 3, { hardDeletes: 'invalidate' })).toEqual([0, 0])
    expect(await take('told', of, [{ id: 1 }, { id: 2 }], 4)).toEqual([1, 1])
    const found = await session()
      .table('told')
      .filter((row) => row.id.eq(2))
      .orderBy('valid_from')
      .collect()
    expect(found.map((row) => [row.valid_from, row.valid_to, row.is_deleted])).toEqual([
      [day(1), day(2), false],
      [day(2), day(4), true],
      [day(4), null, false],
    ])
  })

  test.each(['invalidate', 'newRecord'] as const)(
    'of a part of the source nobody is gone, with %s',
    async (hardDeletes) => {
      const of = schema({ id: 'long', value: 'long' })
      const table = `part ${hardDeletes}`
      const [one, two] = [
        { id: 1, value: 1 },
        { id: 2, value: 2 },
      ]
      const changed = { id: 1, value: 10 }
      expect(await take(table, of, [one], 1, { hardDeletes, part: 'empty' })).toEqual([0, 0])
      expect(await take(table, of, [one, two], 2, { hardDeletes })).toEqual([2, 0])
      expect(await take(table, of, [changed], 3, { hardDeletes, part: 'empty' })).toEqual([0, 0])
      expect(await take(table, of, [changed], 3, { hardDeletes, part: 'sample' })).toEqual([1, 1])
      expect(await take(table, of, [changed], 4, { hardDeletes })).toEqual(
        hardDeletes === 'newRecord' ? [1, 1] : [0, 1],
      )
    },
  )

  test('a new column is a change of every row, where it is checked; one that is gone, of none', async () => {
    const narrow = schema({ id: 'long', name: 'string' })
    const wide = schema({ id: 'long', name: 'string', color: 'string?' })
    const row = { id: 1, name: 'ash' }
    for (const [columns, changes] of [
      ['all', [1, 1]],
      [['name'], [0, 0]],
    ] as const) {
      const table = `widened by ${columns}`
      const how: Partial<SnapshotRequest> = { strategy: { kind: 'check', columns } }
      await take(table, narrow, [row], 1, how)
      expect(await take(table, wide, [{ ...row, color: null }], 2, how)).toEqual(changes)
      expect(await take(table, wide, [{ ...row, color: null }], 3, how)).toEqual([0, 0])
      expect(await take(table, narrow, [row], 4, how)).toEqual([0, 0])
      expect(await take(table, narrow, [{ ...row, name: 'birch' }], 5, how)).toEqual([1, 1])
      expect((await session().table(table).columns()).at(-1)).toBe('color')
    }
  })

  test('names of all sorts', async () => {
    const long = 'x'.repeat(63)
    const names = { valid_from_open: 1, id_open: 2, id_open_: 3, ended_at: 4, rows: 5, 'a "b" ? $1': 6, [long]: 7 }
    const of = schema(Object.fromEntries(['id', ...Object.keys(names)].map((name) => [name, 'long'])) as never)
    const how = { key: ['id', 'ended_at', 'rows', long], hardDeletes: 'newRecord' } as const
    const row = { id: 1, ...names }
    expect(await take('a "table" ?', of, [row], 1, how)).toEqual([1, 0])
    expect(await take('a "table" ?', of, [{ ...row, id_open: 9 }], 2, how)).toEqual([1, 1])
    expect(await take('a "table" ?', of, [], 3, how)).toEqual([1, 1])
  })

  test('a snapshot of a frame that reads it', async () => {
    const of = schema({ id: 'long', value: 'long' })
    await take('self', of, [{ id: 1, value: 1 }], 1)
    const now = session()
      .table('self')
      .filter((row) => row.valid_to.isNull())
    const source = relationOf(now.select('id', (row) => row.value.plus(1).as('value'))) as Relation
    const scope = makeScope(database.engine, { now: day(2) })
    const request = {
      source,
      target: { schema: undefined, name: 'self' },
      key: ['id'],
      strategy: { kind: 'check', columns: 'all' },
    } as const
    expect(await takeSnapshot(scope, request)).toMatchObject({ rowsInserted: 1, rowsUpdated: 1, rowsDeleted: 0 })
    expect(await session().table('self').orderBy('value').select('value').collect()).toEqual([
      { value: 1 },
      { value: 2 },
    ])
  })

  test('says what it means, where the engine has comments', async () => {
    const of = schema({ id: 'long' })
    const comments = { relation: 'who was when', columns: { id: 'a number', valid_to: 'up to but without' } }
    await take('meant', of, [{ id: 1 }], 1, { comments })
    await take('meant', of, [{ id: 2 }], 2, { comments })
    const said = await database.engine.comments?.({ schema: undefined, name: 'meant' }, database.engine)
    expect(said && { relation: said.relation, columns: Object.fromEntries(said.columns) }).toEqual(
      database.engine.comments && comments,
    )
  })

  test('two that begin at once make one table', async () => {
    const of = schema({ id: 'long' })
    const both = await Promise.all([1, 2].map(() => take('both', of, [{ id: 1 }, { id: 2 }], 1)))
    expect(both.map(([inserted]) => inserted).sort()).toEqual([0, 2])
  })

  test('inside a transaction that is given up, nothing stays', async () => {
    const of = schema({ id: 'long' })
    await take('given', of, [{ id: 1 }], 1)
    const giveUp = database.engine.transaction(async (on) => {
      const scope = makeScope(database.engine, { now: day(2) }, on)
      const source = relationOf(new Session(database.engine).createDataFrame([{ id: 2 }], of)) as Relation
      const told = await takeSnapshot(scope, {
        source,
        target: { schema: undefined, name: 'given' },
        key: ['id'],
        strategy: { kind: 'check', columns: 'all' },
      })
      expect(told.rowsInserted).toBe(1)
      throw new Error('no')
    })
    await expect(giveUp).rejects.toThrow('no')
    expect(await session().table('given').count()).toBe(1)
  })

  test('told, not taken', async () => {
    const told: RecordedStatement[] = []
    const scope = makeScope(database.engine, { record: (statement) => told.push(statement) })
    const source = relationOf(session().createDataFrame([{ id: 1 }])) as Relation
    const result = await takeSnapshot(scope, {
      source,
      target: { schema: undefined, name: 'nowhere' },
      key: ['id'],
      strategy: { kind: 'check', columns: 'all' },
    })
    expect(result).toEqual({ rowsInserted: 0, rowsUpdated: 0, rowsDeleted: 0, durationMs: 0 })
    expect(told.map(({ what }) => what)).toEqual(["snapshot('nowhere')"])
    expect(await database.engine.tableInfo({ schema: undefined, name: 'nowhere' })).toBeUndefined()
  })
})
