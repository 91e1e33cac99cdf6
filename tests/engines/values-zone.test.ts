import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { Session, schema } from '../../src/index.ts'
import { bundleScript } from '../support/bundle-script.ts'
import { onEveryEngine } from '../support/databases.ts'

const script = await bundleScript('tests/engines/in-another-zone.ts')
const run = promisify(execFile)

const EXPECTED = [
  { text: '2024-03-10 02:30:00.123', t: '2024-03-10T02:30:00.123Z', hour: 2 },
  { text: '2024-11-03 05:30:00', t: '2024-11-03T05:30:00.000Z', hour: 5 },
  { text: '1899-12-31 23:59:59.999', t: '1899-12-31T23:59:59.999Z', hour: 23 },
  { text: '0001-01-01 00:00:00', t: '0001-01-01T00:00:00.000Z', hour: 0 },
].map(({ text, t, hour }, at) => ({
  t,
  d: t.slice(0, 10),
  text,
  hour,
  same: true,
  day: `${t.slice(0, 10)}T00:00:00.000Z`,
  literal: at === 0,
  at,
}))

onEveryEngine((database) => {
  test.each([
    ['America/New_York', 300],
    ['Asia/Kathmandu', -345],
  ])('a process in %s reads and writes the same moments', async (zone, offset) => {
    // One process at a time may have a DuckDB file open.
    await database.engine.close()
    const env = { ...process.env, TZ: zone, PGTZ: zone }
    const { stdout } = await run(process.execPath, [script, JSON.stringify(database.options), database.dialect], {
      env,
    })
    const answer = JSON.parse(stdout) as { read: unknown; since: number; zone: number }
    expect(answer.zone).toBe(offset)
    expect(answer.read).toStrictEqual(EXPECTED)
    expect(answer.since).toBe(2)
    // What it wrote is what this process reads.
    const types = schema({ at: 'int', t: 'timestamp', d: 'date' })
    const here = await new Session(database.engine).table('zoned', types).orderBy('at').collect()
    expect(here).toStrictEqual(EXPECTED.map(({ at, t, d }) => ({ at, t: new Date(t), d })))
  })
})
