import { analyse } from '../analyse/analyse.ts'
import { compileCondition } from '../compiler/compile.ts'
import type { Statement } from '../engine/engine.ts'
import { InvalidArgument } from '../errors/index.ts'
import type { Expression } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import type { SessionScope } from './scope.ts'

/**
 * A condition on the rows of any table that has these columns, as SQL over their bare names.
 *
 * @throws InvalidArgument for what a row alone cannot answer: aggregates, window functions, chance
 */
export function rowCondition(
  scope: SessionScope,
  fields: Fields,
  condition: Expression | undefined,
): Statement | undefined {
  if (condition === undefined) return undefined
  // Old rows may have NULL where new ones have none.
  const columns = fields.map((field) => ({ ...field, nullable: true }))
  const table: Relation = { kind: 'table', table: { schema: undefined, name: 'target' }, fields: columns }
  const plan = analyse(
    { kind: 'filter', input: table, condition },
    { catalogue: { ...scope.catalogue, table: () => columns }, now: scope.now },
  )
  const compiled = compileCondition(plan, scope.dialect)
  if (compiled === undefined) {
    throw new InvalidArgument('replaceWhere: where takes a condition that each row answers by itself', {
      hint: "where: (c) => c.day.gte('2024-01-01'): no aggregate, no window function, nothing by chance",
    })
  }
  return scope.native(compiled)
}
