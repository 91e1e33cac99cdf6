import { UsageError } from '../../errors/index.ts'
import type { Graph, ResourceType } from '../graph.ts'
import type { SelectionHistory } from './history.ts'
import { type IndirectSelection, type Selected, testsAlong } from './indirect.ts'
import { meaningOf } from './methods.ts'
import { neighboursIn } from './neighbours.ts'
import { nothingDeclared, nothingSelected, nounFor, type Unmatched } from './nothing.ts'
import { type Atom, type Intersection, parseSelection } from './parse.ts'

/** What a command line asks for. */
export interface SelectionGiven {
  /** As `--select` gave them; each may hold several. */
  readonly select?: readonly string[] | undefined
  readonly exclude?: readonly string[] | undefined
  /** Which tests come along with what they look at; `eager` if undefined. */
  readonly indirectSelection?: IndirectSelection | undefined
  /** Of what is selected only these kinds; all kinds if undefined or empty. */
  readonly resourceTypes?: readonly ResourceType[] | undefined
}

export interface Selection {
  /** Full names. */
  readonly names: ReadonlySet<string>
  /** Selectors, as written, that no node matched beside others that some did: worth a warning. */
  readonly unmatched: readonly string[]
}

/**
 * The nodes that `select` names, less those that `exclude` names, with their tests; all where nothing is selected.
 *
 * @param history for `state:` and `result:`.
 * @returns full names; linear in the size of the graph for each selector.
 * @example selectTasks(graph, { select: ['tag:nightly,+sales.daily'], exclude: ['raw.*'] })
 * @throws UsageError for what is no selector, and where nothing is left.
 */
export function selectTasks(graph: Graph, given: SelectionGiven, history: SelectionHistory = {}): Selection {
  const { select = [], exclude = [], resourceTypes = [] } = given
  if (graph.nodes.size === 0) throw nothingDeclared()
  const unmatched: Unmatched[] = []
  const evaluate = evaluator(graph, history, given.indirectSelection ?? 'eager', unmatched)
  const wanted = parseSelection(select)
  const noun = nounFor(graph)
  if (select.length > 0 && wanted.length === 0) {
    throw new UsageError(`--select is empty: it names no ${noun}`, { hint: `leave it out to take all ${noun}s` })
  }
  const names = wanted.length === 0 ? new Set(graph.nodes.keys()) : evaluate(wanted)
  if (names.size === 0) throw nothingSelected(`no ${noun} matches ${quote(select)}`, unmatched, graph)
  for (const name of evaluate(parseSelection(exclude))) names.delete(name)
  if (names.size === 0) {
    throw nothingSelected(`--exclude ${exclude.join(' ')} takes out all that was selected`, unmatched, graph)
  }
  if (resourceTypes.length > 0) {
    for (const name of names) {
      const type = graph.nodes.get(name)?.resourceType
      if (type === undefined || !resourceTypes.includes(type)) names.delete(name)
    }
    if (names.size === 0) {
      const kinds = resourceTypes.join(' or ')
      const all = wanted.length === 0 && exclude.length === 0
      throw nothingSelected(all ? `there is no ${kinds}` : `what was selected holds no ${kinds}`, unmatched, graph)
    }
  }
  return { names, unmatched: unmatched.map(({ atom }) => atom.text) }
}

function evaluator(
  graph: Graph,
  history: SelectionHistory,
  indirect: IndirectSelection,
  unmatched: Unmatched[],
): (union: readonly Intersection[]) => Set<string> {
  const neighbours = neighboursIn(graph)
  const tests = testsAlong(graph, neighbours, indirect)

  const atom = (one: Atom): Selected => {
    const meaning = meaningOf(one, history)
    const found = new Set<string>()
    for (const node of graph.nodes.values()) if (meaning.matcher(node)) found.add(node.name)
    if (found.size === 0) unmatched.push({ atom: one, meaning })
    if (one.closure) return tests.expand(neighbours.before(neighbours.after(found)))
    const selected = neighbours.before(found, one.parents)
    for (const name of neighbours.after(found, one.children)) selected.add(name)
    return tests.expand(selected)
  }

  /** Tests that wait in a part count as its own while the parts are put together; then the rest of their parents must be there. */
  const together = (parts: readonly Selected[], combine: (sets: readonly Set<string>[]) => Set<string>): Selected => {
    const [only] = parts
    if (parts.length === 1 && only !== undefined) return only
    const direct = combine(parts.map((part) => new Set(part.direct)))
    const waiting = combine(parts.map((part) => new Set([...part.direct, ...part.waiting])))
    return { direct: tests.settle(direct, waiting), waiting }
  }

  return (union) =>
    new Set(
      together(
        union.map((intersection) => together(intersection.map(atom), intersectionOf)),
        unionOf,
      ).direct,
    )
}

function intersectionOf([first = new Set(), ...rest]: readonly Set<string>[]): Set<string> {
  for (const name of first) if (!rest.every((set) => set.has(name))) first.delete(name)
  return first
}

function unionOf(sets: readonly Set<string>[]): Set<string> {
  const all = new Set<string>()
  for (const set of sets) for (const name of set) all.add(name)
  return all
}

function quote(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(' ')
}
