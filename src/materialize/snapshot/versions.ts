import type { Column, NamedColumn } from '../../column/column.ts'
import type { AnyRow } from '../../column/values.ts'
import type { DataFrame } from '../../frame/frame.ts'
import {
  and,
  concat,
  count,
  currentDate,
  currentTimestamp,
  greatest,
  hex,
  length,
  lit,
  max,
  md5,
  not,
  or,
} from '../../functions/index.ts'
import { type Layout, META } from './layout.ts'
import type { Target } from './target.ts'

export type Rows = DataFrame<AnyRow>
type Value = Column<AnyRow[string]>
type Named = NamedColumn<string, AnyRow[string]>

/** Columns of the snapshot's own that hold nothing of the source. */
const OWN: readonly string[] = Object.values(META)

/** The rows of a source that never had a snapshot, as its first versions. */
export function firstVersions(layout: Layout, arrivals: Rows): Rows {
  const from = timeOf(layout, arrivals)
  return arrivals.select(...version(layout, arrivals, from, layout.hardDeletes === 'newRecord'))
}

/**
 * New versions of the keys that have no open row, be they new or back again, and of those whose open row is another now or
 * tells of a deletion.
 *
 * @param table the snapshot's rows; `ended` the same once more, to be joined with them
 */
export function newVersions(layout: Layout, target: Target, arrivals: Rows, table: Rows, ended: Rows): Rows {
  const open = openRows(layout, target, table)
  const end = freeName('ended_at', layout.key)
  const ends = ended
    .filter(ended.col(META.to).isNotNull())
    .groupBy(...layout.key)
    .agg({ [end]: max(ended.col(META.to)) })
  const time = timeOf(layout, arrivals)
  const from = open.col(META.from)
  const isNew: Value[] = [from.isNull()]
  if (target.tellsDeletions) isNew.push(isDeletion(open))
  if (layout.checked === undefined) isNew.push(time.gt(from))
  for (const name of layout.checked ?? []) {
    // What nobody recorded may have been anything.
    const isAdded = target.added.some((field) => field.name === name)
    isNew.push(isAdded ? lit(true) : differs(layout, name, arrivals, open))
  }
  // None begins before what is known of its key has begun, or ended.
  const at = greatest(time, from, ends.col(end))
  const beside = (suffix: string) => ({ how: 'left', suffix: suffixFor(layout, suffix) }) as const
  return arrivals
    .join(open, sameKey(layout, arrivals, open), beside('_open'))
    .filter(or(...isNew))
    .join(ends, sameKey(layout, arrivals, ends), beside('_ended'))
    .select(...version(layout, arrivals, at, target.tellsDeletions))
}

/**
 * Of the open rows whose keys are gone: a row that tells of the deletion; or, where none shall, one that ends where it
 * begins, and is only there to end the open one.
 */
export function goneVersions(layout: Layout, target: Target, arrivals: Rows, table: Rows): Rows {
  const open = target.tellsDeletions ? table.filter(isOpen(table), not(isDeletion(table))) : table.filter(isOpen(table))
  const now = nowOf(layout)
  const at = greatest(now, table.col(META.from))
  const known = arrivals.select(...layout.key)
  const [key = ''] = layout.key
  // SQLite makes an index for a left join, and none for an anti join.
  const gone = open
    .join(known, sameKey(layout, table, known), { how: 'left', suffix: suffixFor(layout) })
    .filter(known.col(key).isNull())
  if (layout.hardDeletes !== 'newRecord')
    return pick(gone, [...layout.key.map((name) => table.col(name)), at.as(META.from), at.as(META.to)])
  const former = target.fields.filter(({ name }) => !OWN.includes(name)).map(({ name }) => table.col(name))
  return pick(gone, [
    ...former,
    scdId(layout, table, at).as(META.id),
    now.as(META.updatedAt),
    at.as(META.from),
    lit(true).as(META.deleted),
  ])
}

