import { InternalError } from '../errors/index.ts'
import { type Expression, outputName } from '../plan/expression.ts'

/** The name of a select column; verbs refuse nameless ones, so there is one. */
export function outputNameOf(expression: Expression): string {
  const name = outputName(expression)
  if (name === undefined) throw new InternalError('a column without a name got past its verb')
  return name
}
