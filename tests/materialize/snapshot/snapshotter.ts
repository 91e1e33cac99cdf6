/**
 * Takes snapshots for ever, in a process that a test kills. Arguments: the dialect, the file or URL, and the generation to
 * begin with.
 */
import { duckdb } from '../../../src/engine/duckdb/index.ts'
import { postgres } from '../../../src/engine/postgres/index.ts'
import { sqlite } from '../../../src/engine/sqlite/index.ts'
import { snapshotGeneration } from './changing.ts'

const [dialect, place = '', first] = process.argv.slice(2)
const open = { sqlite: () => sqlite({ file: place }), duckdb: () => duckdb({ file: place }) }[dialect ?? '']
const engine = open === undefined ? postgres({ url: place }) : open()

for (let generation = Number(first); ; generation += 1) {
  await snapshotGeneration(engine, generation)
  if (generation === Number(first)) process.send?.('taking')
}
