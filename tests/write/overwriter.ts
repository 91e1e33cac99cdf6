/**
 * Overwrites the table `t` for ever, in a process that a test kills. Arguments: the dialect, and the file or URL.
 */
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { overwriteGeneration } from './generations.ts'

const [dialect, place = ''] = process.argv.slice(2)
const engine = dialect === 'sqlite' ? sqlite({ file: place }) : postgres({ url: place })

for (let generation = 1; ; generation += 1) {
  await overwriteGeneration(engine, generation)
  if (generation === 1) process.send?.('writing')
}
