/** The shop's models built one after the other in SQLite: what the graph says of seeds and models, held against it. */
import { afterAll, expect, test } from 'vitest'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { type Schema, Session } from '../../src/index.ts'
import type { Point } from '../../src/lineage/graph.ts'
import { choices } from '../property/generate/choices.ts'
import { numbers } from './numbers.ts'
import { modelsOf, RAW, shop } from './shop.ts'

type Row = Readonly<Record<string, string | number>>
type Rows = Readonly<Record<string, readonly Row[]>>

const random = choices(numbers(3, 100_000))
const METHODS = ['credit_card', 'coupon', 'bank_transfer', 'gift_card', 'cash']
/** Any value of a column of a seed. */
const VALUES: Readonly<Record<string, () => string | number>> = {
  first_name: () => random.pick(['Ada', 'Bo', 'Cy']),
  last_name: () => random.pick(['A.', 'B.']),
  order_date: () => `2018-01-0${1 + random.below(9)}`,
  status: () => random.pick(['placed', 'shipped', 'returned']),
  payment_method: () => random.pick(METHODS),
  amount: () => 100 * random.below(40),
}
const anyValue = (column: string): string | number => VALUES[column]?.() ?? random.below(8)
const seedRows = (columns: readonly string[], keys: boolean): readonly Row[] =>
  Array.from({ length: 12 }, (_, at) =>
    Object.fromEntries(columns.map((name) => [name, keys && name === 'id' ? at % 8 : anyValue(name)])),
  )

const engine = sqlite({ file: ':memory:' })
afterAll(() => engine.close())

/** Every model's rows, for the rows of the seeds. */
async function build(seeds: Rows): Promise<Rows> {
  const session = new Session(engine)
  for (const [name, fields] of Object.entries(RAW))
    await session.createDataFrame(seeds[name] as Row[], fields as Schema<Row>).write(name, { mode: 'overwrite' })
  const built: Record<string, readonly Row[]> = {}
  for (const [name, frame] of Object.entries(modelsOf(session))) {
    await frame.write(name, { mode: 'overwrite' })
    built[name] = (await session.table(name).collect()) as Row[]
  }
  return built
}

const cells = (rows: readonly Row[] = [], columns: readonly string[]): readonly string[] =>
  rows.map((row) => JSON.stringify(columns.map((name) => row[name]))).toSorted((a, b) => (a < b ? -1 : 1))

test('a column of a seed changes those columns of models that come from it, and no others', async () => {
  const graph = shop()
  const seeds = Object.fromEntries(
    Object.entries(RAW).map(([name]) => [name, seedRows(graph.nodes.get(nodeOf(name))?.columns ?? [], true)]),
  )
  const before = await build(seeds)
  const counts = { independent: 0, claimed: 0, seen: 0 }
  for (const seed of Object.keys(RAW)) {
    for (const column of Object.keys((seeds[seed] as Row[])[0] as Row)) {
      const changed = (seeds[seed] as Row[]).map((row) => ({ ...row, [column]: anyValue(column) }))
      const after = await build({ ...seeds, [seed]: changed })
      const reached = new Set(graph.downstream(nodeOf(seed), column).map(pointText))
      for (const [model, rows] of Object.entries(before)) {
        const columns = graph.nodes.get(`shop.${model}`)?.columns ?? []
        const [claimed, independent] = [true, false].map((wanted) =>
          columns.filter((name) => reached.has(pointText({ node: `shop.${model}`, column: name })) === wanted),
        ) as [string[], string[]]
        expect(cells(after[model], independent), `${seed}.${column} in ${model}`).toEqual(cells(rows, independent))
        counts.independent += independent.length
        counts.claimed += claimed.length
        counts.seen += claimed.filter((name) => `${cells(after[model], [name])}` !== `${cells(rows, [name])}`).length
      }
    }
  }
  console.log(`lineage of the shop: ${JSON.stringify(counts)}`)
  expect(counts.independent).toBeGreaterThan(100)
  expect(counts.seen).toBeGreaterThan(counts.claimed * 0.8)
})

const nodeOf = (seed: string): string => (seed === 'raw_customers' ? 'seeds.raw_customers' : seed)
const pointText = ({ node, column }: Point): string => JSON.stringify([node, column])
