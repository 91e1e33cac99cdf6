/** What each verb does to the lineage of columns and rows: as expected, and so that SQLite's answers bear it out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { type DataFrame, type Schema, Session } from '../../src/index.ts'
import { offline } from '../compiler/support.ts'
import { choices } from '../property/generate/choices.ts'
import { numbers } from './numbers.ts'
import { dependsOn, key } from './perturbation.ts'
import { columnTexts, lineageOfFrame, rowsText } from './told.ts'
import { casesOf, TABLES } from './verb-cases.ts'

describe('the lineage of', () => {
  test.each(casesOf(offline.sqlite))('%s', (_, frame, columns, rows) => {
    const lineage = lineageOfFrame(frame)
    expect(columnTexts(lineage)).toEqual(columns)
    expect(rowsText(lineage)).toBe(rows)
  })
})

type Row = Readonly<Record<string, unknown>>
type TableName = keyof typeof TABLES
type World = Readonly<Record<TableName, readonly Row[]>>

describe('a column that is no origin changes nothing in', () => {
  const engine = sqlite({ file: ':memory:' })
  const session = new Session(engine)
  const random = choices(numbers(11, 200_000))
  const text = () => random.pick(['x', 'y', 'z', null])
  const number = () => random.pick([-1, 0, 1, 2, 3.5, null])
  /** Few different values, so that keys meet and rows repeat. */
  const any: Readonly<Record<string, () => unknown>> = {
    k: () => random.below(6),
    g: text,
    a: number,
    b: number,
    c: text,
    d: () => random.pick([0, 1, 2, 3, null]),
    tags: () => random.pick([['x'], ['x', 'y'], [], null]),
    rates: () => random.pick([{ x: 1 }, { x: 2, y: 0 }, {}, null]),
  }
  const columns: Readonly<Record<TableName, readonly string[]>> = {
    t: ['k', 'g', 'a', 'b'],
    u: ['k', 'c', 'd'],
    l: ['k', 'tags', 'rates'],
  }
  const tables = Object.keys(TABLES) as TableName[]
  const world = Object.fromEntries(
    tables.map((table) => [
      table,
      Array.from({ length: 14 }, () => Object.fromEntries(columns[table].map((name) => [name, any[name]?.()]))),
    ]),
  ) as unknown as World
  const fill = (rows: World, table: TableName) =>
    session.createDataFrame(rows[table], TABLES[table] as Schema<Row>).write(table, { mode: 'overwrite' })
  const counts = { independent: 0, claimed: 0, seen: 0 }

  beforeAll(async () => {
    for (const table of tables) await fill(world, table)
  })
  afterAll(async () => {
    await engine.close()
    console.log(`lineage of verbs: ${JSON.stringify(counts)}`)
    expect(counts.seen).toBeGreaterThan(counts.claimed * 0.7)
  })

  test.each(casesOf(session))('%s', async (_, given) => {
    const frame = given as Pick<DataFrame, 'collect'>
    const lineage = lineageOfFrame(frame)
    const before = (await frame.collect()) as Row[]
    for (const table of tables) {
      for (const column of columns[table]) {
        const depends = lineage.columns.map(({ name }, place) => [name, dependsOn(lineage, place)] as const)
        const has = (wanted: boolean) =>
          depends.flatMap(([name, set]) => (set && set.has(key(table, column)) === wanted ? [name] : []))
        const seen = new Set<string>()
        for (let round = 0; round < 2; round += 1) {
          const rows = world[table].map((row) => ({ ...row, [column]: any[column]?.() }))
          await fill({ ...world, [table]: rows }, table)
          const after = (await frame.collect()) as Row[]
          expect(cells(after, has(false)), `${table}.${column}`).toEqual(cells(before, has(false)))
          for (const name of has(true)) if (`${cells(after, [name])}` !== `${cells(before, [name])}`) seen.add(name)
        }
        await fill(world, table)
        counts.independent += has(false).length
        counts.claimed += has(true).length
        counts.seen += seen.size
      }
    }
  })
})

/** Rows of some columns, in whatever order; of none at all it does not matter how many there are. */
const cells = (rows: readonly Row[], names: readonly string[]): readonly string[] =>
  (names.length === 0 ? [] : rows)
    .map((row) => JSON.stringify(names.map((name) => row[name])))
    .toSorted((a, b) => (a < b ? -1 : 1))
