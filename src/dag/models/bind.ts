import { InternalError } from '../../errors/index.ts'
import { call, type Expression, literal, nameReference } from '../../plan/expression.ts'
import type { Relation, TableName } from '../../plan/relation.ts'
import type { Fields } from '../../plan/schema.ts'
import { parseTableName } from '../../plan/table-name.ts'
import { types } from '../../plan/type.ts'
import { callBody } from './call-body.ts'
import type { Definition } from './definition.ts'
import { seedNodeName, sourceNodeName } from './names.ts'
import type { Binding } from './ref.ts'

/** What a reference stands for where queries are made: plain data. */
export interface BoundNode {
  /** Full name of the node. */
  readonly name: string
  /** A relation in the database; or a part of the query itself, called `alias` there. */
  readonly as:
    | { readonly kind: 'table'; readonly table: TableName; readonly fields: Fields | undefined }
    | { readonly kind: 'inline'; readonly alias: string }
  /** The column that says when a row happened, where the node tells. */
  readonly eventTime: string | undefined
  /** Fewer rows than there are: none, or those of a time. */
  readonly limit: 'empty' | TimeWindow | undefined
}

/** From `from` up to but without `to`; undefined is without bound. */
export interface TimeWindow {
  readonly from: Date | undefined
  readonly to: Date | undefined
}

/** How a reference is recognised: seeds and sources by what they are called, the others by their export. */
export type NodeNameOf = (definition: Definition) => string | undefined

/** The node that a seed or source is, wherever it is declared. */
export function selfName(definition: Definition): string | undefined {
  if (definition.kind === 'seed') return seedNodeName(definition.file)
  return definition.kind === 'source' ? sourceNodeName(definition.group, definition.name) : undefined
}

/**
 * What `ref` and `table` mean inside a body whose query shall be run.
 *
 * @param defaultSchema of tables that are named without one
 * @param batch the time that a batch is of: inputs that tell when their rows happened are limited to it
 */
export function makeBinding(
  nodes: ReadonlyMap<string, BoundNode>,
  nameOf: NodeNameOf,
  defaultSchema: string | undefined,
  batch?: TimeWindow,
): Binding {
  const binding: Binding = {
    bind(definition) {
      const name = selfName(definition) ?? nameOf(definition)
      const node = name === undefined ? undefined : nodes.get(name)
      if (node === undefined) throw new InternalError(`a body reads ${name ?? 'a model'}, which nothing is known of`)
      const { eventTime, limit } = node
      const relation = relationOfNode(node, definition)
      if (limit === 'empty') return { kind: 'limit', input: relation, count: 0 }
      return eventTime === undefined ? relation : ofBatch(within(relation, eventTime, limit), eventTime, batch)
    },
    table: (text, fields) => ({ kind: 'table', table: parseTableName(text, defaultSchema), fields }),
  }
  const relationOfNode = ({ as }: BoundNode, definition: Definition): Relation => {
    if (as.kind === 'table') {
      return { kind: 'table', table: { ...as.table, schema: as.table.schema ?? defaultSchema }, fields: as.fields }
    }
    if (definition.kind !== 'model') throw new InternalError(`a ${definition.kind} cannot be part of a query`)
    return { kind: 'alias', input: callBody(definition, binding), name: as.alias }
  }
  return binding
}

/** Rows without a time come along: a model that keeps one is told so, instead of losing it. */
function ofBatch(relation: Relation, column: string, batch: TimeWindow | undefined): Relation {
  if (batch === undefined) return relation
  const inTime = boundsOf(column, batch).reduce((all, one) => call('and', [all, one]))
  const condition = call('or', [inTime, call('isNull', [nameReference(column)])])
  return { kind: 'filter', input: relation, condition }
}

function within(relation: Relation, column: string, window: TimeWindow | undefined): Relation {
  return boundsOf(column, window).reduce<Relation>(
    (input, condition) => ({ kind: 'filter', input, condition }),
    relation,
  )
}

function boundsOf(column: string, window: TimeWindow | undefined): readonly Expression[] {
  const compared = (fn: 'gte' | 'lt', bound: Date | undefined): readonly Expression[] =>
    bound === undefined ? [] : [call(fn, [nameReference(column), literal(bound, types.timestamp)])]
  return [...compared('gte', window?.from), ...compared('lt', window?.to)]
}
