/** Columns with their right types and names, and the tests that they fit together. */
import { Model, nullif, ref, replace, Snapshot, toDate } from 'millrace'
import { rawAirports, rawFlights, states } from './raw.ts'

export const airports = Model(
  {
    description: 'airports of the states; NA is NULL',
    tags: ['clean'],
    indexes: ['iata'],
    columns: { iata: 'code of three letters', state: 'code of two letters' },
    tests: { iata: ['unique', 'notNull'], state: [{ references: [states, 'state'] }] },
  },
  () =>
    ref(rawAirports)
      .filter((a) => a.country.eq('USA'))
      .select((a) => [
        a.iata,
        a.name.as('airport'),
        nullif(a.city, 'NA').as('city'),
        nullif(a.state, 'NA').as('state'),
        a.latitude.cast('double').as('latitude'),
        a.longitude.cast('double').as('longitude'),
      ]),
)

export const flights = Model(
  {
    description: 'flights with real moments and days',
    tags: ['clean'],
    indexes: ['day'],
    tests: {
      departed_at: ['notNull'],
      // No flight leaves from nowhere.
      origin: ['notNull', { references: [airports, 'iata'] }],
      destination: [{ references: [airports, 'iata'], severity: 'warn' }],
    },
    modelTests: [{ expression: (f) => f.distance_miles.gt(0), name: 'flights_go_somewhere' }],
  },
  () =>
    ref(rawFlights)
      .withColumn('departed_at', (f) => replace(f.date, '/', '-').cast('timestamp'))
      .select((f) => [
        f.departed_at,
        toDate(f.departed_at).as('day'),
        f.origin,
        f.destination,
        f.delay.cast('int').as('delay_minutes'),
        f.distance.cast('int').as('distance_miles'),
      ]),
)

export const airportHistory = Snapshot(
  {
    description: 'every version of an airport, from when to when',
    tags: ['history'],
    key: 'iata',
    strategy: 'check',
    columns: 'all',
    hardDeletes: 'invalidate',
  },
  () => ref(airports),
)
