import { UsageError } from '../../errors/index.ts'
import { didYouMean, listNames } from '../../errors/nearest.ts'
import type { Comparison } from '../compare.ts'
import type { TaskNode } from '../graph.ts'
import type { Atom } from './parse.ts'
import { isWild, matches, matchesPath } from './wildcard.ts'

/** What earlier runs left, for `state:` and `result:`. */
export interface SelectionHistory {
  /** Against the definitions of the last run; undefined where there was none. */
  readonly comparison?: Comparison | undefined
  /** The state in which the last run that saw a task left it: `failed`; undefined where there was no run. */
  readonly results?: ReadonlyMap<string, string> | undefined
}

/** Says of a task whether one selector means it. */
export type Matcher = (node: TaskNode) => boolean

const STATES = ['new', 'old', 'modified', 'unmodified'] as const
const RESULTS = [
  'success',
  'failed',
  'timed_out',
  'cancelled',
  'crashed',
  'kept',
  'skipped',
  'upstream_failed',
] as const

const METHODS: Readonly<Record<string, (value: string, history: SelectionHistory) => Matcher>> = {
  name: (value) => (node) => matchesName(value, node),
  fqn: (value) => (node) => matchesName(value, node),
  tag: (value) => (node) => node.tags.some((tag) => matches(value, tag)),
  path: byPath,
  file: (value) => (node) => {
    const file = node.file.slice(node.file.lastIndexOf('/') + 1)
    return matches(value, file) || matches(value, file.replace(/\.[^.]*$/, ''))
  },
  owner: (value) => (node) => node.owner !== undefined && matches(value, node.owner),
  state: byState,
  result: byResult,
}

/**
 * The matcher of one selector. Without a method: what holds a slash is a path, what ends as a source file does is a
 * file, everything else a name.
 *
 * @throws UsageError for an unknown method, and for `state:` and `result:` values that cannot be.
 */
export function matcherOf(atom: Atom, history: SelectionHistory): Matcher {
  const { value } = atom
  const method =
    atom.method ?? (value.includes('/') ? 'path' : /\.[cm]?[jt]s$|\.sql$|\.csv$/.test(value) ? 'file' : 'name')
  const make = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined
  if (make !== undefined) return make(value, history)
  const known = Object.keys(METHODS)
  throw new UsageError(`"${atom.text}": there is no selector method "${method}"`, {
    hint: [didYouMean(method, known), `methods are ${listNames(known)}`].filter(Boolean).join(' '),
  })
}

/** The bare name, the dotted name, or a prefix of it; wildcards in either. */
function matchesName(value: string, node: TaskNode): boolean {
  const { name, exportName } = node
  if (value === '') return false
  if (value === name || value === exportName || (name.endsWith(`.${value}`) && !value.includes('.'))) return true
  if (isWild(value)) return matches(value, name) || matches(value, exportName)
  return name.startsWith(`${value}.`)
}

function byPath(value: string): Matcher {
  const pattern = value.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
  return (node) => {
    const parts = node.file.split('/')
    return parts.some((_, index) => matchesPath(pattern, parts.slice(0, index + 1).join('/')))
  }
}

function byState(value: string, { comparison }: SelectionHistory): Matcher {
  checkValue('state', value, STATES)
  const added = comparison && new Set(comparison.added)
  const isNew: Matcher = (node) => added?.has(node.name) ?? true
  const isModified: Matcher = (node) => isNew(node) || comparison?.changed.has(node.name) === true
  if (value === 'new') return isNew
  if (value === 'old') return (node) => !isNew(node)
  return value === 'modified' ? isModified : (node) => !isModified(node)
}

function byResult(value: string, { results }: SelectionHistory): Matcher {
  if (!isWild(value)) checkValue('result', value, RESULTS)
  if (results === undefined) throw new UsageError(`"result:${value}": there is no earlier run to look at`)
  return (node) => matches(value, results.get(node.name) ?? '')
}

function checkValue(method: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return
  throw new UsageError(`"${method}:${value}": there is no ${method} "${value}"`, {
    hint: [didYouMean(value, known), `${method}s are ${listNames(known)}`].filter(Boolean).join(' '),
  })
}
