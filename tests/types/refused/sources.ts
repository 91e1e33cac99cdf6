/** Rows that their schema does not allow. One mistake a line, and beside it what the checker says. */
import { schema } from '../../../src/index.ts'
import { session } from '../tables.ts'

const Sale = schema({ id: 'long', day: 'date', note: 'string?' })

export const mistakes = [
  session.createDataFrame([{ id: '1', day: '2024-02-29' }], Sale), // ✗ Type 'string' is not assignable to type 'number | bigint'.
  session.createDataFrame([{ id: 1, day: 20240229 }], Sale), // ✗ Type 'number' is not assignable to type 'string
  session.createDataFrame([{ id: 1, day: null }], Sale), // ✗ Type 'null' is not assignable to type 'string
  session.createDataFrame([{ id: 1 }], Sale), // ✗ Property 'day' is missing
  session.createDataFrame([{ id: 1, day: '2024-02-29', nota: '' }], Sale), // ✗ 'nota' does not exist in type
  session.range('10'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number | bigint'.
]
