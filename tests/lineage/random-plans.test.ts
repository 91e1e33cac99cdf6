/** Lineage of random programs, held against what SQLite answers when a column of an input table changes. */
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse/analyse.ts'
import { EMPTY_CATALOGUE } from '../../src/analyse/catalogue.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { relationOf } from '../../src/frame/data-frame.ts'
import { type Schema, Session, schema } from '../../src/index.ts'
import type { Lineage } from '../../src/lineage/lineage.ts'
import { lineageOf } from '../../src/lineage/lineage-of.ts'
import type { Json } from '../oracle/nodes.ts'
import type { Program, Table } from '../oracle/relations/program.ts'
import { buildProgram } from '../oracle/relations/steps.ts'
import type { Answer } from '../property/compare.ts'
import { CHOICES, choices } from '../property/generate/choices.ts'
import { makeProgram } from '../property/generate/program.ts'
import type { World } from '../property/generate/worlds.ts'
import { type Cell, fromJson, keyOf } from '../property/model/cells.ts'
import { program, worldsOf } from '../property/search.ts'
import { subject } from '../property/subject.ts'
import { dependsOn, key, perturbed, rowsDependOn, sameColumns } from './perturbation.ts'

const seed = Number(process.env.MILLRACE_SEED ?? Date.now() % 1_000_000_000)
const runs = Number(process.env.MILLRACE_PLANS ?? 60)
const offline = new Session(sqlite({ file: '/nowhere/offline.db' }))

function lineageIn(world: World, steps: Pick<Program, 'steps' | 'result'>): Lineage {
  const table = (name: string): object => {
    const fields = Object.fromEntries(world[name]?.columns ?? []) as Record<string, 'json'>
    return offline.table(name, schema(fields) as Schema<Record<string, unknown>>)
  }
  const relation = relationOf(buildProgram(steps as Program, table))
  if (!relation) throw new TypeError('the program made no frame')
  return lineageOf(analyse(relation, { catalogue: EMPTY_CATALOGUE, now: new Date(0) }))
}

describe('random programs', () => {
  const engines: Engine[] = []
  afterEach(async () => {
    for (const engine of engines) await engine.close()
  })

  test('a column that is no origin changes nothing; one that is passed on gives its values', async () => {
    console.log(`lineage of random programs of seed ${seed}; MILLRACE_SEED=${seed} asks the same again`)
    const worlds = worldsOf(seed)
    const numbers = fc.sample(fc.array(fc.nat(CHOICES - 1), { minLength: 400, maxLength: 400 }), {
      seed,
      numRuns: runs,
    })
    const counts: Counts = { programs: 0, perturbations: 0, independent: 0, claimed: 0, seen: 0, passedOn: 0 }
    for (const [at, chosen] of fc.sample(program, { seed, numRuns: runs }).entries()) {
      const world = worlds[at % worlds.length] as World
      const made = makeProgram(world, chosen)
      // Of its own: a database that collects thousands of tables becomes slow.
      const engine = sqlite({ file: ':memory:' })
      engines.push(engine)
      const { run } = subject(engine)
      const before = await run(world, made.program)
      if ('error' in before) continue
      counts.programs += 1
      const asked: Asked = {
        world,
        program: made.program,
        lineage: lineageIn(world, made.program),
        before: before.answer,
      }
      const random = choices(numbers[at] as number[])
      for (const { op, name: table } of made.program.steps) {
        if (op !== 'table') continue
        for (const [column] of world[table]?.columns ?? []) {
          const changed = perturbed(world, table, column, random)
          const after = await run(changed, made.program)
          if (!('error' in after)) check(asked, { table, column, world: changed, answer: after.answer }, counts)
        }
      }
    }
    console.log(JSON.stringify(counts))
    expect(counts.programs).toBeGreaterThan(runs * 0.6)
    expect(counts.independent).toBeGreaterThan(runs)
    expect(counts.passedOn).toBeGreaterThan(0)
  }, 600_000)
})

interface Asked {
  readonly world: World
  readonly program: Pick<Program, 'steps' | 'result'>
  readonly lineage: Lineage
  readonly before: Answer
}

/** What the program answers where one column of a table is another. */
interface Changed {
  readonly table: string
  readonly column: string
  readonly world: World
  readonly answer: Answer
}

interface Counts {
  programs: number
  perturbations: number
  /** Outputs that must not change, and did not. */
  independent: number
  /** Outputs that may change, and how many of them did. */
  claimed: number
  seen: number
  /** Outputs that hold the column's values as they are, where these changed in place. */
  passedOn: number
}

function check({ world, program: steps, lineage, before }: Asked, changed: Changed, counts: Counts): void {
  const { table, column, answer: after } = changed
  const origin = key(table, column)
  const told = () => `${origin}: ${JSON.stringify({ steps, world, changed: changed.world[table], lineage }, null, 1)}`
  const depends = lineage.columns.map((_, place) => dependsOn(lineage, place))
  const independent = depends.flatMap((set, place) => (set?.has(origin) ? [] : [place]))
  const decidesRows = rowsDependOn(lineage).has(origin)
  counts.perturbations += 1
  counts.independent += independent.length
  if (decidesRows) expect(independent).toEqual([])
  else if (!sameColumns(before, after, independent)) expect.fail(`columns ${independent} changed with ${told()}`)
  for (const [place, set] of depends.entries()) {
    if (!set?.has(origin)) continue
    counts.claimed += 1
    if (!sameColumns(before, after, [place])) counts.seen += 1
    const { direct = [], conditions } = lineage.columns[place] ?? {}
    const isPassedOn = direct.some((one) => key(one.table.name, one.column) === origin && one.kind === 'identity')
    if (!isPassedOn || decidesRows || conditions?.origins.some((one) => key(one.table.name, one.column) === origin))
      continue
    counts.passedOn += 1
    const [old, now] = [before, after].map(({ rows }) => rows.map((row) => keyOf([row[place] as Cell])))
    const strange = without(now, old).filter((cell) => !valuesOf(changed.world[table], column).includes(cell))
    if (strange.length > 0) expect.fail(`column ${place} holds ${strange}, which are not those of ${told()}`)
  }
}

/** The cells that `from` has oftener. */
function without(cells: readonly string[] = [], from: readonly string[] = []): readonly string[] {
  const left = [...from]
  return cells.filter((cell) => {
    const at = left.indexOf(cell)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function valuesOf(table: Table | undefined, name: string): readonly string[] {
  const place = table?.columns.findIndex(([column]) => column === name) ?? -1
  const type = table?.columns[place]?.[1].replace('?', '') as string
  return (table?.rows ?? []).map((row) => keyOf([fromJson(row[place] as Json, type)]))
}
