import { UsageError } from '../../errors/index.ts'
import { didYouMean, listNames } from '../../errors/nearest.ts'
import type { Graph } from '../graph.ts'
import type { Meaning } from './methods.ts'
import type { Atom } from './parse.ts'

/** A selector that matched nothing. */
export interface Unmatched {
  readonly atom: Atom
  readonly meaning: Meaning
}

/** What the nodes of a graph are called: `task` where there is nothing else. */
export function nounFor(graph: Graph): string {
  for (const { resourceType } of graph.nodes.values()) if (resourceType !== 'task') return 'node'
  return 'task'
}

/** The error where nothing is selected: `why`, the nearest of what there is, and what there is. */
export function nothingSelected(why: string, unmatched: readonly Unmatched[], graph: Graph): UsageError {
  const nodes = [...graph.nodes.values()]
  const near = unmatched.flatMap(({ atom, meaning }) => didYouMean(atom.value, nodes.flatMap(meaning.values)) ?? [])
  const other = unmatched.find(({ meaning }) => !['name', 'fqn'].includes(meaning.method))
  const there =
    other === undefined
      ? `${nounFor(graph)}s are ${listNames(nodes.map((node) => node.shortName))}`
      : available(other, new Set(nodes.flatMap(other.meaning.values)))
  const hint = [...new Set(near), there].filter(Boolean).join(' ')
  return new UsageError(`nothing selected: ${why}`, { hint: hint === '' ? undefined : hint })
}

/** The error where there is nothing to select of. */
export function nothingDeclared(): UsageError {
  return new UsageError('nothing selected: the models export no task and no model', {
    hint: 'export const daily = Task(async ({ session }) => { … }) in one of their files; node app.js new NAME writes one',
  })
}

/** Undefined where the method has no values of its own in the graph: who asks for `state:new` has spelled it well. */
function available({ atom, meaning }: Unmatched, values: ReadonlySet<string>): string | undefined {
  if (!meaning.hasValues) return undefined
  const method = atom.method ?? meaning.method
  return values.size === 0 ? `nothing has a ${method}` : `${method} is one of ${listNames(values)}`
}
