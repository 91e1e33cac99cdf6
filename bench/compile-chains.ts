/** How the time to compile grows with the length of a chain: `npm run bench:compile`. Linear is a ratio of about 2. */

import { sqlite } from '../src/engine/sqlite/index.ts'
import { Session, schema } from '../src/index.ts'
import { median } from './median.ts'

const RUNS = 7
const LENGTHS = [250, 500, 1000, 2000, 4000]

const Orders = schema({ id: 'long', status: 'string?', total: 'double?' })
const orders = new Session(sqlite({ file: '/nowhere/offline.db' })).table('orders', Orders)

/** Filters and renamings in turn: all of them fit into one SELECT. */
function chainOf(steps: number) {
  let frame = orders
  for (let step = 0; step < steps; step += 1) {
    if (step % 2 === 0) frame = frame.filter((o) => o.id.gt(step))
    else frame = frame.rename({ status: 'state' }).rename({ state: 'status' })
  }
  return frame
}

/** Median of the milliseconds that building and compiling takes. */
function milliseconds(steps: number): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    chainOf(steps).toSQL()
    return performance.now() - start
  })
  return median(times)
}

milliseconds(1000)
let before: number | undefined
for (const steps of LENGTHS) {
  const taken = milliseconds(steps)
  const ratio = before === undefined ? '' : `   ${(taken / before).toFixed(2)} × the half`
  console.log(`${String(steps).padStart(5)} steps ${taken.toFixed(1).padStart(8)} ms${ratio}`)
  before = taken
}
