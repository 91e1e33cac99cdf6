import { UsageError } from '../../errors/index.ts'
import { didYouMean, listNames } from '../../errors/nearest.ts'
import type { Comparison, Difference } from '../compare.ts'
import type { TaskNode } from '../graph.ts'

/** What earlier runs left, for `state:` and `result:`. */
export interface SelectionHistory {
  /** Against the definitions of the last run; undefined where there was none. */
  readonly comparison?: Comparison | undefined
  /**
   * How the last run that saw a node left it: its state (`failed`), of a test its verdict (`pass`, `warn`, `fail`,
   * `error`). Undefined where there was no run.
   */
  readonly results?: ReadonlyMap<string, string> | undefined
}

type Matcher = (node: TaskNode) => boolean

/** The differences that a part of `state:modified` means; undefined: any. */
const PARTS: ReadonlyMap<string, readonly Difference['what'][] | undefined> = new Map<
  string,
  readonly Difference['what'][] | undefined
>([
  ['modified', undefined],
  ['modified.body', ['code']],
  ['modified.configs', ['options', 'schedule']],
  ['modified.relation', ['relation']],
])
const STATES = ['new', 'old', 'unmodified', ...PARTS.keys()]

/** `state:`; without an earlier run everything is new. @throws UsageError for a state that there is not. */
export function byState(value: string, { comparison }: SelectionHistory): Matcher {
  checkValue('state', value, STATES)
  const added = comparison && new Set(comparison.added)
  const isNew: Matcher = (node) => added?.has(node.name) ?? true
  if (value === 'new') return isNew
  if (value === 'old') return (node) => !isNew(node)
  const kinds = PARTS.get(value)
  const isModified: Matcher = (node) => {
    const differences = comparison?.changed.get(node.name)
    if (isNew(node)) return true
    return kinds === undefined ? differences !== undefined : !!differences?.some(({ what }) => kinds.includes(what))
  }
  return value === 'unmodified' ? (node) => !isModified(node) : isModified
}

/** What a word means: states of tasks and models, verdicts of tests; dbt's words beside ours. */
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  success: ['success'],
  failed: ['failed', 'fail', 'error'],
  error: ['failed', 'timed_out', 'crashed', 'error'],
  fail: ['fail'],
  warn: ['warn'],
  warned: ['warn'],
  pass: ['pass'],
  skipped: ['skipped', 'upstream_failed'],
  upstream_failed: ['upstream_failed'],
  timed_out: ['timed_out'],
  cancelled: ['cancelled'],
  crashed: ['crashed'],
  kept: ['kept'],
}

/** `result:`. @throws UsageError for a result that there is not, and where there was no run. */
export function byResult(value: string, { results }: SelectionHistory): Matcher {
  checkValue('result', value, Object.keys(RESULTS))
  if (results === undefined) throw new UsageError(`"result:${value}": there is no earlier run to look at`)
  const wanted = RESULTS[value] ?? []
  return (node) => wanted.includes(results.get(node.name) ?? '')
}

/** @throws UsageError where `value` is none of those that a method knows. */
export function checkValue(method: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return
  const noun = method.replaceAll('_', ' ')
  throw new UsageError(`"${method}:${value}": there is no ${noun} "${value}"`, {
    hint: [didYouMean(value, known), `${noun}s are ${listNames(known)}`].filter(Boolean).join(' '),
  })
}
