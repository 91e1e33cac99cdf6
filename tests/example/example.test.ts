import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { contentsOf, exampleProject, printedTables, targetFor } from './project.ts'

const NOW = ['--now', '2026-11-21T09:00:00Z'] as const
const LATER = ['--now', '2026-11-21T09:20:00Z'] as const
const TABLES = [
  'airport_delays',
  'airport_history',
  'airports',
  'busiest_routes',
  'delays_by_state_and_day',
  'flights',
  'legs',
  'raw_airports',
  'raw_flights',
  'region_delays',
  'state_trends',
  'states',
  'worst_airports',
]

interface Flight {
  readonly date: string
  readonly delay: number
  readonly distance: number
  readonly origin: string
  readonly destination: string
}

/** The package's files, read without Millrace. */
function flightsFile(): readonly Flight[] {
  const main = createRequire(import.meta.url).resolve('vega-datasets')
  return JSON.parse(readFileSync(join(dirname(main), '../data/flights-20k.json'), 'utf8')) as Flight[]
}

test('the example gives the same tables on both engines, row for row, and prints the same reports', async () => {
  const runs = await Promise.all(
    (['sqlite', 'postgresql'] as const).map(async (connection) => {
      const project = exampleProject()
      const target = await targetFor(connection, project)
      const output = await project.run(['run', ...NOW], target.environment)
      expect(output.code, output.stderr).toBe(0)
      return { contents: await contentsOf(target), printed: printedTables(output.stdout) }
    }),
  )
  const [onSqlite, onPostgres] = runs as [(typeof runs)[0], (typeof runs)[0]]
  expect(Object.keys(onSqlite.contents)).toEqual(TABLES)
  expect(Object.keys(onPostgres.contents)).toEqual(TABLES)
  for (const table of TABLES) expect(onPostgres.contents[table], table).toEqual(onSqlite.contents[table])
  expect(onPostgres.printed).toEqual(onSqlite.printed)
  expect(new Set(Object.keys(onSqlite.printed))).toEqual(new Set(['latestStates', 'routes', 'worst']))
  expect(onSqlite.printed.worst?.[0]).toContainEqual(['NY', '1', 'JFK', 'New York', '0.34'])

  // The marts, counted once more without a database.
  const flights = flightsFile()
  expect(onSqlite.contents.legs).toHaveLength(flights.length)
  const routes = new Map<string, Flight[]>()
  for (const flight of flights) {
    const key = `${flight.origin} ${flight.destination}`
    routes.set(key, [...(routes.get(key) ?? []), flight])
  }
  const busiest = [...routes]
    .sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
    .slice(0, 100)
    .map(([key, all]) => {
      const [origin, destination] = key.split(' ')
      return { origin, destination, flights: all.length, miles: all.reduce((sum, flight) => sum + flight.distance, 0) }
    })
  const stored = (onSqlite.contents.busiest_routes ?? []).map((row) => {
    const { mean_delay: _, ...rest } = JSON.parse(row) as Record<string, unknown>
    return JSON.stringify(rest)
  })
  expect(stored.sort()).toEqual(busiest.map((route) => JSON.stringify(route)).sort())
  const late = flights.filter((flight) => flight.origin === 'JFK' && flight.delay >= 15).length
  const all = flights.filter((flight) => flight.origin === 'JFK').length
  expect(onSqlite.contents.airport_delays).toContainEqual(
    JSON.stringify({
      iata: 'JFK',
      city: 'New York',
      state: 'NY',
      flights: all,
      late_share: Math.round((late / all) * 1e4) / 1e4,
    }),
  )
}, 60_000)

test.each(['sqlite', 'postgresql'] as const)(
  'a second run on %s says what it keeps and skips, and loses nothing',
  async (connection) => {
    const project = exampleProject()
    const target = await targetFor(connection, project)
    await project.run(['run', ...NOW], target.environment)
    const before = await contentsOf(target)
    const again = await project.run(['run', ...LATER], target.environment)
    expect(again.code, again.stderr).toBe(0)
    expect(again.stderr).toContain('since the last run: nothing changed, 38 equal')
    expect(again.stderr).toMatch(/L0 {2}loadFlights +kept +ttl 60 min, 4[01] min left$/m)
    expect(again.stderr).toMatch(
      /L0 {2}loadAirports +skipped +monthly: done on 2026-11-21, due 2026-12-07; --force runs it$/m,
    )
    expect(again.stdout).toMatch(/^run state=success tasks=16 success=13 kept=2 skipped=1 failed=0 /m)
    expect(await contentsOf(target)).toEqual(before)
  },
  60_000,
)

test('the drawing goes to another folder: a picture whose boxes name the tasks', async () => {
  const project = exampleProject()
  const folder = mkdtempSync(join(tmpdir(), 'millrace-drawing-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { code, stderr } = await project.run(['export-dag', folder])
  expect(code, stderr).toBe(0)
  const png = readFileSync(join(folder, 'dag.png'))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  // Wide enough to read: the boxes of all levels.
  expect(png.readUInt32BE(16)).toBeGreaterThan(2000)
  const svg = readFileSync(join(folder, 'dag.svg'), 'utf8')
  for (const text of ['loadFlights', 'ttl 60 min', 'loadAirports', 'monthly', 'delaysByStateAndDay', 'worst']) {
    expect(svg).toContain(`>${text}<`)
  }
  expect(existsSync(join(project.root, 'dag.png'))).toBe(false)
})

test('the statements of a task can be read before anything has run', async () => {
  const project = exampleProject()
  const { code, stdout, stderr } = await project.run(['sql', 'worstAirports'])
  expect(code, stderr).toBe(0)
  expect(stdout).toMatch(/row_number\(\) over \(partition by "state" order by "late_share" desc/)
})

test('test-connection says what answered', async () => {
  const project = exampleProject()
  const target = await targetFor('postgresql', project)
  const answer = await project.run(['test-connection', 'postgresql'], target.environment)
  expect([answer.code, answer.stdout]).toEqual([
    0,
    expect.stringMatching(/^postgresql: PostgreSQL 1\d\.\d+, database test_\w+/),
  ])
  const none = await project.run(['test-connection', 'postgresql'], {
    DATABASE_URL: 'postgres://ana:hunter2@127.0.0.1:1/none',
  })
  expect(none.code).toBe(3)
  expect(none.stdout + none.stderr).not.toContain('hunter2')
})
