import type { AnyRow } from '../../column/values.ts'
import type { TimeWindow } from '../../dag/models/bind.ts'
import type { BuildRequest } from '../../dag/models/build-request.ts'
import { callBody } from '../../dag/models/call-body.ts'
import type { ModelDefinition } from '../../dag/models/definition.ts'
import { parseInstant } from '../../dag/models/instant.ts'
import type { IncrementalOptions, MicrobatchOptions } from '../../dag/models/model-options.ts'
import type { Binding } from '../../dag/models/ref.ts'
import type { TableName } from '../../engine/engine.ts'
import { InternalError } from '../../errors/index.ts'
import { materializeIncremental, type RowStrategy } from '../../materialize/incremental.ts'
import { materializeMicrobatch } from '../../materialize/microbatch.ts'
import type { Relation } from '../../plan/relation.ts'
import type { SessionScope } from '../../session/scope.ts'
import type { Comments, Models, WriteTableRequest } from '../../write/index.ts'
import type { BatchNotes } from './batch-notes.ts'

/** What an incremental model is built with. */
export interface IncrementalParts {
  readonly target: TableName
  readonly comments: Comments | undefined
  readonly models: Models
  /** Looks at what is written before anybody else can see it. */
  readonly audit: WriteTableRequest['audit']
  readonly build: Pick<Extract<BuildRequest, { kind: 'body' }>, 'fullRefresh' | 'batches' | 'range' | 'reads' | 'part'>
  readonly notes: BatchNotes
  /** What references stand for; within a batch, of its time. */
  binding(batch?: TimeWindow): Binding
}

/** Brings the new rows of a model into its table, by its strategy. */
export async function buildIncremental(
  scope: SessionScope,
  definition: ModelDefinition,
  options: IncrementalOptions<AnyRow>,
  parts: IncrementalParts,
): Promise<void> {
  const { target, comments, models, audit, build } = parts
  const own: Relation = { kind: 'table', table: target, fields: undefined }
  const settings = {
    target,
    comments,
    audit,
    models,
    indexes: columnLists(options.indexes),
    onSchemaChange: options.onSchemaChange,
    fullRefresh: build.fullRefresh,
    part: build.part,
  }
  if (isMicrobatch(options)) {
    await materializeMicrobatch(scope, {
      ...settings,
      eventTime: options.eventTime,
      readWhole: build.reads.flatMap(({ name, as, eventTime }) =>
        as.kind === 'table' && eventTime === undefined ? [name] : [],
      ),
      batch: options.batch,
      begin: beginOf(options),
      lookback: options.lookback,
      range: build.range,
      build: (batch, incremental) =>
        callBody(definition, parts.binding({ from: batch.start, to: batch.end }), incremental ? own : undefined),
      stateOf: statesOf(build.batches),
      onStart: (due, full) =>
        parts.notes.started(
          due.map(({ start }) => start),
          full,
        ),
      onBatch: ({ start }, done) => parts.notes.ended(start, done),
    })
    return
  }
  await materializeIncremental(scope, {
    ...settings,
    ...rowStrategy(options),
    build: (incremental) => callBody(definition, parts.binding(), incremental ? own : undefined),
  })
}

const isMicrobatch = <O extends IncrementalOptions<AnyRow>>(
  options: O,
): options is Extract<O, MicrobatchOptions<AnyRow>> =>
  options.strategy === 'microbatch' || options.strategy === 'replaceWhere'

const statesOf = (known: IncrementalParts['build']['batches']) => {
  const states = new Map(known.map(({ start, state }) => [start.getTime(), state]))
  return ({ start }: { readonly start: Date }) => states.get(start.getTime())
}

function rowStrategy(options: Exclude<IncrementalOptions<AnyRow>, MicrobatchOptions<AnyRow>>): RowStrategy {
  switch (options.strategy) {
    case 'append':
      return { strategy: 'append' }
    case 'merge':
      return { strategy: 'merge', key: columnList(options.key), update: options.update }
    case 'deleteInsert':
      return { strategy: 'deleteInsert', key: columnList(options.key) }
    default:
      return options satisfies never
  }
}

function beginOf({ begin }: MicrobatchOptions<AnyRow>): Date {
  const instant = parseInstant(begin)
  if (instant === undefined) throw new InternalError(`begin is ${begin}, which was not checked`)
  return instant
}

const columnList = (columns: string | readonly string[]): readonly string[] =>
  typeof columns === 'string' ? [columns] : columns

/** Indexes as lists of columns. */
export const columnLists = (indexes: readonly (string | readonly string[])[] = []): readonly (readonly string[])[] =>
  indexes.map(columnList)
