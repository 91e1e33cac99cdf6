/** Indexes of what is built again: those that were asked for, those of a former merge, and other people's. */
import { expect, test } from 'vitest'
import { relationOf, toDataFrame } from '../../../src/frame/data-frame.ts'
import { lit, type MillraceError } from '../../../src/index.ts'
import type { IncrementalBuild } from '../../../src/materialize/incremental.ts'
import { materializeTable } from '../../../src/materialize/relation.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { frameActions } from '../../../src/session/frame-actions.ts'
import { onEveryEngine } from '../../support/databases.ts'
import { run } from '../../write/writing.ts'
import { itemsOn } from './items.ts'

onEveryEngine((database) => {
  const { build, found, items, scope, target } = itemsOn(database)

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
