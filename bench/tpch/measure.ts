/** Times two statements against each other. */
import type { Engine, Statement } from '../../src/engine/engine.ts'
import { median } from '../median.ts'
import type { Contest } from './queries.ts'

export interface Measured {
  readonly name: string
  /** Medians in milliseconds. */
  readonly compiled: number
  readonly byHand: number
  readonly ratio: number
}

const WARM_UP = 2

/** The medians of `runs` runs each, by turns on one connection, so that what else the machine does hits both. */
export async function measure(engine: Engine, { name, compiled, byHand }: Contest, runs: number): Promise<Measured> {
  const times: { compiled: number[]; byHand: number[] } = { compiled: [], byHand: [] }
  for (let run = -WARM_UP; run < runs; run += 1) {
    const pair = [
      ['compiled', compiled],
      ['byHand', byHand],
    ] as const
    const rows: number[] = []
    for (const [side, statement] of run % 2 === 0 ? pair : pair.toReversed()) {
      const { time, count } = await timed(engine, statement)
      if (run >= 0) times[side].push(time)
      rows.push(count)
    }
    if (rows[0] !== rows[1]) throw new Error(`${name} on ${engine.dialect}: ${rows.join(' and ')} rows`)
  }
  const medians = { compiled: median(times.compiled), byHand: median(times.byHand) }
  return { name, ...medians, ratio: medians.compiled / medians.byHand }
}

async function timed(engine: Engine, statement: Statement): Promise<{ time: number; count: number }> {
  const start = performance.now()
  const { rows } = await engine.query(statement)
  return { time: performance.now() - start, count: rows.length }
}

/** The mean of ratios. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}
