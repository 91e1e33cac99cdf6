import type { Decimal } from '../../../../src/index.ts'

declare module '../../../../src/index.ts' {
  interface Database {
    orders: { id: number; total: Decimal; note: string | null }
    'sales.customers': { id: number }
  }
}
