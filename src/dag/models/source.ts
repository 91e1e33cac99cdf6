import type { ColumnTests, ModelTest } from '../../check/declare.ts'
import { describeValue } from '../../column/expression-column.ts'
import type { AnyRow } from '../../column/values.ts'
import { InvalidArgument } from '../../errors/index.ts'
import { fieldsOf, type Schema } from '../../frame/schema.ts'
import { parseDuration } from '../../plan/duration.ts'
import { declaration } from '../declared-at.ts'
import { checkKeys, checkObject, invalidOption } from '../options.ts'
import type { NodeOptions } from '../task.ts'
import { type ModelRef, reference } from './definition.ts'

/** How old the newest row of a source may be. */
export interface FreshnessOptions<R> {
  /** The column that says when a row came. */
  column: keyof R & string
  /** `'12h'`, `'2d'`: older is a warning. */
  warnAfter?: string
  /** Older is an error. */
  errorAfter?: string
}

export interface SourceOptions<R> {
  /** The table's columns. Without it they are looked up in the database, and the frame is untyped. */
  schema?: Schema<R>
  /** The table's name in the database, where it is not the source's: `orders_2026`, `erp.orders`. */
  table?: string
  freshness?: FreshnessOptions<R>
  tests?: ColumnTests<R>
  modelTests?: readonly ModelTest<R>[]
  /** The column that says when a row happened: what `--sample` and batches limit by. */
  eventTime?: keyof R & string
  /** The tasks that fill the table, where they are of this project: who reads the source waits for them. */
  dependsOn?: NodeOptions['dependsOn']
  tags?: readonly string[]
  owner?: string
  description?: string
  meta?: Readonly<Record<string, unknown>>
}

const OPTIONS = [
  'schema',
  'table',
  'dependsOn',
  'freshness',
  'eventTime',
  'tags',
  'owner',
  'description',
  'meta',
  'tests',
  'modelTests',
] as const

/**
 * A table that somebody else fills. `ref()` reads it, `freshness` asks how old its newest row is.
 *
 * @param group what it belongs to, and its schema in the database unless `table` says otherwise
 * @param name the table's name
 * @example const events = source('raw', 'events', { schema: schema({ id: 'long', at: 'timestamp' }), freshness: { column: 'at', errorAfter: '2d' } })
 * @throws InvalidArgument for options that cannot be
 */
export function source<R = AnyRow>(group: string, name: string, options: SourceOptions<R> = {}): ModelRef<R> {
  for (const part of [group, name]) {
    if (typeof part !== 'string' || part === '')
      throw new InvalidArgument(`source takes the name of a group and that of a table, not ${describeValue(part)}`)
  }
  if (fieldsOf(options) !== undefined) {
    throw new InvalidArgument(`source('${group}', '${name}', …): the schema is an option`, {
      hint: `source('${group}', '${name}', { schema: schema({ … }) })`,
    })
  }
  checkObject('source', options, "source('raw', 'events', { schema: schema({ … }) })")
  checkKeys('source', 'option', Object.keys(options), OPTIONS)
  const { schema, freshness } = options
  const fields = fieldsOf(schema)
  if (schema !== undefined && fields === undefined)
    throw invalidOption('source', 'schema', schema, "schema({ id: 'long', note: 'string?' })")
  if (freshness !== undefined) {
    checkKeys('source', 'freshness option', Object.keys(freshness), ['column', 'warnAfter', 'errorAfter'])
    if (typeof freshness.column !== 'string')
      throw invalidOption('source', 'freshness.column', freshness.column, 'the name of a column')
    for (const key of ['warnAfter', 'errorAfter'] as const) {
      if (freshness[key] !== undefined) parseDuration(freshness[key], `freshness.${key}`)
    }
    if (freshness.warnAfter === undefined && freshness.errorAfter === undefined)
      throw invalidOption('source', 'freshness', freshness, 'warnAfter or errorAfter, or both')
  }
  return reference<R>({
    kind: 'source',
    group,
    name,
    fields,
    options: options as SourceOptions<AnyRow>,
    frames: declaration(source),
  })
}
