/** What a library of frames exports: its compiler must be able to write the types down. Compiling is the test. */
import { type DataFrame, Model, Session, schema, sum } from 'millrace'
import { sqlite } from 'millrace/sqlite'

export const session = new Session(sqlite({ file: 'shop.db' }))
export const orders = session.table('orders', schema({ id: 'long', state: 'string?', total: 'double?' }))

export const ids = <R extends { id: number }>(frame: DataFrame<R>) => frame.select('id')
export const marked = <R extends { id: number }>(frame: DataFrame<R>) => frame.withColumn('id', (o) => o.id)
export const grouped = <R extends { id: number }>(frame: DataFrame<R>) => frame.groupBy('id')
export const filled = <R extends { id: number }>(frame: DataFrame<R>) => frame.fillna(0)
export const dropped = <R extends { id: number }>(frame: DataFrame<R>) => frame.drop('id').dropna()
export const everything = <R>(frame: DataFrame<R>) => frame.union(frame)

export const states = orders.groupBy('id').pivot('state', ['open', 'shut'])
export const counted = states.agg((o) => ({ total: sum(o.total) }))
export const missing = orders.na
export const joined = orders.join(counted, 'id', 'left')
export const model = Model(() => orders)
