/** Names of verbs, and which of them the public API does not have (yet). */
import { has, missingExpressions } from '../missing.ts'
import type { Program } from './program.ts'

/** What the neutral JSON's verbs are called here, where that is not the same. */
const VERBS: Readonly<Record<string, string>> = { sort: 'orderBy', except: 'subtract' }
export const verbOf = (op: string): string => VERBS[op] ?? op

const GROUPED = new Set(['pivot'])

/** Verbs, methods and functions of the program that cannot be built yet. `frame` is any frame. */
export function missingOf(program: Program, frame: object): readonly string[] {
  const missing = new Set<string>()
  const grouped = (frame as { groupBy(): object }).groupBy()
  for (const { op, allowMissing } of program.steps) {
    const verb = verbOf(op)
    if (op !== 'table' && !has(GROUPED.has(op) ? grouped : frame, verb)) missing.add(`${verb}()`)
    if (allowMissing && !takesOptions(frame, verb)) missing.add('unionByName(allowMissing)')
  }
  // A step has an `op` too, but no `args`: it is no expression.
  return [...missing, ...missingExpressions(program.steps)]
}

/** Whether a verb that has a short form too looks at its options: its source names the argument. */
function takesOptions(frame: object, verb: string): boolean {
  return /allowMissing|options/.test(String(Reflect.get(frame, verb)))
}
