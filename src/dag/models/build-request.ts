import type { TableName } from '../../plan/relation.ts'
import type { TaskNode } from '../graph.ts'
import type { BoundNode } from './bind.ts'
import { expandUser } from './names.ts'
import type { ResolvedModel } from './resolve-models.ts'

/** What a slot needs to know to build a node: plain data. The rest it learns by loading the node's file. */
export interface BuildRequest {
  /** Where it is built; without a schema in that of the connection. */
  readonly target: TableName
  /** What the body reads, and what those of its inlined parents read. */
  readonly reads: readonly ReadNode[]
  readonly fullRefresh: boolean
}

/** A node that is read, and where its definition is found. Seeds and sources are known by their names. */
export interface ReadNode extends BoundNode {
  readonly file: string
  readonly exportName: string
}

/** How a run wants its models built. */
export interface BuildSettings {
  readonly fullRefresh: boolean
  /** Name that `{user}` in a schema becomes. */
  readonly user: string
  /** No rows: every input is read as if it had none. */
  readonly empty: boolean
  /** Sources that tell when their rows happened are read from here on. */
  readonly sampleFrom: Date | undefined
  /** Nodes that are read where another target has them. */
  readonly deferred: ReadonlyMap<string, TableName>
}

/** The request of one node. */
export function buildRequest(
  node: TaskNode,
  models: ReadonlyMap<string, ResolvedModel>,
  settings: BuildSettings,
): BuildRequest | undefined {
  const model = models.get(node.name)
  if (model === undefined) return undefined
  return {
    target: placed(model.relation, settings),
    reads: readsOf(node.name, models, settings),
    fullRefresh: settings.fullRefresh,
  }
}

/** Everything that the query of a node reads: its references, and through inlined models theirs. */
export function readsOf(
  name: string,
  models: ReadonlyMap<string, ResolvedModel>,
  settings: BuildSettings,
): readonly ReadNode[] {
  const found = new Map<string, ReadNode>()
  const waiting = [...(models.get(name)?.body?.refs ?? [])]
  for (let read = waiting.pop(); read !== undefined; read = waiting.pop()) {
    const model = models.get(read)
    if (model === undefined || found.has(read)) continue
    const one = readNode(model, settings)
    found.set(read, one)
    if (one.as.kind === 'inline') waiting.push(...(model.body?.refs ?? []))
  }
  return [...found.values()]
}

function readNode(model: ResolvedModel, settings: BuildSettings): ReadNode {
  const { name, file, exportName, definition, relation } = model
  const inline = definition.kind === 'model' && definition.options.materialized === 'ephemeral'
  const eventTime = 'eventTime' in definition.options ? definition.options.eventTime : undefined
  const fields = definition.kind === 'source' ? definition.fields : undefined
  const table = settings.deferred.get(name) ?? placed(relation, settings)
  const sampled = definition.kind === 'source' && settings.sampleFrom !== undefined
  return {
    name,
    file,
    exportName,
    as: inline ? { kind: 'inline', alias: relation.name } : { kind: 'table', table, fields },
    eventTime,
    limit: settings.empty && !inline ? 'empty' : sampled ? { from: settings.sampleFrom, to: undefined } : undefined,
  }
}

const placed = ({ schema, name }: TableName, { user }: BuildSettings): TableName => ({
  schema: expandUser(schema, user),
  name,
})
