/** Opens a DuckDB file, in a process or thread of its own, and tells how that went. Stays until it is ended. */
import { parentPort } from 'node:worker_threads'
import { duckdb } from '../../../src/engine/duckdb/index.ts'

const engine = duckdb({ file: process.argv[2] ?? '' })
const answer = await engine.describe().then(
  () => 'open',
  (error: unknown) => String(error),
)
if (parentPort === null) process.send?.(answer)
else parentPort.postMessage(answer)
