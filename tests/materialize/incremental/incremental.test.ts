/** Tables that runs bring new rows to. */
import { describe, expect, test } from 'vitest'
import { relationOf } from '../../../src/frame/data-frame.ts'
import { lit, Session, schema } from '../../../src/index.ts'
import type { IncrementalBuild } from '../../../src/materialize/incremental.ts'
import { materializeView } from '../../../src/materialize/relation.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { onEveryEngine } from '../../support/databases.ts'
import { tables } from '../../write/writing.ts'
import { Item, itemsOn } from './items.ts'

onEveryEngine((database) => {
  const { build, found, items, scope, target } = itemsOn(database)

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
})
