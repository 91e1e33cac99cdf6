/** The last level: what people read. `show()` prints a table under the task's name. */
import { count, countIf, round, sum, Task } from 'millrace'
import { busiestRoutes, delaysByStateAndDay } from './marts.ts'
import { stateTrends, worstAirports } from './rankings.ts'
import { Routes, StateDays, StateTrends, WorstAirports } from './schemas.ts'

export const latestStates = Task({ dependsOn: [delaysByStateAndDay], tags: ['report'] }, async ({ session }) => {
  await session
    .table('delays_by_state_and_day', StateDays)
    .groupBy('state')
    .agg((s) => ({
      days: count(),
      flights: sum(s.flights),
      late: sum(s.late),
      bad_days: countIf(s.minutes.div(s.flights).gte(30)),
    }))
    .withColumn('late_percent', (s) => round(s.late.div(s.flights).times(100), 1))
    .orderBy((s) => [s.late_percent.desc(), s.state])
    .show(10)
})

export const routes = Task({ dependsOn: [busiestRoutes], tags: ['report'] }, async ({ session }) => {
  await session
    .table('busiest_routes', Routes)
    .orderBy((r) => [r.flights.desc(), r.origin, r.destination])
    .show(10)
})

export const worst = Task({ dependsOn: [worstAirports, stateTrends], tags: ['report'] }, async ({ session }) => {
  await session
    .table('worst_airports', WorstAirports)
    .filter((a) => a.state.isin(['CA', 'NY', 'TX']))
    .orderBy('state', 'place')
    .show()
  await session
    .table('state_trends', StateTrends)
    .filter((t) => t.state.eq('NY'))
    .orderBy((t) => t.week_mean.desc(), 'day')
    .show(5)
})
