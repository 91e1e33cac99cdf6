/** Tables that are built batch by batch: which are due, done, and made up. */
import { beforeEach, expect, test } from 'vitest'
import { relationOf } from '../../../src/frame/data-frame.ts'
import { Session } from '../../../src/index.ts'
import { type Batch, instantText } from '../../../src/materialize/batches.ts'
import { type MicrobatchBuild, materializeMicrobatch } from '../../../src/materialize/microbatch.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { onEveryEngine } from '../../support/databases.ts'
import { dropIfThere, run, tables } from '../../write/writing.ts'
import { type Item, itemsOn } from './items.ts'

onEveryEngine((database) => {
  const { found, items, scope, target } = itemsOn(database)

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
