/** Windows over the marts. */
import { lag, Model, ref, round, rowNumber, sum, Window } from 'millrace'
import { airportDelays, delaysByStateAndDay } from './marts.ts'

export const worstAirports = Model({ description: 'the three latest airports of each state', tags: ['mart'] }, () =>
  ref(airportDelays)
    .filter((a) => a.flights.gte(20))
    .withColumn('place', (a) => rowNumber().over(Window.partitionBy(a.state).orderBy(a.late_share.desc(), a.iata)))
    .filter((a) => a.place.lte(3))
    .select('state', 'place', 'iata', 'city', 'late_share'),
)

export const stateTrends = Model(
  { description: 'each state, day by day, with the mean of a week', tags: ['mart'] },
  () =>
    ref(delaysByStateAndDay)
      .withColumns((s) => {
        const week = Window.partitionBy(s.state).orderBy(s.day).rowsBetween(-6, Window.currentRow)
        return {
          mean_delay: round(s.minutes.div(s.flights), 2),
          // Not the mean of seven means: a day of three flights would weigh as much as one of thirty.
          week_mean: round(sum(s.minutes).over(week).div(sum(s.flights).over(week)), 2),
        }
      })
      .withColumn('change', (s) =>
        round(s.mean_delay.minus(lag(s.mean_delay).over(Window.partitionBy(s.state).orderBy(s.day))), 2),
      )
      .select('state', 'day', 'mean_delay', 'week_mean', 'change'),
)
