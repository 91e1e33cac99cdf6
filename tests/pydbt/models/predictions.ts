/** A TTL, a factory of tasks, a monthly one, and a decorated method that uses columns as properties of the frame. */
import { count, Monthly, type SqlDate, Task, type TaskContext, type TaskDefinition, when } from 'millrace'

interface Prediction {
  matchDate: SqlDate
  preds: string
}

export const taskOne = Task({ ttlMinutes: 60 }, ({ session }) => session.table<Prediction>('predictions').show())

const predictionsOf = (day: string): TaskDefinition<void> =>
  Task({ dependsOn: [taskOne] }, ({ session }) =>
    session
      .table<Prediction>('predictions')
      .where((p) => p.matchDate.eq(day))
      .withColumn('new_column', (p) => when(p.preds.eq('hw'), 'W'))
      .groupBy('matchDate', 'preds')
      .agg((p) => ({ count_preds: count(p.preds) }))
      .show(),
  )
export const taskTwo = predictionsOf('2022-12-30')
export const taskThree = predictionsOf('2022-12-31')

export const taskFour = Task({ dependsOn: [taskThree, taskTwo], runsOn: Monthly() }, ({ session }) =>
  session
    .table<Prediction>('predictions')
    .where((p) => p.matchDate.eq('2022-12-31'))
    .show(),
)

// biome-ignore lint/complexity/noStaticOnlyClass: decorators stand on methods
export class Reports {
  @Task({ dependsOn: [taskThree, taskTwo] })
  static async winners({ session }: TaskContext): Promise<void> {
    const df = session.table<Prediction>('predictions')
    await df.where(df.preds.eq('hw')).select(df.matchDate, df.preds).show()
  }
}
