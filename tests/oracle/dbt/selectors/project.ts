/** dbt's projects as Millrace's graphs. */
import { type Comparison, compareTasks } from '../../../../src/dag/compare.ts'
import type { Graph, TaskNode } from '../../../../src/dag/graph.ts'
import { sortGraph } from '../../../../src/dag/levels.ts'
import type { SelectionHistory } from '../../../../src/dag/select/history.ts'
import { node } from '../../../dag/support.ts'
import type { FormerFields, RecordedNode, RecordedSelectors } from './recorded.ts'

/** Where Millrace means another thing than dbt: with one of these the project is read as dbt reads it. */
export interface AsDbt {
  /** Any change of a text counts, also of comments and white space. */
  readonly bodiesByText?: boolean
  /** A node that moves to another folder stays what it was. */
  readonly movedIsSame?: boolean
}

export interface Project {
  readonly graph: Graph
  readonly history: SelectionHistory
  /** dbt's name of a node by our full name. */
  readonly recordedName: ReadonlyMap<string, string>
}

/** Makes the graph, and what the former project's run left. Unit tests are left out: they run without a graph. */
export function projectOf(recorded: RecordedSelectors, as: AsDbt = {}): Project {
  const { absent, changed, removed_since: removed } = recorded.old
  const before = recorded.nodes
    .filter(({ name }) => !absent.includes(name))
    .map((one) => ({ ...one, ...formerly(one, changed[one.name], as) }))
  const now = graphOf(recorded.nodes, as)
  const former = graphOf([...before, ...removed], as)
  const comparison: Comparison = compareTasks(former.nodes, now.nodes)
  const recordedName = new Map(recorded.nodes.map((one) => [fullName(one), one.name]))
  return { graph: now, recordedName, history: { comparison, results: resultsOf(recorded) } }
}

type Described = RecordedNode & Pick<FormerFields, 'description' | 'helper'>

function formerly(one: RecordedNode, fields: FormerFields | undefined, { movedIsSame }: AsDbt): FormerFields {
  if (fields === undefined) return {}
  if (!movedIsSame || (fields.fqn ?? fields.path) === undefined) return fields
  // The same name, and one thing that differs: where it stood.
  const { fqn, path, ...others } = fields
  return { ...others, config: { ...one.config, stood: fqn ?? path } }
}

function graphOf(nodes: readonly Described[], as: AsDbt): Graph {
  const known = nodes.filter(({ resource_type: type }) => type !== 'unit_test')
  const fullNames = new Map(known.map((one) => [one.name, fullName(one)]))
  return sortGraph(new Map(known.map((one) => [fullName(one), taskNode(one, fullNames, as)])))
}

function taskNode(one: Described, fullNames: ReadonlyMap<string, string>, as: AsDbt): TaskNode {
  const type = one.resource_type as TaskNode['resourceType']
  const name = fullName(one)
  const isTest = type === 'test'
  return node(name, {
    resourceType: type,
    shortName: one.name,
    exportName: one.name,
    file: one.path,
    // A model of dbt has its options in a second file, as a seed of Millrace has.
    declaredIn: one.declared_in,
    tags: one.tags,
    owner: undefined,
    description: one.description,
    dependsOn: one.depends_on.flatMap((parent) => fullNames.get(parent) ?? []),
    relation: relationOf(one),
    config: one.config,
    test: isTest
      ? {
          type: one.test_type === 'singular' ? 'singular' : 'generic',
          kind: one.test ?? one.name,
          tested: fullNames.get(one.tested ?? '') ?? '',
          column: one.column,
          severity: one.config.severity === 'warn' ? 'warn' : 'error',
        }
      : undefined,
    fingerprint: `${as.bodiesByText ? one.body : essence(one)}\n${one.helper ?? ''}`,
  })
}

/**
 * As Millrace would call it: a model is the export of a file of its name, a seed its CSV, a source what it is declared
 * as. What dbt declares in a list stands in the folder of the list.
 */
export function fullName({ name, resource_type: type, fqn, path }: RecordedNode): string {
  if (type === 'source') return `sources.${name}`
  if (type === 'model') return `${fqn.slice(1).join('.')}.${name}`
  return type === 'seed' ? path.replace(/\.csv$/, '').replaceAll('/', '.') : fqn.slice(1).join('.')
}

function relationOf({ resource_type: type, name, identifier }: RecordedNode): TaskNode['relation'] {
  if (type === 'test') return undefined
  if (type !== 'source') return { schema: undefined, name }
  const [schema, table = ''] = name.split('.')
  return { schema, name: identifier ?? table }
}

/** What a text of SQL says: a plan has neither comments nor white space. A seed's lines are its rows. */
function essence({ resource_type: type, body }: RecordedNode): string {
  if (type === 'seed' || body === undefined) return body ?? ''
  return body
    .replace(/--[^\n]*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** dbt's words for how a node ended → ours, as state and runner have them. */
const STATES: Readonly<Record<string, string>> = { error: 'failed', skipped: 'upstream_failed' }

function resultsOf({ nodes, old_results: results, old }: RecordedSelectors): ReadonlyMap<string, string> {
  const byName = new Map([...old.removed_since, ...nodes].map((one) => [one.name, one]))
  const entries = results.flatMap(([name, status]) => {
    const one = byName.get(name)
    if (one === undefined) return []
    const isVerdict = one.resource_type === 'test' && status === 'error'
    return [[fullName(one), isVerdict ? status : (STATES[status] ?? status)] as const]
  })
  return new Map(entries)
}
