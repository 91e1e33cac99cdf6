import { duckdb } from '../../src/engine/duckdb/index.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { dateTrunc, hour, lit, Session, schema, toDate } from '../../src/index.ts'

/** What a process elsewhere reads and writes: run with TZ set, told the database as JSON, answers in JSON. */
const options = JSON.parse(process.argv[2] ?? '{}') as { file: string } | { url: string }
const file = process.argv[3] === 'duckdb' ? duckdb : sqlite
const engine = 'file' in options ? file(options) : postgres(options)
try {
  const session = new Session(engine)
  const moments = [
    '2024-03-10T02:30:00.123Z',
    '2024-11-03T05:30:00.000Z',
    '1899-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00.000Z',
  ]
  const rows = moments.map((moment, at) => ({ at, t: new Date(moment), d: moment.slice(0, 10) as never }))
  const frame = session.createDataFrame(rows, schema({ at: 'int', t: 'timestamp', d: 'date' }))
  await frame.write('zoned', { mode: 'overwrite' })
  const table = session.table('zoned', schema({ at: 'int', t: 'timestamp', d: 'date' }))
  const read = await table
    .select((c) => [
      c.t,
      c.d,
      c.t.cast('string').as('text'),
      hour(c.t).as('hour'),
      toDate(c.t).eq(c.d).as('same'),
      dateTrunc('day', c.t).as('day'),
      c.t.eq(lit('2024-03-10T02:30:00.123Z', 'timestamp')).as('literal'),
      c.at,
    ])
    .orderBy('at')
    .collect()
  const since = await table.filter((c) => c.t.gte(new Date('2024-03-10T02:30:00.123Z'))).count()
  process.stdout.write(JSON.stringify({ read, since, zone: new Date(2024, 0, 1).getTimezoneOffset() }))
} finally {
  await engine.close()
}
