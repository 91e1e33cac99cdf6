/**
 * Plays runs of a history in a process that a test kills, and tells what its state would keep. Arguments: the dialect, the
 * file or URL, the strategy, and a file that holds the runs and what is known of batches.
 */
import { readFileSync } from 'node:fs'
import { duckdb } from '../../../src/engine/duckdb/index.ts'
import { postgres } from '../../../src/engine/postgres/index.ts'
import { sqlite } from '../../../src/engine/sqlite/index.ts'
import { type Delivery, type Known, runModel, type Strategy } from './history.ts'

export type Told =
  | { readonly kind: 'started' }
  | { readonly kind: 'ran' }
  | { readonly kind: 'add'; readonly start: string }
  | { readonly kind: 'forget'; readonly starts: readonly string[] | 'all' }

const [dialect, place = '', strategy, plan = ''] = process.argv.slice(2)
const open = { sqlite: () => sqlite({ file: place }), duckdb: () => duckdb({ file: place }) }[dialect ?? '']
const engine = open === undefined ? postgres({ url: place }) : open()
const { runs, starts } = JSON.parse(readFileSync(plan, 'utf8')) as { runs: Delivery[]; starts: string[] }

/** Told for good: it has left the process. */
const tell = (told: Told) =>
  new Promise<void>((resolve, reject) =>
    process.send?.(told, undefined, {}, (error) => (error ? reject(error) : resolve())),
  )

const live = new Set(starts)
const known: Known = {
  starts: live,
  add(start) {
    live.add(start)
    return tell({ kind: 'add', start })
  },
  forget(gone) {
    for (const start of gone === 'all' ? [...live] : gone) live.delete(start)
    return tell({ kind: 'forget', starts: gone })
  },
}

await engine.query({ sql: 'SELECT 1', bindings: [] })
await tell({ kind: 'started' })
for (const run of runs) {
  await runModel(engine, 'killed', strategy as Strategy, run, known)
  await tell({ kind: 'ran' })
}
await engine.close()
process.disconnect()
