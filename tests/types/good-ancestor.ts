/** The ancestor's examples, as users write them now. Compiling is the test. */
import { and, count, Monthly, type Session, type SqlDate, Task, when } from '../../src/index.ts'

interface Prediction {
  matchDate: SqlDate
  preds: string
}

export const processing = Task(async ({ session }) => {
  const a = session.table<{ key: number; date: SqlDate }>('tableA')
  const b = session.table<{ key: number; date: SqlDate }>('tableB')
  const joined = a.join(b, (l, r) => and(l.key.eq(r.key), l.date.eq(r.date)))
  await joined.select('key', 'date_right').show()
  await joined.select('key', 'date_right').write('new_table', { mode: 'overwrite' })
})

export const childTask = Task({ dependsOn: [processing] }, async ({ session }) => {
  await session.table('new_table').show()
})

export const taskOne = Task({ ttlMinutes: 60 }, ({ session }) => session.table<Prediction>('predictions').show())

const predictions = (day: string) =>
  Task({ dependsOn: [taskOne] }, ({ session }) =>
    session
      .table<Prediction>('predictions')
      .where((p) => p.matchDate.eq(day))
      .withColumn('new_column', (p) => when(p.preds.eq('hw'), 'W'))
      .groupBy('matchDate', 'preds')
      .agg((p) => ({ count_preds: count(p.preds) }))
      .show(),
  )
export const taskTwo = predictions('2022-12-30')
export const taskThree = predictions('2022-12-31')

export const taskFour = Task({ dependsOn: [taskThree, taskTwo], runsOn: Monthly() }, ({ session }) =>
  session
    .table<Prediction>('predictions')
    .where((p) => p.matchDate.eq('2022-12-31'))
    .show(),
)

// biome-ignore lint/complexity/noStaticOnlyClass: the ancestor's own style, a decorator on a static method
export class Reports {
  @Task({ dependsOn: [taskThree, taskTwo] })
  static async winners({ session }: { session: Session }): Promise<void> {
    const df = session.table<Prediction>('predictions')
    await df.where(df.preds.eq('hw')).select(df.matchDate, df.preds).show()
  }
}
