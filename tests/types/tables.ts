import { type Session, schema } from '../../src/index.ts'

/** Frames that the programs of this folder share; nothing here runs. */
export declare const session: Session

const Orders = schema({
  id: 'long',
  customer_id: 'long',
  channel: 'string',
  total: 'double',
  discount: 'double?',
  price: 'decimal(12,2)',
  paid: 'boolean?',
  day: 'date',
  placed_at: 'timestamp',
})
const Customers = schema({ id: 'long', name: 'string', country: 'string?', referrer_id: 'long?' })

export const orders = session.table('shop.orders', Orders)
export const customers = session.table('shop.customers', Customers)

const Nested = schema({ id: 'long', tags: 'array<string>', rates: 'map<string,double>', doc: 'json' })
export const nested = session.table('shop.nested', Nested)
