import { describeValue, toExpression } from '../column/expression-column.ts'
import { InvalidArgument } from '../errors/index.ts'

/** A text that is part of a function's meaning, plain or as `lit`. @throws InvalidArgument for anything else. */
export function constantText(given: unknown, fn: string): string {
  if (typeof given === 'string') return given
  const expression = given === undefined ? undefined : toExpression(given, fn)
  if (expression?.kind === 'literal' && typeof expression.value === 'string') return expression.value
  throw new InvalidArgument(`${fn} takes a plain string here, not ${describeValue(given)}`, {
    hint: 'it is the same for all rows; for a choice by row use when(…)',
  })
}
