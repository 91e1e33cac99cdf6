/** One value out of many. */
import { realText } from '../../dialect/sqlite/codec.ts'
import type { SqliteAggregate } from './aggregates.ts'
import type { SqliteValue } from './functions.ts'
import { counting, gathering, mergeable } from './sliding.ts'

/** Less than, equal or greater, as SQLite orders values of one kind: text by code point. */
export function compareValues(a: SqliteValue, b: SqliteValue): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b)
  return a === b ? 0 : (a as number) < (b as number) ? -1 : 1
}

/** The nth value that is not NULL, negative counted from the end. */
const nthKnown = gathering<readonly [value: SqliteValue, n: number]>(
  'nth_known',
  (value = null, n = null) => (value === null ? undefined : [value, Number(n)]),
  (rows) => {
    const n = rows[0]?.[1] ?? 1
    return (n > 0 ? rows[n - 1] : rows.at(n))?.[0] ?? null
  },
)

/** A value that may be NULL, and what it is picked by. */
interface Picked {
  readonly value: SqliteValue
  readonly by: SqliteValue
}
const pickedValue = (picked: Picked | undefined): SqliteValue => picked?.value ?? null

/** The value where another is greatest (1) or least (-1). */
const valueBy = (name: string, direction: 1 | -1): readonly SqliteAggregate[] =>
  mergeable<Picked>({
    name,
    of: (value = null, by = null) => (by === null ? undefined : { value, by }),
    merge: (a, b) => (compareValues(b.by, a.by) * direction >= 0 ? b : a),
    result: pickedValue,
  })

const byPlace = (name: string, merge: (a: Picked, b: Picked) => Picked): readonly SqliteAggregate[] =>
  mergeable<Picked>({ name, of: (value = null) => ({ value, by: null }), merge, result: pickedValue })

/** The value that is there most often; of several the least. */
const mode = counting('mode', (counts) => {
  let found: { readonly value: SqliteValue; readonly count: number } | undefined
  for (const one of counts.values()) {
    if (!found || one.count > found.count || (one.count === found.count && compareValues(one.value, found.value) < 0))
      found = one
  }
  return found?.value ?? null
})

/** A value among others in order; the shares come as a list in JSON. */
function shareOf(name: string, pick: (ordered: readonly SqliteValue[], share: number) => SqliteValue): SqliteAggregate {
  return gathering<readonly [value: SqliteValue, shares: SqliteValue]>(
    name,
    (value = null, shares = null) => (value === null ? undefined : [value, shares]),
    (rows) => {
      const given = rows[0]?.[1]
      if (given === undefined) return null
      const ordered = rows.map(([value]) => value).sort(compareValues)
      if (typeof given !== 'string') return pick(ordered, Number(given))
      const values = (JSON.parse(given) as readonly number[]).map((share) => jsonNumber(pick(ordered, share)))
      return `[${values.join(',')}]`
    },
  )
}

const jsonNumber = (value: SqliteValue): string => (typeof value === 'bigint' ? String(value) : realText(Number(value)))

/** Of n values in order the ceil(share × n)th. */
const discrete = shareOf(
  'percentile_disc',
  (ordered, share) => ordered[Math.max(1, Math.ceil(share * ordered.length)) - 1] ?? null,
)

/** On the line between the two values that the share lies between. */
const continuous = shareOf('percentile_cont', (ordered, share) => {
  const place = share * (ordered.length - 1)
  const [below, above] = [Number(ordered[Math.floor(place)]), Number(ordered[Math.ceil(place)])]
  return below === above ? below : (Math.ceil(place) - place) * below + (place - Math.floor(place)) * above
})

export const pickAggregates: readonly SqliteAggregate[] = [
  nthKnown,
  ...byPlace('first', (a) => a),
  ...byPlace('last', (_, b) => b),
  ...valueBy('max_by', 1),
  ...valueBy('min_by', -1),
  mode,
  discrete,
  continuous,
]
