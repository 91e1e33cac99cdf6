import type { ColumnTests, ModelTest } from '../../check/declare.ts'
import { MODEL, type ModelRef } from '../../check/model-ref.ts'
import type { AnyRow } from '../../column/values.ts'
import type { DataFrame } from '../../frame/frame.ts'
import { fieldsOf } from '../../frame/schema.ts'
import type { Fields } from '../../plan/schema.ts'
import type { Frames } from '../declared-at.ts'
import type { ModelOptions } from './model-options.ts'
import type { SnapshotOptions } from './snapshot-options.ts'
import type { SourceOptions } from './source.ts'

export type { ModelRef } from '../../check/model-ref.ts'

declare const FRAME: unique symbol

/** A snapshot: its table has columns that its body has not. F is a row of the body's frame. */
export interface SnapshotRef<out R, out F> extends ModelRef<R> {
  /** In types alone. */
  readonly [FRAME]: F
}

/** What a model's body is given. */
export interface BuildContext {
  /** True where only the new rows are wanted: the model is incremental, and its table is there. */
  readonly isIncremental: boolean
  /**
   * The model's own table, as earlier runs left it. Only where `isIncremental`; its columns are untyped, because they
   * are what the body is about to say.
   *
   * @throws ModelError where it is read and `isIncremental` is false
   */
  readonly target: DataFrame<AnyRow>
}

/** A pure function that gives a frame. */
export type Body = (build: BuildContext) => DataFrame<never>

interface Declared {
  readonly frames: Frames
}

export interface ModelDefinition extends Declared {
  readonly kind: 'model'
  readonly options: ModelOptions<AnyRow>
  readonly body: Body
}

export interface SnapshotDefinition extends Declared {
  readonly kind: 'snapshot'
  readonly options: SnapshotOptions<AnyRow>
  readonly body: Body
}

export interface SeedDefinition extends Declared {
  readonly kind: 'seed'
  /** As written: relative to the project's root. */
  readonly file: string
  readonly fields: Fields
  readonly options: SeedOptions
}

export interface SeedOptions<R = AnyRow> {
  /** The table's name. Default: the file's, without folder and extension. */
  name?: string
  /** The table's schema. Default: that of the connection. */
  schema?: string
  tags?: readonly string[]
  owner?: string
  description?: string
  /** What the columns mean; kept as comments where the database has them. */
  columns?: { readonly [K in keyof R]?: string }
  tests?: ColumnTests<R>
  modelTests?: readonly ModelTest<R>[]
  /** The column that says when a row happened: what batches limit by. */
  eventTime?: keyof R & string
}

export interface SourceDefinition extends Declared {
  readonly kind: 'source'
  /** `raw` of `source('raw', 'events')`: the schema in the database too, unless the options name another. */
  readonly group: string
  readonly name: string
  readonly fields: Fields | undefined
  readonly options: SourceOptions<AnyRow>
}

export type Definition = ModelDefinition | SnapshotDefinition | SeedDefinition | SourceDefinition

/** Holds the definition of a reference; a copy of Millrace finds it under the same registered symbol. */
const DEFINITION = Symbol.for('millrace.model.definition')

/** Makes the value that users export and name in `ref()`. */
export function reference<R>(definition: Definition): ModelRef<R> {
  return Object.freeze({ [MODEL]: definition.kind, [DEFINITION]: Object.freeze(definition) }) as unknown as ModelRef<R>
}

/** The definition behind a value, or undefined where it is none. */
export function definitionOf(value: unknown): Definition | undefined {
  return typeof value === 'object' && value !== null && DEFINITION in value
    ? (value[DEFINITION] as Definition)
    : undefined
}

/** The columns that a model promises. */
export function contractOf(definition: Definition): Fields | undefined {
  return definition.kind === 'model' ? fieldsOf(definition.options.contract) : undefined
}

/** Whether a model has no relation of its own: it is part of the queries that read it. */
export function isEphemeral(definition: Definition): boolean {
  return definition.kind === 'model' && definition.options.materialized === 'ephemeral'
}

/** Whether a model takes its table's place only once its tests have passed. */
export function isAudited(definition: Definition): definition is ModelDefinition {
  return definition.kind === 'model' && 'audit' in definition.options && definition.options.audit === 'before'
}
