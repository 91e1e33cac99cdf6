import { UsageError } from '../../errors/index.ts'
import { didYouMean, listNames } from '../../errors/nearest.ts'
import type { Graph } from '../graph.ts'
import { matcherOf, type SelectionHistory } from './methods.ts'
import { type Atom, type Intersection, parseSelection } from './parse.ts'

export interface Selection {
  /** Full names. */
  readonly names: ReadonlySet<string>
  /** Selectors, as written, that no task matched beside others that some did: worth a warning. */
  readonly unmatched: readonly string[]
}

/**
 * The tasks that `--select` names, less those that `--exclude` names; all where nothing is selected.
 *
 * @example selectTasks(graph, { select: ['tag:nightly,+sales.daily'], exclude: ['raw.*'] })
 * @throws UsageError for what is no selector, and where no task is left.
 */
export function selectTasks(
  graph: Graph,
  { select = [], exclude = [] }: { select?: readonly string[]; exclude?: readonly string[] },
  history: SelectionHistory = {},
): Selection {
  const unmatched: string[] = []
  const evaluate = evaluator(graph, history, unmatched)
  const wanted = parseSelection(select)
  if (select.length > 0 && wanted.length === 0) {
    throw new UsageError('--select is empty: it names no task', { hint: 'leave it out to take all tasks' })
  }
  const names = wanted.length === 0 ? new Set(graph.nodes.keys()) : evaluate(wanted)
  if (names.size === 0) throw nothing(`no task matches ${quote(select)}`, unmatched, graph)
  const excluded = evaluate(parseSelection(exclude))
  const left = new Set([...names].filter((name) => !excluded.has(name)))
  if (left.size === 0) throw nothing(`--exclude ${exclude.join(' ')} takes out all that was selected`, unmatched, graph)
  return { names: left, unmatched }
}

function evaluator(
  graph: Graph,
  history: SelectionHistory,
  unmatched: string[],
): (union: readonly Intersection[]) => Set<string> {
  const children = new Map<string, string[]>()
  for (const node of graph.nodes.values()) {
    for (const parent of node.dependsOn) children.set(parent, [...(children.get(parent) ?? []), node.name])
  }
  const parentsOf = (name: string): readonly string[] => graph.nodes.get(name)?.dependsOn ?? []
  const childrenOf = (name: string): readonly string[] => children.get(name) ?? []
  const atom = (one: Atom): Set<string> => {
    const matcher = matcherOf(one, history)
    const found = new Set([...graph.nodes.values()].flatMap((node) => (matcher(node) ? node.name : [])))
    if (found.size === 0) unmatched.push(one.text)
    if (one.closure)
      return reach(reach(found, childrenOf, Number.POSITIVE_INFINITY), parentsOf, Number.POSITIVE_INFINITY)
    return new Set([...reach(found, parentsOf, one.parents), ...reach(found, childrenOf, one.children)])
  }
  return (union) => {
    const selected = new Set<string>()
    for (const intersection of union) {
      const sets = intersection.map(atom)
      for (const name of sets[0] ?? []) if (sets.every((set) => set.has(name))) selected.add(name)
    }
    return selected
  }
}

/** `from` and what is at most `depth` steps away. */
function reach(from: ReadonlySet<string>, step: (name: string) => readonly string[], depth: number): Set<string> {
  const reached = new Set(from)
  let edge = [...from]
  for (let taken = 0; taken < depth && edge.length > 0; taken += 1) {
    const next: string[] = []
    for (const name of edge.flatMap(step)) {
      if (reached.has(name)) continue
      reached.add(name)
      next.push(name)
    }
    edge = next
  }
  return reached
}

function nothing(why: string, unmatched: readonly string[], graph: Graph): UsageError {
  const nodes = [...graph.nodes.values()]
  const names = nodes.flatMap((node) => [node.exportName, node.name])
  const tags = [...new Set(nodes.flatMap((node) => node.tags))]
  const nearest = unmatched.flatMap((text) => {
    const tag = /tag:([^+]*)/.exec(text)?.[1]
    const bare = text.replace(/^@|^\d*\+|\+\d*$/g, '')
    return (tag === undefined ? didYouMean(bare, names) : didYouMean(tag, tags)) ?? []
  })
  const available = unmatched.some((text) => text.includes('tag:'))
    ? `tags are ${listNames(tags)}`
    : `tasks are ${listNames(nodes.map((node) => node.shortName))}`
  return new UsageError(`nothing selected: ${why}`, { hint: [...nearest, available].join(' ') })
}

function quote(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(' ')
}
