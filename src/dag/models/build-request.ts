import type { CheckSpec } from '../../check/spec.ts'
import { InternalError } from '../../errors/index.ts'
import type { Part } from '../../materialize/part.ts'
import type { TableName } from '../../plan/relation.ts'
import type { Fields } from '../../plan/schema.ts'
import type { TaskNode } from '../graph.ts'
import type { AnalysedModel } from './analyse-models.ts'
import { type BoundNode, makeBinding, type NodeNameOf } from './bind.ts'
import { isAudited, isEphemeral } from './definition.ts'
import { auditReads, specOfTest } from './model-tests.ts'
import { expandUser } from './names.ts'
import type { ResolvedModel } from './resolve-models.ts'

/** What a slot needs to know to build or test a node: plain data. */
export type BuildRequest =
  | {
      /** Its body is called in the slot, which loads its file. */
      readonly kind: 'body'
      /** Where it is built; without a schema in that of the connection. */
      readonly target: TableName
      /** What the body reads, and what those of its inlined parents read. */
      readonly reads: readonly ReadNode[]
      /** What its tests read beside it, where it takes its place only if they pass. */
      readonly audit: readonly ReadNode[] | undefined
      readonly fullRefresh: boolean
      /** Of a microbatch model: what earlier runs and attempts have left in its table. */
      readonly batches: readonly KnownBatch[]
      /** Of a microbatch model: the time that is computed, done or not, and no other. */
      readonly range: { readonly start: Date; readonly end: Date } | undefined
      /** What is read, where that is not all. */
      readonly part: Part | undefined
    }
  | {
      readonly kind: 'seed'
      /** Relative to the project's root. */
      readonly file: string
      readonly fields: Fields
      readonly target: TableName
      /** True where neither file nor schema have changed since it was loaded: if the table is still there, it is kept. */
      readonly unchanged: boolean
    }
  | { readonly kind: 'test'; readonly check: CheckSpec }

/** A batch of time in a table: `done` by an earlier run, `fresh` by this very one. */
export interface KnownBatch {
  readonly start: Date
  readonly state: 'done' | 'fresh'
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
  /** The time that microbatch models compute, and no other. */
  readonly range: { readonly start: Date; readonly end: Date } | undefined
  /** Nodes that are read where another target has them. */
  readonly deferred: ReadonlyMap<string, TableName>
  /** Of tables that are named without one: the connection's. */
  readonly defaultSchema: string | undefined
}

/** A model with what is known of its columns. */
export type KnownModel = ResolvedModel & AnalysedModel

/** The models of a project, as a run looks them up. */
export interface ModelIndex {
  readonly models: ReadonlyMap<string, KnownModel>
  readonly nameOf: NodeNameOf
}

export function indexModels(models: ReadonlyMap<string, KnownModel>): ModelIndex {
  const names = new Map([...models.values()].map(({ definition, name }) => [definition, name]))
  return { models, nameOf: (definition) => names.get(definition) }
}

/** What a run knows of a node that it is about to build, beside its definition. */
export interface RunKnowledge {
  /** Its definition is that of its last success. */
  readonly unchanged: boolean
  /** What is in its table. */
  readonly batches: readonly KnownBatch[]
}

/** The request of one node; undefined for tasks, which are called. */
export function buildRequest(
  node: TaskNode,
  index: ModelIndex,
  settings: BuildSettings,
  { unchanged, batches }: RunKnowledge,
): BuildRequest | undefined {
  if (node.resourceType === 'test') return { kind: 'test', check: checkOf(node, index, settings) }
  const model = index.models.get(node.name)
  if (model === undefined) return undefined
  const { definition, relation } = model
  const target = placed(relation, settings)
  if (definition.kind === 'seed') {
    const { file, fields } = definition
    return { kind: 'seed', file, fields, target, unchanged: unchanged && !settings.fullRefresh }
  }
  const reads = readsOf(model.body?.refs ?? [], index.models, settings)
  const audit = isAudited(definition) ? readsOf(auditReads(model), index.models, settings) : undefined
  const { fullRefresh, range } = settings
  return { kind: 'body', target, reads, audit, fullRefresh, batches, range, part: partOf(settings) }
}

const partOf = ({ empty, sampleFrom }: BuildSettings): Part | undefined =>
  empty ? 'empty' : sampleFrom === undefined ? undefined : 'sample'

/** The test as data, over the relations that hold what it tests. */
export function checkOf(node: TaskNode, { models, nameOf }: ModelIndex, settings: BuildSettings): CheckSpec {
  const test = models.get(node.test?.tested ?? '')?.tests.find(({ name }) => name === node.name)
  const tested = models.get(node.test?.tested ?? '')
  if (test === undefined || tested === undefined) throw new InternalError(`there is no test ${node.name}`)
  const reads = readsOf(test.reads, models, settings)
  const binding = makeBinding(new Map(reads.map((read) => [read.name, read])), nameOf, settings.defaultSchema)
  return specOfTest(test.declared, binding.bind(tested.definition), binding, settings.defaultSchema)
}

/** Everything that a query reads: references, and through inlined models theirs. @param names full names */
export function readsOf(
  names: readonly string[],
  models: ReadonlyMap<string, ResolvedModel>,
  settings: BuildSettings,
): readonly ReadNode[] {
  const found = new Map<string, ReadNode>()
  const waiting = [...names]
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
  const inline = isEphemeral(definition)
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

/** Where a node's relation is built; without a schema in that of the connection. */
export const placed = ({ schema, name }: TableName, { user }: BuildSettings): TableName => ({
  schema: expandUser(schema, user),
  name,
})
