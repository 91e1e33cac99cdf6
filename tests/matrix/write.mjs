/** `npm run docs:matrix`: runs the tests that the support matrix is made of, and writes it. */
import { startVitest } from 'vitest/node'

process.env.MILLRACE_MATRIX = 'write'
const vitest = await startVitest('test', ['tests/engines', 'tests/sql', 'tests/write'], { run: true, watch: false })
await vitest.close()
