/** A process of a test: keeps the rows of a frame, says so, and waits to be killed. */
import { duckdb } from '../../src/engine/duckdb/index.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { Session } from '../../src/index.ts'

const [, , dialect = '', options = '{}'] = process.argv
const engines = { sqlite, postgres, duckdb }
const session = new Session(engines[dialect as keyof typeof engines](JSON.parse(options)))
await session.range(1000).cache().count()
process.send?.('kept')
// The channel to the test keeps the process alive.
process.on('message', () => {})
