import type { TaskNode } from '../dag/graph.ts'
import { sha256 } from '../plan/sha256.ts'
import type { ArtifactsGiven } from './project.ts'

/** What a node is called in dbt's documents. */
export interface Identity {
  /** `model.shop.customers`, `source.shop.raw.events`, `test.shop.unique_orders_id.1a2b3c4d5e`. */
  readonly uniqueId: string
  /** `customers`, of a source `raw.events`: no other node of the kind has it. */
  readonly name: string
}

/** Kinds whose names must differ: dbt's `ref('name')` knows all of them by name. */
const SPACES: Readonly<Record<TaskNode['resourceType'], string>> = {
  model: 'relation',
  seed: 'relation',
  snapshot: 'relation',
  task: 'task',
  test: 'test',
  source: 'source',
}

export interface Identities {
  /** Of the project: letters, digits and `_`. */
  readonly project: string
  /** By full name. */
  readonly nodes: ReadonlyMap<string, Identity>
}

/** The identities of a project and all its nodes. */
export function identitiesOf({ project: given, graph: { nodes }, index }: ArtifactsGiven): Identities {
  // `@acme/web-shop` is `web_shop`.
  const project = wordOf(given.replace(/^@[^/]*\//, ''))
  const plainName = ({ name, resourceType, relation, shortName, exportName }: TaskNode): string => {
    const definition = index.models.get(name)?.definition
    if (definition?.kind === 'source') return `${wordOf(definition.group)}.${wordOf(definition.name)}`
    return wordOf(resourceType === 'test' ? exportName : (relation?.name ?? shortName))
  }
  const wanted = new Map<string, number>()
  const keyOf = (node: TaskNode): string => `${SPACES[node.resourceType]} ${plainName(node)}`
  for (const node of nodes.values()) wanted.set(keyOf(node), (wanted.get(keyOf(node)) ?? 0) + 1)
  const identities = [...nodes.values()].map((node): [string, Identity] => {
    const name = wanted.get(keyOf(node)) === 1 ? plainName(node) : wordOf(node.name)
    return [node.name, { uniqueId: idOf(node, name, project), name }]
  })
  return { project, nodes: new Map(identities) }
}

/** Letters, digits and `_`: dots part the words of an id. */
const wordOf = (text: string): string => text.replace(/[^\p{L}\p{N}_]+/gu, '_')

function idOf(node: TaskNode, name: string, project: string): string {
  switch (node.resourceType) {
    // It has no counterpart; what dbt calls an operation comes closest: something that is done.
    case 'task':
      return `operation.${project}.${name}`
    case 'test': {
      const hash = sha256(node.name).slice(0, 10)
      return node.test?.type === 'generic' ? `test.${project}.${name}.${hash}` : `test.${project}.${name}`
    }
    default:
      return `${node.resourceType}.${project}.${name}`
  }
}
