/** What people read: tasks again, because printing is doing. `show()` prints a table under the task's name. */
import { count, countIf, round, sum, Task } from 'millrace'
import { busiestRoutes, delaysByStateAndDay, regionDelays } from './marts.ts'
import { stateTrends, worstAirports } from './rankings.ts'

export const latestStates = Task({ dependsOn: [delaysByStateAndDay], tags: ['report'] }, async ({ ref }) => {
  await ref(delaysByStateAndDay)
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

export const routes = Task({ dependsOn: [busiestRoutes, regionDelays], tags: ['report'] }, async ({ ref }) => {
  await ref(busiestRoutes)
    .orderBy((r) => [r.flights.desc(), r.origin, r.destination])
    .show(10)
  await ref(regionDelays).orderBy('region').show()
})

export const worst = Task({ dependsOn: [worstAirports, stateTrends], tags: ['report'] }, async ({ ref }) => {
  await ref(worstAirports)
    .filter((a) => a.state.isin(['CA', 'NY', 'TX']))
    .orderBy('state', 'place')
    .show()
  await ref(stateTrends)
    .filter((t) => t.state.eq('NY'))
    .orderBy((t) => t.week_mean.desc(), 'day')
    .show(5)
})
