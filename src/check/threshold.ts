import { InvalidArgument } from '../errors/index.ts'

const OPERATORS: Readonly<Record<string, (failures: number, limit: number) => boolean>> = {
  '>': (failures, limit) => failures > limit,
  '>=': (failures, limit) => failures >= limit,
  '<': (failures, limit) => failures < limit,
  '<=': (failures, limit) => failures <= limit,
  '=': (failures, limit) => failures === limit,
  '==': (failures, limit) => failures === limit,
  '!=': (failures, limit) => failures !== limit,
  '<>': (failures, limit) => failures !== limit,
}
const COMPARISON = /^\s*(<=|>=|<>|!=|==|=|<|>)\s*(-?\d+(?:\.\d+)?)\s*$/
const BETWEEN = /^\s*between\s+(-?\d+(?:\.\d+)?)\s+and\s+(-?\d+(?:\.\d+)?)\s*$/i

/** What a threshold is where nobody gave one: any failure reaches it. */
export const ANY_FAILURE = '!= 0'

/**
 * Reads a condition on a number of failures: `'> 10'`, `'>=5'`, `'!= 0'`, `'between 5 and 8'` (both ends belong to it).
 *
 * @param what names the option in the error: `warnIf`, `errorIf`
 * @returns whether a number of failures reaches it
 * @throws InvalidArgument for anything else
 */
export function parseThreshold(text: unknown, what: string): (failures: number) => boolean {
  if (typeof text === 'string') {
    const [, operator, limit] = COMPARISON.exec(text) ?? []
    const compare = operator === undefined ? undefined : OPERATORS[operator]
    if (compare) return (failures) => compare(failures, Number(limit))
    const [, low, high] = BETWEEN.exec(text) ?? []
    if (low !== undefined) return (failures) => failures >= Number(low) && failures <= Number(high)
  }
  throw new InvalidArgument(`${what}: ${JSON.stringify(text)} is no condition on the number of failures`, {
    hint: "compare it with a number: '> 10', '>= 5', '!= 0', 'between 5 and 8'",
  })
}
