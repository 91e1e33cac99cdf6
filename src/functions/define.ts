import { columnArgument, toColumn, toExpression } from '../column/expression-column.ts'
import { InvalidArgument } from '../errors/index.ts'
import { call } from '../plan/expression.ts'
import type { SqlType } from '../plan/type.ts'
import { type Argument, type FunctionEntry, register } from './entry.ts'
import type { Parameter } from './parameter.ts'

/** The run-time side of every function's face; each function's own declaration says what it takes and gives. */
// biome-ignore lint/suspicious/noExplicitAny: narrowed by the declared type of each function
export type Face = (...args: any[]) => any

interface Definition {
  takes?: readonly Parameter[]
  /** A type, the number of the argument whose type it is, or a rule. */
  gives: SqlType | number | ((args: readonly Argument[]) => SqlType)
  /** When the result can be NULL: `any` argument is (the default), `never`, `always`, or a rule. */
  nulls?: 'any' | 'never' | 'always' | ((args: readonly Argument[]) => boolean)
  /** The value, where it follows from the arguments' types. */
  known?: FunctionEntry['known']
  volatile?: boolean
  needsOrder?: boolean
  ordered?: boolean
  leavesOut?: FunctionEntry['leavesOut']
  /** Counts each distinct value once. */
  distinct?: boolean
}

function define(kind: FunctionEntry['kind'], name: string, definition: Definition): Face {
  const { gives, nulls = 'any' } = definition
  const parameters = definition.takes ?? []
  register({
    name,
    kind,
    parameters,
    gives:
      typeof gives === 'function'
        ? gives
        : typeof gives === 'number'
          ? (args) => (args[gives] as Argument).type
          : () => gives,
    nullable:
      typeof nulls === 'function'
        ? nulls
        : nulls === 'any'
          ? (args) => args.some((arg) => arg.nullable)
          : () => nulls === 'always',
    ...(definition.known && { known: definition.known }),
    volatile: definition.volatile ?? false,
    needsOrder: definition.needsOrder ?? false,
    ordered: definition.ordered ?? false,
    leavesOut: definition.leavesOut ?? 0,
  })
  return (...args: unknown[]) => {
    while (args.length > 0 && args.at(-1) === undefined) args.pop()
    const last = parameters.at(-1)
    const required = parameters.filter((parameter) => !parameter.optional).length
    if (args.length < required || (args.length > parameters.length && !last?.rest)) {
      throw new InvalidArgument(`${name} takes ${countOf(parameters)}, not ${args.length}`)
    }
    const expressions = args.map((arg, index) => {
      const parameter = parameters[index] ?? (last as Parameter)
      return parameter.value ? toExpression(arg, name) : columnArgument(arg, name)
    })
    return toColumn(call(name, expressions, definition.distinct))
  }
}

function countOf(parameters: readonly Parameter[]): string {
  const required = parameters.filter((parameter) => !parameter.optional).length
  const noun = (count: number) => (count === 1 ? 'argument' : 'arguments')
  if (parameters.at(-1)?.rest) return `at least ${required} ${noun(required)}`
  return required === parameters.length
    ? `${required} ${noun(required)}`
    : `${required} to ${parameters.length} arguments`
}

/** A function of one row. */
export const scalar = (name: string, definition: Definition): Face => define('scalar', name, definition)
/** A function of the rows of a group or window. NULL for no rows unless it says otherwise. */
export const aggregate = (name: string, definition: Definition): Face =>
  define('aggregate', name, { nulls: 'always', ...definition })
/** A function that stands only before `.over(window)`. */
export const windowed = (name: string, definition: Definition): Face =>
  define('window', name, { needsOrder: true, ...definition })
