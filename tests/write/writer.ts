/**
 * Writes generations to the table `t` for ever, in a process that a test kills. Arguments: the dialect, the file or URL, and
 * the way.
 */
import { duckdb } from '../../src/engine/duckdb/index.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { type Way, writeGeneration } from './generations.ts'

const [dialect, place = '', way] = process.argv.slice(2)
const open = { sqlite: () => sqlite({ file: place }), duckdb: () => duckdb({ file: place }) }[dialect ?? '']
const engine = open === undefined ? postgres({ url: place }) : open()

for (let generation = 1; ; generation += 1) {
  await writeGeneration(engine, generation, way as Way)
  if (generation === 1) process.send?.('writing')
}
