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
import { CHOICES, choices } from '../property/generate/choices.ts'
import { makeProgram } from '../property/generate/program.ts'
import type { World } from '../property/generate/worlds.ts'
import { type Cell, fromJson, keyOf } from '../property/model/cells.ts'
import { program, worldsOf } from '../property/search.ts'
import { subject } from '../property/subject.ts'
import { dependsOn, key, perturbed, rowsDependOn, sameColumns } from './perturbation.ts'

const seed = Number(process.env.MILLRACE_SEED ?? 5)
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
    const worlds = worldsOf(seed)
    const numbers = fc.sample(fc.array(fc.nat(CHOICES - 1), { minLength: 400, maxLength: 400 }), {
      seed,
      numRuns: runs,
    })
    const counts = { programs: 0, perturbations: 0, independent: 0, claimed: 0, seen: 0, identities: 0 }
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
      const lineage = lineageIn(world, made.program)
      const told = JSON.stringify({ program: made.program, world, lineage }, null, 1)
      const depends = lineage.columns.map((_, place) => dependsOn(lineage, place))
      const random = choices(numbers[at] as number[])
      for (const { op, name: table } of made.program.steps) {
        if (op !== 'table') continue
        for (const [column] of world[table]?.columns ?? []) {
          const origin = key(table, column)
          const after = await run(perturbed(world, table, column, random), made.program)
          if ('error' in after) continue
          counts.perturbations += 1
          const independent = depends.flatMap((set, place) => (set?.has(origin) ? [] : [place]))
          if (!rowsDependOn(lineage).has(origin)) {
            counts.independent += independent.length
            const same = sameColumns(before.answer, after.answer, independent)
            expect(same, `${origin} changed columns ${independent} of ${told}\n${before.sql}`).toBe(true)
          } else expect(independent).toEqual([])
          for (const place of depends.keys()) {
            if (!depends[place]?.has(origin)) continue
            counts.claimed += 1
            if (!sameColumns(before.answer, after.answer, [place])) counts.seen += 1
          }
        }
      }
      counts.identities += checkIdentities(world, lineage, before.answer.rows, told)
    }
    console.log(`lineage of random programs: ${JSON.stringify(counts)}`)
    expect(counts.programs).toBeGreaterThan(runs * 0.6)
    expect(counts.independent).toBeGreaterThan(runs)
    expect(counts.identities).toBeGreaterThan(runs / 4)
  }, 300_000)
})

/** Every value of a column that is passed on is one of its origins', or NULL. How many columns were looked at. */
function checkIdentities(world: World, lineage: Lineage, rows: readonly (readonly Cell[])[], told: string): number {
  let columns = 0
  for (const [place, { direct, unknown }] of lineage.columns.entries()) {
    if (unknown || direct.length === 0 || direct.some(({ kind }) => kind !== 'identity')) continue
    const values = new Set(direct.flatMap(({ table, column }) => valuesOf(world[table.name] as Table, column)))
    const strange = rows.map((row) => row[place] as Cell).filter((cell) => cell !== null && !values.has(keyOf([cell])))
    expect(strange, `column ${place} of ${told}`).toEqual([])
    columns += 1
  }
  return columns
}

function valuesOf({ columns, rows }: Table, name: string): readonly string[] {
  const place = columns.findIndex(([column]) => column === name)
  const type = columns[place]?.[1].replace('?', '') as string
  return rows.map((row) => keyOf([fromJson(row[place] as Json, type)]))
}
