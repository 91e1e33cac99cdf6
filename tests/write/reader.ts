/**
 * A reader of its own process, with the plain driver: polls the table `t` as fast as it can, until it is told to stop, and
 * then tells what it saw. Arguments: the dialect, and the file or URL.
 */
import Database from 'better-sqlite3'
import pg from 'pg'

const [dialect, place = ''] = process.argv.slice(2)
const SQL = 'SELECT count(*) AS n, min(generation) AS low, max(generation) AS high FROM t'

interface Answer {
  readonly n: number | string
  readonly low: number | string
  readonly high: number | string
}

async function connect(): Promise<{ read: () => Promise<Answer>; close: () => unknown }> {
  if (dialect === 'sqlite') {
    const database = new Database(place, { readonly: true, timeout: 5000 })
    return { read: async () => database.prepare(SQL).get() as Answer, close: () => database.close() }
  }
  const client = new pg.Client(place)
  await client.connect()
  return { read: async () => (await client.query(SQL)).rows[0] as Answer, close: () => client.end() }
}

let stopped = false
process.on('message', () => {
  stopped = true
})

const { read, close } = await connect()
const answers = new Set<string>()
let reads = 0
while (!stopped) {
  // An error is an answer too: the table was missing.
  const answer = await read().then(
    ({ n, low, high }) => `${n} rows of ${low}${low === high ? '' : ` and ${high}`}`,
    (error: Error) => error.message,
  )
  answers.add(answer)
  reads += 1
  if (reads === 1) process.send?.('reading')
  // Messages arrive between turns of the loop.
  await new Promise((resolve) => setImmediate(resolve))
}
process.send?.({ reads, answers: [...answers] })
await close()
process.disconnect()
