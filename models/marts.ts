/** Levels 3 and 4: the flights with their places, and what is counted from them. */
import { avg, count, countIf, round, sum, Task } from 'millrace'
import { airports, flights, knownAirports } from './clean.ts'
import { Airports, Flights, Legs } from './schemas.ts'

/** From how many minutes on a flight is late: as the airlines' own statistics count. */
const LATE_MINUTES = 15

export const legs = Task(
  { description: 'flights with cities and states', dependsOn: [flights, airports, knownAirports], tags: ['mart'] },
  async ({ session }) => {
    const places = session.table('airports', Airports).select('iata', 'city', 'state')
    await session
      .table('flights', Flights)
      .join(places, (f, origin) => f.origin.eq(origin.iata))
      .rename({ city: 'origin_city', state: 'origin_state' })
      .drop('iata')
      .join(places, (f, destination) => f.destination.eq(destination.iata), 'left')
      .rename({ city: 'destination_city' })
      .withColumn('late', (f) => f.delay_minutes.gte(LATE_MINUTES))
      .select(
        'day',
        'origin',
        'origin_city',
        'origin_state',
        'destination',
        'destination_city',
        'delay_minutes',
        'distance_miles',
        'late',
      )
      .write('legs', { mode: 'overwrite', indexes: ['origin_state', ['origin', 'destination']] })
  },
)

export const delaysByStateAndDay = Task({ dependsOn: [legs], tags: ['mart'] }, async ({ session }) => {
  await session
    .table('legs', Legs)
    .filter((l) => l.origin_state.isNotNull())
    .rename({ origin_state: 'state' })
    .groupBy('state', 'day')
    .agg((l) => ({ flights: count(), late: countIf(l.late), minutes: sum(l.delay_minutes) }))
    .write('delays_by_state_and_day', { mode: 'overwrite' })
})

export const busiestRoutes = Task({ dependsOn: [legs], tags: ['mart'] }, async ({ session }) => {
  await session
    .table('legs', Legs)
    .groupBy('origin', 'destination')
    .agg((l) => ({ flights: count(), miles: sum(l.distance_miles), mean_delay: round(avg(l.delay_minutes), 2) }))
    // The routes themselves break ties: equal counts come in the same order on every database.
    .orderBy((r) => [r.flights.desc(), r.origin, r.destination])
    .limit(100)
    .write('busiest_routes', { mode: 'overwrite' })
})

export const airportDelays = Task({ dependsOn: [legs], tags: ['mart'] }, async ({ session }) => {
  await session
    .table('legs', Legs)
    .groupBy((l) => [l.origin.as('iata'), l.origin_city.as('city'), l.origin_state.as('state')])
    .agg((l) => ({ flights: count(), late: countIf(l.late) }))
    .withColumn('late_share', (a) => round(a.late.div(a.flights), 4))
    .drop('late')
    .write('airport_delays', { mode: 'overwrite' })
})
