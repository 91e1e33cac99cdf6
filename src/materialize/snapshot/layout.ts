import { checkColumnNames, type Ddl } from '../../dialect/ddl.ts'
import { didYouMean, InvalidArgument, InvalidName, listNames, TypeMismatch, UnknownColumn } from '../../errors/index.ts'
import type { Field, Fields } from '../../plan/schema.ts'
import { formatType, type SqlType, types } from '../../plan/type.ts'
import type { HardDeletes, SnapshotRequest } from './request.ts'

/** The columns of a snapshot's own. */
export const META = {
  id: 'scd_id',
  updatedAt: 'updated_at',
  from: 'valid_from',
  to: 'valid_to',
  deleted: 'is_deleted',
} as const

/** Types whose values no two engines write alike. */
const NO_KEYS = new Set(['json', 'array', 'map', 'struct', 'unknown'])

/** What a request comes to, given the source's columns. */
export interface Layout {
  readonly key: readonly string[]
  readonly source: Fields
  /** The source's columns and the snapshot's own, as a new table has them. */
  readonly table: Fields
  /** Where a row's time stands in the source; undefined: it is the run's. */
  readonly updatedAt: string | undefined
  /** Of `valid_from`, `valid_to` and `updated_at`. */
  readonly time: SqlType
  /** The columns whose difference is a change; undefined: a later time is. */
  readonly checked: readonly string[] | undefined
  /** What happens to keys that are gone. */
  readonly hardDeletes: HardDeletes
}

/** What decides which columns a snapshot has. */
export type SnapshotRules = Pick<SnapshotRequest, 'key' | 'strategy' | 'hardDeletes'>

/**
 * The layout where an engine keeps it.
 *
 * @throws what `layoutOf` throws, InvalidName, UnsupportedOnDialect before any SQL
 */
export function layoutOn(ddl: Ddl, request: SnapshotRequest, outputs: Fields): Layout {
  const held = outputs.map((field) => ({ ...field, type: ddl.heldAs(field.type) }))
  const layout = layoutOf(request, held, ddl.table(request.target))
  ddl.checkName(request.target.name, 'table')
  checkColumnNames(
    ddl,
    layout.table.map(({ name }) => name),
  )
  for (const { name, type } of layout.table) ddl.typeName(type, name)
  return layout
}

/**
 * Checks rules against the columns of a source. No database is needed.
 *
 * A source's own `updated_at` may stand for the snapshot's, if that is where the strategy finds a row's time.
 *
 * @param target the snapshot, as messages name it
 * @throws UnknownColumn, TypeMismatch, InvalidName, InvalidArgument
 */
export function layoutOf(request: SnapshotRules, outputs: Fields, target: string): Layout {
  const { strategy, hardDeletes = 'ignore' } = request
  // A column of nothing but NULL is kept as text.
  const source = outputs.map((field) => (field.type.kind === 'void' ? { ...field, type: types.string } : field))
  const field = (name: string, what: string): Field => find(source, name, `${what} of the snapshot ${target}`)

  if (request.key.length === 0)
    throw new InvalidArgument(`the snapshot ${target} has no key`, { hint: "key: 'id', or key: ['site', 'id']" })
  for (const name of request.key) {
    const { type } = field(name, 'key')
    if (NO_KEYS.has(type.kind))
      throw new TypeMismatch(
        `the key column ${JSON.stringify(name)} of the snapshot ${target} is of type ${formatType(type)}`,
        { hint: 'a key is made of numbers, texts, dates, timestamps, booleans or bytes: cast it, or take out a part' },
      )
  }
  const { updatedAt } = strategy
  const time = updatedAt === undefined ? types.timestamp : field(updatedAt, 'updatedAt').type
  if (time.kind !== 'date' && time.kind !== 'timestamp')
    throw new TypeMismatch(
      `updatedAt of the snapshot ${target}, ${JSON.stringify(updatedAt)}, is of type ${formatType(time)}`,
      { hint: 'it must be a date or a timestamp: cast it in the frame' },
    )
  if (strategy.kind === 'check' && strategy.columns !== 'all') {
    if (strategy.columns.length === 0)
      throw new InvalidArgument(`the snapshot ${target} checks no columns`, { hint: "columns: ['name'], or 'all'" })
    for (const name of strategy.columns) field(name, 'columns')
  }

  const own: readonly Field[] = [
    { name: META.id, type: types.string, nullable: false },
    ...(updatedAt === META.updatedAt ? [] : [{ name: META.updatedAt, type: time, nullable: false }]),
    { name: META.from, type: time, nullable: false },
    { name: META.to, type: time, nullable: true },
    ...(hardDeletes === 'newRecord' ? [{ name: META.deleted, type: types.boolean, nullable: false }] : []),
  ]
  const clash = own.find(({ name }) => source.some((one) => one.name === name))
  if (clash !== undefined)
    throw new InvalidName(
      `the source of the snapshot ${target} has a column ${JSON.stringify(clash.name)}, and so has every snapshot`,
      { hint: `rename it in the frame; a snapshot's own columns are ${listNames(own.map(({ name }) => name))}` },
    )
  // A column may leave the source one day: then its value is NULL.
  const kept = source.map((one) => ({ ...one, nullable: !request.key.includes(one.name) && one.name !== updatedAt }))
  return {
    key: request.key,
    source,
    table: [...kept, ...own],
    updatedAt,
    time,
    checked:
      strategy.kind === 'timestamp'
        ? undefined
        : strategy.columns === 'all'
          ? source.map(({ name }) => name)
          : strategy.columns,
    hardDeletes,
  }
}

function find(source: Fields, name: string, what: string): Field {
  const found = source.find((field) => field.name === name)
  if (found !== undefined) return found
  const names = source.map((field) => field.name)
  throw new UnknownColumn(`${what}: the source has no column ${JSON.stringify(name)}`, {
    hint: [didYouMean(name, names), `columns: ${listNames(names)}`].filter(Boolean).join(' '),
  })
}
