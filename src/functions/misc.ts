import type { Constant } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { any, value } from './parameter.ts'
import { formatSparkType } from './spark-type.ts'

/** The name of a column's type, as Spark says it: `bigint`, `array<string>`. Never NULL. @example typeOf(o.total.div(2)) // 'double' */
export const typeOf: (column: ColumnOf<unknown>) => Constant<string> = scalar('typeof', {
  takes: [value(any)],
  gives: types.string,
  nulls: 'never',
  known: ([column]) => formatSparkType((column as Argument).type),
})
/** `typeOf` by the name that it has in Spark, which JavaScript keeps for itself: `import { typeof as typeOf }`. */
export { typeOf as typeof }
