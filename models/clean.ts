/** Levels 1 and 2: columns with their right types and names, and a check that they fit together. */
import { nullif, replace, Task, toDate } from 'millrace'
import { rawAirports, rawFlights } from './raw.ts'
import { Airports, Flights, RawAirports, RawFlights } from './schemas.ts'

export const flights = Task(
  { description: 'flights with real moments and days', dependsOn: [rawFlights], tags: ['clean'] },
  async ({ session }) => {
    await session
      .table('raw_flights', RawFlights)
      .withColumn('departed_at', (f) => replace(f.date, '/', '-').cast('timestamp'))
      .select((f) => [
        f.departed_at,
        toDate(f.departed_at).as('day'),
        f.origin,
        f.destination,
        f.delay.cast('int').as('delay_minutes'),
        f.distance.cast('int').as('distance_miles'),
      ])
      .write('flights', { mode: 'overwrite', indexes: ['day'] })
  },
)

export const airports = Task(
  { description: 'airports of the states; NA is NULL', dependsOn: [rawAirports], tags: ['clean'] },
  async ({ session }) => {
    await session
      .table('raw_airports', RawAirports)
      .filter((a) => a.country.eq('USA'))
      .select((a) => [
        a.iata,
        a.name.as('airport'),
        nullif(a.city, 'NA').as('city'),
        nullif(a.state, 'NA').as('state'),
        a.latitude.cast('double').as('latitude'),
        a.longitude.cast('double').as('longitude'),
      ])
      .write('airports', { mode: 'overwrite', indexes: ['iata'] })
  },
)

export const knownAirports = Task(
  { description: 'no flight leaves from nowhere', dependsOn: [flights, airports], tags: ['check'] },
  async ({ session }) => {
    const lost = await session
      .table('flights', Flights)
      .join(session.table('airports', Airports), (f, a) => f.origin.eq(a.iata), 'anti')
      .select('origin')
      .distinct()
      .collect()
    if (lost.length > 0) throw new Error(`no such airport: ${lost.map((flight) => flight.origin).join(', ')}`)
  },
)
