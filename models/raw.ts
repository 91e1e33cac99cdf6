/**
 * Level 0: files of real data into the database, as they are. Tasks do what is done; sources and seeds give it to models.
 *
 * The two large ones come with the npm package vega-datasets (BSD-3-Clause): 20,000 flights within the United States in
 * the first three months of 2001, and the country's airports.
 */
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { Monthly, type Row, seed, source, Task } from 'millrace'
import { RawAirports, RawFlights, States } from './schemas.ts'

/** Whole text of a file of the package. Called by tasks, not when this file is loaded: models do nothing at import. */
function dataFile(name: string): Promise<string> {
  return readFile(new URL(`../data/${name}`, import.meta.resolve('vega-datasets')), 'utf8')
}

export const loadFlights = Task(
  {
    description: 'flights-20k.json, as it is',
    ttlMinutes: 60,
    retry: { times: 2, delay: '5s', backoff: 'exponential' },
    tags: ['raw'],
  },
  async ({ session, log }) => {
    const rows: Row<typeof RawFlights>[] = JSON.parse(await dataFile('flights-20k.json'))
    const { rowsInserted } = await session.createDataFrame(rows, RawFlights).write('raw_flights', { mode: 'overwrite' })
    log.info('loaded', { rows: rowsInserted })
  },
)

export const loadAirports = Task(
  { description: 'airports.csv, as it is: they seldom move', runsOn: Monthly(), tags: ['raw'] },
  async ({ session }) => {
    const rows = parse<Row<typeof RawAirports>>(await dataFile('airports.csv'), { columns: true })
    await session.createDataFrame(rows, RawAirports).write('raw_airports', { mode: 'overwrite' })
  },
)

export const rawFlights = source('raw', 'flights', {
  table: 'raw_flights',
  schema: RawFlights,
  dependsOn: [loadFlights],
  tests: { origin: ['notNull'], destination: ['notNull'] },
})

export const rawAirports = source('raw', 'airports', {
  table: 'raw_airports',
  schema: RawAirports,
  dependsOn: [loadAirports],
})

export const states = seed('seeds/states.csv', States, {
  description: 'states, territories, and their census regions',
  tests: { state: ['unique', 'notNull'], name: ['unique'] },
})
