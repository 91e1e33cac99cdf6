/**
 * Overwrites the table `t` for ever, in a process that a test kills. Arguments: the dialect, and the file or URL.
 */
import { duckdb } from '../../src/engine/duckdb/index.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { overwriteGeneration } from './generations.ts'

const [dialect, place = ''] = process.argv.slice(2)
const open = { sqlite: () => sqlite({ file: place }), duckdb: () => duckdb({ file: place }) }[dialect ?? '']
const engine = open === undefined ? postgres({ url: place }) : open()

for (let generation = 1; ; generation += 1) {
  await overwriteGeneration(engine, generation)
  if (generation === 1) process.send?.('writing')
}
