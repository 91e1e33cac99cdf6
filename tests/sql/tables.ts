import { type Session, schema } from '../../src/index.ts'
import { Customers, Lists, Orders } from '../compiler/support.ts'

/** A column of each type that every database holds. */
export const Samples = schema({
  id: 'long',
  text: 'string?',
  word: 'string?',
  small: 'int?',
  number: 'long?',
  ratio: 'double?',
  price: 'decimal(12,2)?',
  day: 'date?',
  moment: 'timestamp?',
  flag: 'boolean?',
  bytes: 'binary?',
  document: 'json?',
  list: 'array<long>?',
  lists: 'array<array<long>>?',
  words: 'array<string>?',
  rates: 'map<string,double>?',
  pairs: 'array<struct<key:string,value:long>>?',
  record: 'struct<a:long,b:string>?',
})

/** @param samples where the table of samples is */
export const tablesOf = (session: Session, samples = 'shop.samples') => ({
  session,
  orders: session.table('orders', Orders),
  customers: session.table('customers', Customers),
  lists: session.table('lists', Lists),
  samples: session.table(samples, Samples),
})

export type Tables = ReturnType<typeof tablesOf>
/** What a snapshot is made of. */
export interface Printed {
  collect(): Promise<unknown>
  toSQL(options: { pretty: boolean }): { readonly sql: string; readonly bindings: readonly unknown[] }
}
export type Features = Readonly<Record<string, (tables: Tables) => Printed>>
