/** Names of methods and functions, and which of them the public API does not have (yet). */
import * as api from '../../src/index.ts'
import { expressionsIn } from './nodes.ts'

/** Operators as methods of Column; `not`, `neg` and `~` are functions. */
export const OPERATORS: Readonly<Record<string, string>> = {
  '+': 'plus', '-': 'minus', '*': 'times', '/': 'div', '%': 'mod',
  '==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte', '<=>': 'eqNullSafe',
  and: 'and', or: 'or', '&': 'bitwiseAND', '|': 'bitwiseOR', '^': 'bitwiseXOR',
} // biome-ignore format: one kind a line
export const PREFIXES: Readonly<Record<string, string>> = { not: 'not', neg: 'negate', '~': 'bitwiseNot' }

const METHODS: Readonly<Record<string, string>> = { startswith: 'startsWith', endswith: 'endsWith' }
export const methodOf = (method: string): string => METHODS[method] ?? method

/** `count_distinct` is `countDistinct` here. */
export const functionOf = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** Calls a method by its name. */
export function invoke(target: unknown, name: string, ...args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(target as object, name)
  if (typeof method !== 'function') throw new TypeError(`${name} is missing`)
  return method.apply(target, args)
}

/** Calls a function of the public API by its name. */
export function invokeFunction(name: string, ...args: readonly unknown[]): unknown {
  return invoke(api, name, ...args)
}

export const has = (target: object, name: string): boolean => typeof Reflect.get(target, name) === 'function'

/** Methods and functions among the expressions of `recorded` that the public API does not have. */
export function missingExpressions(recorded: unknown): readonly string[] {
  const missing = new Set<string>()
  const column = api.lit(1)
  const fn = (name: string) => has(api, name) || missing.add(name)
  const method = (name: string) => has(column, name) || missing.add(`.${name}`)
  for (const node of expressionsIn(recorded)) {
    if ('fn' in node) fn(functionOf(node.fn))
    else if ('method' in node) method(methodOf(node.method))
    else if ('op' in node) {
      if (Object.hasOwn(PREFIXES, node.op)) fn(PREFIXES[node.op] as string)
      else method(OPERATORS[node.op] ?? node.op)
    }
  }
  return [...missing]
}