/** Rows without a value that they cannot do without, the first by key. */
export function unusableRows(layout: Layout, arrivals: Rows): Rows {
  const needed = [...new Set([...layout.key, ...(layout.updatedAt === undefined ? [] : [layout.updatedAt])])]
  return arrivals
    .filter(or(...needed.map((name) => arrivals.col(name).isNull())))
    .select(...needed)
    .orderBy(...layout.key)
    .limit(1)
}

/** A key that several rows have, and how many. */
export function repeatedKeys(layout: Layout, rows: Rows): Rows {
  const number = freeName('rows', layout.key)
  const counted = rows.groupBy(...layout.key).agg({ [number]: count() })
  return counted
    .filter(counted.col(number).gt(1))
    .orderBy(...layout.key)
    .limit(1)
}

const pick = (rows: Rows, columns: readonly Named[]): Rows => rows.select(...columns)

/** The columns of a new row for an arrival; `valid_to` is left to be NULL. */
function version(layout: Layout, row: Rows, from: Value, tellsDeletions: boolean): Named[] {
  return [
    ...layout.source.map(({ name }) => row.col(name)),
    scdId(layout, row, from).as(META.id),
    ...(layout.updatedAt === META.updatedAt ? [] : [timeOf(layout, row).as(META.updatedAt)]),
    from.as(META.from),
    ...(tellsDeletions ? [lit(false).as(META.deleted)] : []),
  ]
}

/** The same on every engine: the MD5 of `valid_from` and the key's values, as texts, each of these behind its length. */
function scdId(layout: Layout, row: Rows, from: Value): Value {
  const parts = layout.key.flatMap((name): Value[] => {
    const isBinary = layout.source.some((field) => field.name === name && field.type.kind === 'binary')
    const text = isBinary ? hex(row.col(name)) : row.col(name).cast('string')
    return [lit(' ', 'string'), length(text).cast('string'), lit(':', 'string'), text]
  })
  return md5(concat(from.cast('string'), ...parts))
}

const nowOf = (layout: Layout): Value => (layout.time.kind === 'date' ? currentDate() : currentTimestamp())

const timeOf = (layout: Layout, row: Rows): Value =>
  layout.updatedAt === undefined ? nowOf(layout) : row.col(layout.updatedAt)

const isOpen = (row: Rows) => row.col(META.to).isNull()

const isDeletion = (row: Rows): Value => row.col(META.deleted).eqNullSafe(true)

const sameKey = (layout: Layout, a: Rows, b: Rows): Value =>
  and(...layout.key.map((name) => a.col(name).eq(b.col(name))))

/** What comparisons need of the open rows. */
function openRows(layout: Layout, target: Target, table: Rows): Rows {
  const known = (layout.checked ?? []).filter((name) => !target.added.some((field) => field.name === name))
  const needed = [...layout.key, ...known, META.from, ...(target.tellsDeletions ? [META.deleted] : [])]
  return table.filter(isOpen(table)).select(...new Set(needed))
}

/** Documents and maps are no values that are compared: their texts are. */
const BY_TEXT = new Set(['json', 'map'])

function differs(layout: Layout, name: string, a: Rows, b: Rows): Value {
  const type = layout.source.find((field) => field.name === name)?.type
  const [now, then] = [a.col(name), b.col(name)]
  return not(
    type !== undefined && BY_TEXT.has(type.kind)
      ? now.cast('string').eqNullSafe(then.cast('string'))
      : now.eqNullSafe(then),
  )
}

/** A name that is none of the key's. */
function freeName(name: string, key: readonly string[]): string {
  return key.includes(name) ? freeName(`${name}_`, key) : name
}

/** What the second of two columns of one name gets behind it, so that its name is nobody else's. */
function suffixFor(layout: Layout, suffix = '_open'): string {
  return layout.source.some(({ name }) => name.endsWith(suffix)) ? suffixFor(layout, `${suffix}_`) : suffix
}
