/** The flights with their places, and what is counted from them. */
import { avg, type BuildContext, count, countIf, Model, max, ref, round, type SqlDate, sum } from 'millrace'
import { airports, flights } from './clean.ts'
import { states } from './raw.ts'

/** From how many minutes on a flight is late: as the airlines' own statistics count. */
const LATE_MINUTES = 15

export const legs = Model(
  {
    description: 'flights with cities and states',
    tags: ['mart'],
    indexes: ['origin_state', ['origin', 'destination']],
  },
  () => {
    const places = ref(airports).select('iata', 'city', 'state')
    return ref(flights)
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
  },
)

/** Counts and sums, no means: whoever adds days up needs those. */
export const delaysByStateAndDay = Model(
  {
    description: 'only the newest days are counted again',
    materialized: 'incremental',
    strategy: 'merge',
    key: ['state', 'day'],
    tags: ['mart'],
    tests: { state: ['notNull'], day: ['notNull'] },
    modelTests: [{ expression: (d) => d.late.lte(d.flights) }],
  },
  ({ isIncremental, target }: BuildContext) => {
    const days = ref(legs)
      .filter((l) => l.origin_state.isNotNull())
      .rename({ origin_state: 'state' })
      .groupBy('state', 'day')
      .agg((l) => ({ flights: count(), late: countIf(l.late), minutes: sum(l.delay_minutes) }))
    if (!isIncremental) return days
    const newest = target.agg((t) => ({ newest: max<SqlDate>(t.day) }))
    return days.join(newest, (d, n) => d.day.gte(n.newest), 'semi')
  },
)

export const busiestRoutes = Model({ tags: ['mart'], modelTests: [{ rowCount: { equals: 100 } }] }, () =>
  ref(legs)
    .groupBy('origin', 'destination')
    .agg((l) => ({ flights: count(), miles: sum(l.distance_miles), mean_delay: round(avg(l.delay_minutes), 2) }))
    // The routes themselves break ties: equal counts come in the same order on every database.
    .orderBy((r) => [r.flights.desc(), r.origin, r.destination])
    .limit(100),
)

export const airportDelays = Model({ materialized: 'view', tags: ['mart'], tests: { iata: ['unique'] } }, () =>
  ref(legs)
    .groupBy((l) => [l.origin.as('iata'), l.origin_city.as('city'), l.origin_state.as('state')])
    .agg((l) => ({ flights: count(), late: countIf(l.late) }))
    .withColumn('late_share', (a) => round(a.late.div(a.flights), 4))
    .drop('late'),
)

export const regionDelays = Model({ tags: ['mart'], tests: { region: ['unique', 'notNull'] } }, () =>
  ref(delaysByStateAndDay)
    .join(ref(states).select('state', 'region'), 'state')
    .filter((d) => d.region.isNotNull())
    .groupBy('region')
    .agg((d) => ({ last_day: max(d.day), flights: sum(d.flights), late: sum(d.late) }))
    .withColumn('late_share', (d) => round(d.late.div(d.flights), 4)),
)
