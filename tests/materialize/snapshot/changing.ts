/** A source of which every row changes with every generation, and the snapshots of it. */
import type { Engine } from '../../../src/engine/engine.ts'
import { relationOf } from '../../../src/frame/data-frame.ts'
import { Session } from '../../../src/index.ts'
import { takeSnapshot } from '../../../src/materialize/snapshot/index.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { makeScope } from '../../../src/session/scope.ts'

/** Rows of the source. In odd generations one in ten is not there. */
export const ROWS = 3000
export const GONE = ROWS / 10

/** Takes the snapshot `t` of a generation. */
export async function snapshotGeneration(engine: Engine, generation: number): Promise<void> {
  const scope = makeScope(engine, { now: new Date(Date.UTC(2024, 0, 1, 0, generation)) })
  const all = new Session(engine).range(ROWS).withColumn('generation', (row) => row.id.times(0).plus(generation))
  const source = generation % 2 === 0 ? all : all.filter((row) => row.id.mod(10).ne(7))
  await takeSnapshot(scope, {
    source: relationOf(source) as Relation,
    target: { schema: undefined, name: 't' },
    key: ['id'],
    strategy: { kind: 'check', columns: 'all' },
    hardDeletes: 'newRecord',
  })
}
