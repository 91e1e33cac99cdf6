import { describeValue } from '../../column/expression-column.ts'
import type { AnyRow } from '../../column/values.ts'
import { ImpureModel, InvalidArgument } from '../../errors/index.ts'
import type { FrameActions } from '../../frame/actions.ts'
import { toDataFrame } from '../../frame/data-frame.ts'
import type { DataFrame } from '../../frame/frame.ts'
import { fieldsOf, type Schema } from '../../frame/schema.ts'
import type { Relation } from '../../plan/relation.ts'
import type { Fields } from '../../plan/schema.ts'
import type { TableNameFor, TableRow } from '../../session/table-types.ts'
import { type Definition, definitionOf, type ModelRef } from './definition.ts'

/** What the frames of a body stand for: names while the project is loaded, real tables while it runs. */
export interface Binding {
  /** A new relation each time: two `ref`s of one model are two frames. */
  bind(definition: Definition): Relation
  /** What `table('name')` stands for. */
  table(text: string, fields: Fields | undefined): Relation
}

let current: Binding | undefined

/** Calls `body`; the frames that it makes with `ref()` and `table()` stand for what `binding` says. */
export function withBinding<T>(binding: Binding, body: () => T): T {
  const outer = current
  current = binding
  try {
    return body()
  } finally {
    current = outer
  }
}

/**
 * The rows of a model, snapshot, seed or source, inside the body of a model. Who reads it depends on it: nothing else
 * need be said.
 *
 * @example export const orders = Model(() => ref(rawOrders).filter((o) => o.status.ne('test')))
 * @throws InvalidArgument outside of a body, and for what is no model
 */
export function ref<R>(model: ModelRef<R>): DataFrame<R> {
  const definition = definitionOf(model)
  if (definition === undefined) {
    throw new InvalidArgument(`ref takes a model, seed, source or snapshot, not ${describeValue(model)}`, {
      hint: hintFor(model),
    })
  }
  return toDataFrame<R>(bound('ref').bind(definition), BUILDING)
}

/**
 * A table that no model makes, by its name, inside the body of a model. It is no dependency: a `source` is.
 *
 * @param schema its columns; without one they are looked up when the model runs, and typed as `session.table` types them
 */
export function table<R>(name: string, schema: Schema<R>): DataFrame<R>
export function table<R = never, N extends TableNameFor<R> = TableNameFor<R>>(name: N): DataFrame<TableRow<R, N>>
// Of the general type, as the tables' names are for types alone.
export function table(name: string, schema?: Schema<unknown>): object {
  if (typeof name !== 'string') throw new InvalidArgument(`table takes the name of a table, not ${describeValue(name)}`)
  return toDataFrame(bound('table').table(name, fieldsOf(schema)), BUILDING)
}

/** What whoever gave it may have meant. */
function hintFor(given: unknown): string {
  if (given === undefined)
    return 'a circular import? Models that import each other are undefined while their files load: call ref inside the body'
  return typeof given === 'string'
    ? "a model goes by itself and not by its name: import { orders } from './orders.ts', then ref(orders); a table that no model makes is a source, or table('name')"
    : "a table that no model makes is table('name') or a source"
}

function bound(what: string): Binding {
  if (current !== undefined) return current
  throw new InvalidArgument(`${what}(…) was called outside of the body of a model`, {
    hint: "call it inside: Model(() => ref(orders)…); a task reads tables with session.table('orders')",
  })
}

/** Frames inside a body belong to no database: every action is a mistake. */
const BUILDING = new Proxy({} as FrameActions, {
  get: (_, action) => () => {
    throw new ImpureModel(`${String(action)}() in the body of a model, which only declares a frame`, {
      hint: 'what reads or writes belongs in a task: Task(async ({ session }) => { … })',
    })
  },
})
/** A frame over a relation that a body is given. */
export const bodyFrame = (relation: Relation): DataFrame<AnyRow> => toDataFrame<AnyRow>(relation, BUILDING)
