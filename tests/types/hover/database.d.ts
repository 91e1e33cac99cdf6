import type { Decimal, SqlDate } from 'millrace'

/** As `types` writes it for a database: what the columns mean is said where they are used. */
declare module 'millrace' {
  interface Database {
    orders: Order
    customers: Customer
  }
}

/** Orders of the shop, cancelled ones too. */
export interface Order {
  /** Counted up by the database. */
  id: number
  customer_id: number
  status: string
  /** Gross, in euros. */
  amount: Decimal
  items: number
  discount: number | null
  paid: boolean
  day: SqlDate
  placed_at: Date
}

export interface Customer {
  id: number
  name: string
  country: string | null
}
