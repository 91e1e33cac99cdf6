/** Two tables joined on two columns; the second task waits for the first. */
import { and, type SqlDate, Task } from 'millrace'

export const processing = Task(async ({ session }) => {
  const a = session.table<{ key: number; date: SqlDate }>('tableA')
  const b = session.table<{ key: number; date: SqlDate }>('tableB')
  const joined = a.join(b, (l, r) => and(l.key.eq(r.key), l.date.eq(r.date)))
  await joined.select('key', 'date_right').show()
  await joined.select('key', 'date_right').write('new_table', { mode: 'overwrite' })
})

export const childTask = Task({ dependsOn: [processing] }, async ({ session }) => {
  await session.untyped('new_table').show()
})
