/** Makes the tables of a difference small: whatever row can go without the difference going, goes. */
import type { Table } from '../oracle/relations/program.ts'
import { differenceOn } from './check.ts'
import { type Made, replay } from './generate/program.ts'
import type { World } from './generate/worlds.ts'
import type { Subject } from './subject.ts'

export interface Failure {
  readonly world: World
  readonly made: Made
}

export async function withFewerRows(subjects: readonly Subject[], failure: Failure): Promise<Failure> {
  let smallest = failure
  const differs = async (world: World): Promise<boolean> => {
    const made = replay(world, failure.made.program)
    for (const subject of subjects) if (await differenceOn(subject, world, made)) return true
    return false
  }
  for (const [name, { rows }] of Object.entries(failure.world)) {
    for (let row = rows.length - 1; row >= 0; row--) {
      const table = smallest.world[name] as Table
      const world = { ...smallest.world, [name]: { ...table, rows: table.rows.filter((_, index) => index !== row) } }
      if (await differs(world)) smallest = { world, made: replay(world, failure.made.program) }
    }
  }
  return smallest
}
