/** Random histories of a source, and what every snapshot of one must satisfy. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Cell, Row, Rules, Source } from './model.ts'

export interface Run {
  readonly source: Source
  readonly now: string
}

export interface RandomHistory {
  readonly rules: Rules
  /** The type of the times. */
  readonly time: 'date' | 'timestamp'
  readonly runs: readonly Run[]
}

const SITES = ['n', 'n ', 'N']
const NAMES = ['ash', 'ASH', 'ash ', '', null]
const HOUR = 3_600_000

/** `hours` after the first of March, and `micros` microseconds. */
const moment = (hours: number, micros = 0): string => {
  const seconds = new Date(Date.UTC(2024, 2, 1) + hours * HOUR).toISOString().slice(0, 19)
  return `${seconds}.${String(micros).padStart(6, '0')}Z`
}

interface Drawn {
  readonly site: string
  readonly id: number
  readonly name: string | null
  readonly qty: number | null
  readonly color: string | null
  readonly hours: number
  readonly micros: number
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  site: fc.constantFrom(...SITES),
  id: fc.integer({ min: 1, max: 2 }),
  name: fc.constantFrom(...NAMES),
  qty: fc.constantFrom(1, 2, null),
  color: fc.constantFrom('red', null),
  // Before, between and after the runs, often equal.
  hours: fc.integer({ min: -2, max: 10 }).map((days) => days * 12),
  micros: fc.constantFrom(0, 0, 1),
})

const ruled = fc.record({
  composite: fc.boolean(),
  strategy: fc.constantFrom('timestamp' as const, 'check' as const),
  hasTime: fc.boolean(),
  checked: fc.constantFrom('all' as const, ['name', 'qty'] as const),
  hardDeletes: fc.constantFrom('ignore' as const, 'invalidate' as const, 'newRecord' as const),
  time: fc.constantFrom('date' as const, 'timestamp' as const, 'timestamp' as const),
})

const drawnRun = fc.record({
  rows: fc.array(drawn, { maxLength: 5 }),
  hasColor: fc.boolean(),
  /** A run may come at the very instant of the one before. */
  later: fc.integer({ min: 0, max: 3 }),
  /** The rows of the run before stay, but for those that come anew. */
  goesOn: fc.boolean(),
})

export const histories: fc.Arbitrary<RandomHistory> = fc
  .record({ ruled, runs: fc.array(drawnRun, { minLength: 2, maxLength: 6 }) })
  .map(({ ruled: { composite, strategy, hasTime, checked, hardDeletes, time }, runs }) => {
    const key = composite ? ['site', 'id'] : ['id']
    const updatedAt = strategy === 'timestamp' || hasTime ? 'changed_at' : undefined
    const rules: Rules = { key, strategy, updatedAt, checked, hardDeletes }
    const keyOf = (one: Drawn) => JSON.stringify(composite ? [one.site, one.id] : [one.id])
    let present = new Map<string, Drawn>()
    let days = 0
    return {
      rules,
      time,
      runs: runs.map(({ rows, hasColor, later, goesOn }): Run => {
        present = new Map([...(goesOn ? present : []), ...rows.map((row): [string, Drawn] => [keyOf(row), row])])
        days += later
        const columns: [string, string][] = [
          ['site', 'string'],
          ['id', 'long'],
          ['name', 'string'],
          ['qty', 'long'],
          ['changed_at', time],
        ]
        if (hasColor) columns.push(['color', 'string'])
        const plain = ({ hours, micros, color, ...rest }: Drawn): Row => ({
          ...rest,
          changed_at: time === 'date' ? moment(hours).slice(0, 10) : moment(hours, micros),
          ...(hasColor && { color }),
        })
        return { source: { columns, rows: [...present.values()].map(plain) }, now: moment(days * 24) }
      }),
    }
  })

/** What is wrong with the rows of a snapshot's table, whatever it remembers. */
export function faults(rows: readonly Row[], rules: Rules): string[] {
  const found: string[] = []
  const byKey = new Map<string, Row[]>()
  for (const row of rows) {
    const key = JSON.stringify(rules.key.map((name) => row[name]))
    byKey.set(key, [...(byKey.get(key) ?? []), row])
    if (row.scd_id !== scdId(row, rules)) found.push(`${key}: scd_id ${row.scd_id}, not ${scdId(row, rules)}`)
  }
  for (const [key, versions] of byKey) {
    versions.sort((a, b) => order(a.valid_from, b.valid_from) || order(a.valid_to, b.valid_to))
    if (versions.filter((row) => row.valid_to === null).length > 1) found.push(`${key}: two open rows`)
    for (const [place, row] of versions.entries()) {
      const [from, to] = [String(row.valid_from), row.valid_to]
      if (to !== null && String(to) < from) found.push(`${key}: ends at ${to}, before it begins at ${from}`)
      const next = versions[place + 1]
      if (next === undefined) continue
      const begins = String(next.valid_from)
      if (to === null || begins < String(to))
        found.push(`${key}: the row of ${begins} begins before ${from}–${to} ends`)
      // Only a deletion of which no row tells leaves a time without one.
      else if (begins > String(to) && rules.hardDeletes !== 'invalidate')
        found.push(`${key}: nothing from ${to} to ${begins}`)
    }
  }
  return found
}

/** NULL, the end of what is open, comes last. */
const order = (a: Cell | undefined, b: Cell | undefined): number => {
  if (a === b) return 0
  if (a === null || a === undefined) return 1
  if (b === null || b === undefined) return -1
  return a < b ? -1 : 1
}

/** As the database makes it: the time as Spark prints it, without a fraction that says nothing. */
function scdId(row: Row, rules: Rules): string {
  const time = String(row.valid_from)
    .replace('T', ' ')
    .replace(/(\.\d*?)0*Z$/, '$1')
    .replace(/\.$/, '')
  const parts = rules.key.map((name) => ` ${String(row[name]).length}:${row[name]}`)
  return createHash('md5')
    .update([time, ...parts].join(''))
    .digest('hex')
}
