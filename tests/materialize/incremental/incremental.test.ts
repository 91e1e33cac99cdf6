import { beforeEach, describe, expect, test } from 'vitest'
import { relationOf, toDataFrame } from '../../../src/frame/data-frame.ts'
import { lit, type MillraceError, Session, schema } from '../../../src/index.ts'
import { type Batch, instantText } from '../../../src/materialize/batches.ts'
import { type IncrementalBuild, materializeIncremental } from '../../../src/materialize/incremental.ts'
import { type MicrobatchBuild, materializeMicrobatch } from '../../../src/materialize/microbatch.ts'
import { materializeTable, materializeView } from '../../../src/materialize/relation.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { frameActions } from '../../../src/session/frame-actions.ts'
import { makeScope } from '../../../src/session/scope.ts'
import { onEveryEngine } from '../../support/databases.ts'
import { dropIfThere, rows, run, tables } from '../../write/writing.ts'

const Item = schema({ id: 'long?', qty: 'long?', at: 'timestamp?' })
type Item = [id: number | null, qty: number | null, at?: string | null]

onEveryEngine((database) => {
  const target = { schema: undefined, name: 'm' }
  const scope = (now = '2024-05-12T15:00:00Z') => makeScope(database.engine, { now: new Date(now) })
  const items = (...all: Item[]): Relation => {
    const given = all.map(([id, qty, at = '2024-05-10T00:00:00Z']) => ({ id, qty, at }))
    return relationOf(new Session(database.engine).createDataFrame(given, Item)) as Relation
  }
  const found = (sql = 'SELECT id, qty FROM m ORDER BY id, qty') => rows(database, sql)
  const build = (given: Partial<IncrementalBuild> & { build: IncrementalBuild['build'] }) =>
    materializeIncremental(scope(), { target, strategy: 'merge', key: ['id'], ...given } as IncrementalBuild)

  beforeEach(() => dropIfThere(database, 'm'))

  describe('strategies', () => {
    test('the first run builds all rows, later ones bring the new ones', async () => {
      const asked: boolean[] = []
      const one = (all: Relation, fresh: Relation) =>
        build({
          build: (incremental) => {
            asked.push(incremental)
            return incremental ? fresh : all
          },
        })
      expect(await one(items([1, 10], [2, 20]), items())).toMatchObject({ full: true, rowsInserted: 2 })
      expect(await one(items([9, 9]), items([2, 21], [3, 30]))).toMatchObject({
        full: false,
        rowsInserted: 1,
        rowsUpdated: 1,
      })
      expect(asked).toEqual([false, true])
      expect(await found()).toEqual([
        ['1', '10'],
        ['2', '21'],
        ['3', '30'],
      ])
      expect(await tables(database)).toEqual(['m'])
    })

    test('a view of that name gives way, and a full refresh replaces the table', async () => {
      await materializeView(scope(), { relation: items([7, 70]), target })
      expect(await build({ build: () => items([1, 10]) })).toMatchObject({ full: true })
      expect(await build({ build: () => items([2, 20]), fullRefresh: true })).toMatchObject({
        full: true,
        rowsInserted: 1,
        rowsDeleted: 1,
      })
      expect(await found()).toEqual([['2', '20']])
      // The unique index that merge needs is there again.
      expect(await build({ build: () => items([2, 21]) })).toMatchObject({ rowsUpdated: 1 })
    })

    test('append and deleteInsert', async () => {
      const append = { strategy: 'append', key: undefined } as never
      await build({ ...(append as object), build: () => items([1, 10]) })
      await build({ ...(append as object), build: () => items([1, 11]) })
      expect(await found()).toEqual([
        ['1', '10'],
        ['1', '11'],
      ])
      const replace = { strategy: 'deleteInsert' } as const
      expect(await build({ ...replace, build: () => items([1, 12], [2, 20]) })).toMatchObject({
        rowsInserted: 2,
        rowsDeleted: 2,
      })
      expect(await found()).toEqual([
        ['1', '12'],
        ['2', '20'],
      ])
    })

    test.each(['merge', 'deleteInsert'] as const)(
      '%s: keys that come twice or are NULL are errors, in the first run and later, and change nothing',
      async (strategy) => {
        const one = (...all: Item[]) => build({ strategy, build: () => items(...all) })
        for (const old of [false, true]) {
          if (old) await one([1, 10])
          await expect(one([2, 1], [2, 1])).rejects.toMatchObject({ code: 'DuplicateKey' })
          await expect(one([null, 1])).rejects.toMatchObject({ code: 'NullKey' })
          expect(await tables(database)).toEqual(old ? ['m'] : [])
        }
        expect(await found()).toEqual([['1', '10']])
        await expect(build({ strategy, key: [], build: () => items() })).rejects.toMatchObject({
          code: 'InvalidArgument',
        })
      },
    )

    test('changed columns: an error, new ones, common ones, or everything anew', async () => {
      const other = relationOf(new Session(database.engine).createDataFrame([{ id: 1, note: 'x' }])) as Relation
      const change = (onSchemaChange?: IncrementalBuild['onSchemaChange']) =>
        build({ onSchemaChange, build: () => other })
      await build({ build: () => items([1, 10]) })
      await expect(change()).rejects.toMatchObject({ code: 'SchemaChanged' })
      await change('ignore')
      expect(await found()).toEqual([['1', '10']])
      expect(await change('append')).toMatchObject({ full: false })
      expect(await found('SELECT id, qty, note FROM m')).toEqual([['1', '10', 'x']])
      expect(await change('fullRefresh')).toMatchObject({ full: true })
      expect(await found('SELECT * FROM m')).toEqual([['1', 'x']])
      expect(await change('fullRefresh')).toMatchObject({ full: false })
    })

    test('all rows are asked for only where columns have changed under fullRefresh', async () => {
      const calls: boolean[] = []
      const rowsOf = (id: number, note?: string): Relation => {
        const session = new Session(database.engine)
        const frame = session.createDataFrame(
          [{ id, at: { x: 1 } }] as never,
          schema({ id: 'long', at: 'struct<x:int>?' }) as never,
        )
        return relationOf(note === undefined ? frame : frame.withColumn('note', lit(note))) as Relation
      }
      const nested = (id: number, note?: string) =>
        build({
          onSchemaChange: 'fullRefresh',
          build: (incremental) => {
            calls.push(incremental)
            return rowsOf(id, note)
          },
        })
      expect(await nested(1)).toMatchObject({ full: true })
      expect(await nested(2)).toMatchObject({ full: false, rowsInserted: 1 })
      expect(await nested(3, 'x')).toMatchObject({ full: true })
      expect(await found('SELECT id, note FROM m')).toEqual([['3', 'x']])
      expect(calls).toEqual([false, true, true, false])
    })

    test('the new rows may come from the table itself', async () => {
      await build({ build: () => items([1, 10], [2, 20]) })
      const old = new Session(database.engine).table('m', Item)
      await build({ build: () => relationOf(old.withColumn('qty', (m) => m.qty.plus(1))) as Relation })
      expect(await found()).toEqual([
        ['1', '11'],
        ['2', '21'],
      ])
    })
  })

  describe('indexes', () => {
    const indexes = async () => {
      const on = database.engine
      return (await on.dependents({ schema: undefined, name: 'm' }, on)).indexes.map(({ name }) => name).sort()
    }
    const twice = () => items([1, 11], [1, 12])
    const append = { strategy: 'append', key: undefined } as Partial<IncrementalBuild>
    const asTable = () => materializeTable(scope(), { relation: twice(), target })

    test.each([
      ['append', () => build({ ...append, build: twice }), 3],
      ['append of more columns', () => build({ ...append, onSchemaChange: 'append', build: () => wider() }), 3],
      ['append in a full refresh', () => build({ ...append, fullRefresh: true, build: twice }), 2],
      ['a table', asTable, 2],
      [
        'a table below a view',
        async () => {
          await run(database, 'CREATE VIEW reads AS SELECT count(*) AS n FROM m')
          await asTable().finally(() => run(database, 'DROP VIEW reads'))
        },
        2,
      ],
      ['replacing by another key', () => build({ strategy: 'deleteInsert', key: ['qty'], build: twice }), 3],
    ] as const)('the one of a former merge does not outlive it: %s', async (_, next, expected) => {
      await build({ build: () => items([1, 10]), indexes: [['qty'], ['at']] })
      expect(await indexes()).toEqual(['m__at__idx', 'm__id__key', 'm__qty__idx'])
      // One that somebody else has made stays.
      await run(database, 'CREATE INDEX by_hand ON m (qty, id)')
      await next()
      expect(await found('SELECT count(*) FROM m')).toEqual([[String(expected)]])
      expect(await indexes()).toEqual(['by_hand'])
    })
    const wider = () => {
      const frame = toDataFrame(twice(), frameActions(scope()))
      return relationOf(frame.withColumn('note', lit('x'))) as Relation
    }

    test('what is asked for stays, and what is not does not', async () => {
      await build({ build: () => items([1, 10]), indexes: [['qty'], ['at']] })
      await build({ build: () => items([2, 20]), indexes: [['qty']] })
      expect(await indexes()).toEqual(['m__id__key', 'm__qty__idx'])
      await build({ strategy: 'deleteInsert', build: () => items([2, 21]), indexes: [['qty']] } as Parameters<
        typeof build
      >[0])
      expect(await indexes()).toEqual(['m__id__key', 'm__qty__idx'])
      expect(await build({ build: () => items([2, 22]), fullRefresh: true })).toMatchObject({ full: true })
      expect(await indexes()).toEqual(['m__id__key'])
      expect(await found()).toEqual([['2', '22']])
    })

    test('one made by hand that refuses the rows of a new table is named, with how to drop it', async () => {
      await build({ build: () => items([1, 10]) })
      await run(database, 'CREATE UNIQUE INDEX "by hand" ON m (id)')
      const error = await asTable().catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'WriteBlocked', message: expect.stringContaining('"by hand"') })
      expect(await found()).toEqual([['1', '10']])
      const drop = /DROP INDEX .*"by hand"/.exec(String((error as MillraceError).hint))?.[0] ?? ''
      await run(database, drop)
      await asTable()
      expect([await found(), await indexes()]).toEqual([
        [
          ['1', '11'],
          ['1', '12'],
        ],
        [],
      ])
    })

    // DuckDB overwrites nothing that a foreign key points to.
    test.skipIf(database.dialect === 'duckdb')('what a foreign key points to stays unique', async () => {
      await build({ build: () => items([1, 10]) })
      await run(database, 'CREATE TABLE child (m_id bigint REFERENCES m (id))', 'INSERT INTO child VALUES (1)')
      try {
        await materializeTable(scope(), { relation: items([1, 11]), target })
        expect([await found(), await indexes()]).toEqual([[['1', '11']], ['m__id__key']])
      } finally {
        await run(database, 'DROP TABLE child')
      }
    })
  })

  describe('a part of the inputs', () => {
    test.each(['append', 'merge', 'deleteInsert'] as const)(
      '%s: of nothing no row of a table changes, whatever the query makes of it',
      async (strategy) => {
        const one = (given: Partial<IncrementalBuild> & { build: IncrementalBuild['build'] }) =>
          build({ strategy, part: 'empty', ...given } as IncrementalBuild)
        expect(await one({ build: () => items() })).toMatchObject({ full: true, rowsInserted: 0 })
        await build({ strategy, build: () => items([1, 10], [2, 20]) } as Parameters<typeof build>[0])
        const none = { full: false, rowsInserted: 0, rowsUpdated: 0, rowsDeleted: 0 }
        expect(await one({ build: () => items([1, 11], [3, 30]) })).toMatchObject(none)
        expect(await found()).toEqual([
          ['1', '10'],
          ['2', '20'],
        ])
        // What is wrong with the query or its columns is told nevertheless.
        const other = relationOf(new Session(database.engine).createDataFrame([{ id: 1, note: 'x' }])) as Relation
        await expect(one({ build: () => other })).rejects.toMatchObject({ code: 'SchemaChanged' })
        const rebuild = { onSchemaChange: 'fullRefresh', build: () => other } as const
        for (const part of ['empty', 'sample'] as const) {
          await expect(one({ ...rebuild, part })).rejects.toMatchObject({
            code: 'SchemaChanged',
            hint: expect.stringContaining(`--full-refresh --${part}`),
          })
        }
        expect(await found()).toEqual([
          ['1', '10'],
          ['2', '20'],
        ])
        expect(await one({ ...rebuild, fullRefresh: true })).toMatchObject({ full: true })
      },
    )
  })

  describe('batches', () => {
    let done: Set<string>
    let told: string[]
    beforeEach(() => {
      done = new Set()
      told = []
    })
    const day = (batch: Batch) => instantText(batch.start).slice(8, 10)
    const all: Item[] = [
      [1, 1, '2024-05-10T03:00:00Z'],
      [2, 2, '2024-05-11T00:00:00Z'],
      [3, 3, '2024-05-12T12:00:00Z'],
    ]
    const within = ({ start, end }: Batch, given: readonly Item[]) =>
      items(...given.filter(([, , at]) => !at || (new Date(at) >= start && new Date(at) < end)))
    const batches = (given: readonly Item[], options: Partial<MicrobatchBuild> = {}, now?: string) =>
      materializeMicrobatch(scope(now), {
        target,
        eventTime: 'at',
        batch: 'day',
        begin: new Date('2024-05-10'),
        build: (batch) => within(batch, given),
        stateOf: (batch) => (done.has(day(batch)) ? 'done' : undefined),
        onStart: (due, full) => {
          if (full) done.clear()
          for (const batch of due) done.delete(day(batch))
        },
        onBatch: (batch, isDone) => {
          told.push(day(batch))
          if (isDone) done.add(day(batch))
        },
        ...options,
      })

    test('the first run builds all from the beginning, later ones what is due', async () => {
      expect(await batches(all)).toMatchObject({ full: true, rowsInserted: 3 })
      expect([told, [...done]]).toEqual([
        ['10', '11', '12'],
        ['10', '11'],
      ])
      told = []
      const late: Item[] = [...all, [4, 4, '2024-05-10T04:00:00Z'], [5, 5, '2024-05-11T04:00:00Z']]
      expect(await batches(late)).toMatchObject({ full: false, rowsInserted: 3, rowsDeleted: 2 })
      expect(told).toEqual(['11', '12'])
      expect((await found('SELECT id FROM m ORDER BY id')).flat()).toEqual(['1', '2', '3', '5'])
    })

    test('what no run came by for, or whose time was not over, is made up', async () => {
      await batches(all)
      told = []
      await batches(
        [...all, [4, 4, '2024-05-12T23:00:00Z'], [5, 5, '2024-05-13T01:00:00Z']],
        { lookback: 0 },
        '2024-05-15T10:00:00Z',
      )
      expect(told).toEqual(['12', '13', '14', '15'])
      expect((await found('SELECT id FROM m ORDER BY id')).flat()).toEqual(['1', '2', '3', '4', '5'])
    })

    test('a batch that fails leaves the others alone, and is made up by the next run', async () => {
      const failing = (batch: Batch) => {
        if (day(batch) === '11') throw new Error('no such day')
        return within(batch, all)
      }
      const error = await batches(all, { build: failing }).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({
        code: 'BatchesFailed',
        message: expect.stringContaining('the day of 2024-05-11T00:00:00Z was not written to m: no such day'),
        failures: [{ start: new Date('2024-05-11'), end: new Date('2024-05-12'), error: expect.any(Error) }],
      })
      expect((await found('SELECT id FROM m ORDER BY id')).flat()).toEqual(['1', '3'])
      told = []
      await batches(all, { lookback: 0 })
      expect(told).toEqual(['11', '12'])
      expect((await found('SELECT id FROM m ORDER BY id')).flat()).toEqual(['1', '2', '3'])
    })

    test('an attempt that follows in the same run computes the failed ones alone', async () => {
      await batches(all)
      told = []
      await batches(all, { stateOf: (batch) => (day(batch) === '12' ? undefined : 'fresh') })
      expect(told).toEqual(['12'])
    })

    test('a batch that was done and fails is no longer done', async () => {
      await batches(all, { lookback: 0 }, '2024-05-13T00:00:00Z')
      expect([...done]).toEqual(['10', '11', '12'])
      await expect(
        batches(all, { lookback: 2, build: () => items([1, 1, '2024-05-01T00:00:00Z']) }, '2024-05-13T00:00:00Z'),
      ).rejects.toMatchObject({ code: 'BatchesFailed', hint: expect.stringContaining('2 more were not tried') })
      expect([...done]).toEqual([])
    })

    test('rows without an event time, or of another batch, are errors', async () => {
      await expect(batches([...all, [9, 9, null]])).rejects.toMatchObject({
        code: 'BatchesFailed',
        message: expect.stringContaining('"at" is NULL in 1 row'),
      })
      await expect(batches(all, { build: () => items(...all) })).rejects.toMatchObject({
        message: expect.stringContaining('2 rows lie outside of the day'),
      })
      expect(await tables(database)).toEqual([])
    })

    test('a range computes its batches and no others; a full refresh all of them', async () => {
      await batches(all)
      told = []
      await batches(all, { range: { start: new Date('2024-05-10T06:00:00Z'), end: new Date('2024-05-11T06:00:00Z') } })
      expect(told).toEqual(['10', '11'])
      told = []
      await run(database, 'DELETE FROM m')
      expect(await batches(all, { fullRefresh: true })).toMatchObject({ full: true })
      expect(told).toEqual(['10', '11', '12'])
      expect(await found('SELECT count(*) FROM m')).toEqual([['3']])
      const backwards = { range: { start: new Date('2024-05-12'), end: new Date('2024-05-11') } }
      await expect(batches(all, backwards)).rejects.toMatchObject({ code: 'InvalidArgument' })
    })

    test('what is built of a part of the inputs is not done, and of nothing no batch goes', async () => {
      for (const part of ['empty', 'sample'] as const) {
        await dropIfThere(database, 'm')
        await batches(part === 'empty' ? [] : all.slice(1), { part })
        expect([...done]).toEqual([])
        // The next run makes up for all of it.
        told = []
        await batches(all)
        expect([told, [...done]]).toEqual([
          ['10', '11', '12'],
          ['10', '11'],
        ])
        expect((await found('SELECT id FROM m ORDER BY id')).flat()).toEqual(['1', '2', '3'])
      }
      told = []
      expect(await batches([], { part: 'empty' })).toMatchObject({ full: false, batches: [], rowsDeleted: 0 })
      const range = { start: new Date('2024-05-10'), end: new Date('2024-05-12') }
      expect(await batches(all, { part: 'empty', range })).toMatchObject({ rowsInserted: 0, rowsDeleted: 0 })
      expect([told, [...done]]).toEqual([[], ['10', '11']])
      expect((await found('SELECT id FROM m ORDER BY id')).flat()).toEqual(['1', '2', '3'])
      // A sample takes the place of the batches that it computes, until a run of all rows comes by.
      await batches([], { part: 'sample' })
      expect([told, [...done]]).toEqual([['11', '12'], ['10']])
      await batches(all, { lookback: 0 })
      expect((await found('SELECT id FROM m ORDER BY id')).flat()).toEqual(['1', '2', '3'])
      const other = relationOf(new Session(database.engine).createDataFrame([{ id: 1, note: 'x' }])) as Relation
      for (const part of ['empty', 'sample'] as const) {
        await expect(batches(all, { part, build: () => other, onSchemaChange: 'fullRefresh' })).rejects.toMatchObject({
          code: 'SchemaChanged',
          hint: expect.stringContaining(`--full-refresh --${part}`),
        })
      }
      expect((await found('SELECT id FROM m ORDER BY id')).flat()).toEqual(['1', '2', '3'])
      await batches(all, { part: 'empty', fullRefresh: true, build: () => items() })
      expect([await found(), [...done]]).toEqual([[], []])
    })

    test('a beginning that lies ahead makes an empty table', async () => {
      expect(await batches(all, { begin: new Date('2025-01-01') })).toMatchObject({
        full: true,
        batches: [expect.any(Object)],
      })
      expect([told, await found('SELECT count(*) FROM m')]).toEqual([[], [['0']]])
    })
  })
})
