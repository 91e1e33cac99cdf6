import { describeValue } from '../column/expression-column.ts'
import { InvalidArgument, TypeMismatch } from '../errors/index.ts'
import { formatDuration, parseDuration } from '../plan/duration.ts'
import { call, nameReference } from '../plan/expression.ts'
import { describeRelation, type Relation } from '../plan/relation.ts'
import { formatType } from '../plan/type.ts'
import type { SessionScope } from '../session/scope.ts'

/** How old the newest row of a table may be. */
export interface FreshnessSpec {
  readonly table: Relation
  /** A column of moments or days: when a row came. A day is its midnight in UTC. */
  readonly column: string
  /** Older is a warning: `'12h'`, `'2d'`. */
  readonly warnAfter?: string | undefined
  /** Older is an error. */
  readonly errorAfter?: string | undefined
  /** The instant to measure from. */
  readonly now: Date
}

export interface Freshness {
  readonly status: 'pass' | 'warn' | 'error'
  /** Undefined where no row has a value. */
  readonly newest: Date | undefined
  /** Milliseconds from the newest row to `now`; negative where that lies in the future. */
  readonly ageMs: number | undefined
  /** What was found in a sentence, also where it is fresh. */
  readonly message: string
}

/**
 * Asks how old the newest row of a table is, by one query for the greatest value of a column. A table without a row is an
 * error: nothing says that it is filled at all.
 *
 * @throws InvalidArgument for a duration that is none; UnknownColumn, UnknownTable; TypeMismatch for a column of neither
 * moments nor days
 */
export async function checkFreshness(scope: SessionScope, spec: FreshnessSpec): Promise<Freshness> {
  const limits = {
    warn: spec.warnAfter === undefined ? undefined : parseDuration(spec.warnAfter, 'warnAfter'),
    error: spec.errorAfter === undefined ? undefined : parseDuration(spec.errorAfter, 'errorAfter'),
  }
  const name = describeRelation(spec.table)
  const newest = await greatest(scope, spec)
  if (newest === undefined) {
    const message = `no row of ${name} has a value in ${JSON.stringify(spec.column)}: nobody can say how fresh it is`
    return { status: 'error', newest, ageMs: undefined, message }
  }
  const ageMs = spec.now.getTime() - newest.getTime()
  const status = exceeds(ageMs, limits.error) ? 'error' : exceeds(ageMs, limits.warn) ? 'warn' : 'pass'
  const allowed = status === 'pass' ? undefined : limits[status]
  const age = ageMs < 0 ? `${formatDuration(-ageMs)} ahead` : `${formatDuration(ageMs)} old`
  const message = [
    `the newest row of ${name} is ${age} (${newest.toISOString()})`,
    ...(allowed === undefined ? [] : [`more than ${formatDuration(allowed)}`]),
  ].join(', ')
  return { status, newest, ageMs, message }
}

const exceeds = (ageMs: number, limit: number | undefined): boolean => limit !== undefined && ageMs > limit

async function greatest(scope: SessionScope, { table, column }: FreshnessSpec): Promise<Date | undefined> {
  const max = { name: 'newest', expression: call('max', [nameReference(column)]) }
  const asked: Relation = { kind: 'aggregate', input: table, keys: [], sets: undefined, aggregates: [max] }
  return scope.using(asked, async (query) => {
    const type = query.outputs[0]?.type
    if (type?.kind !== 'timestamp' && type?.kind !== 'date') {
      throw new TypeMismatch(
        `freshness needs a column of moments or days, and ${JSON.stringify(column)} of ${describeRelation(table)} is ${type ? formatType(type) : 'none'}`,
        { hint: `say what it holds in the source's schema: schema({ ${column}: 'timestamp' })` },
      )
    }
    const { rows } = await scope.connection.query(query.statement, { signal: scope.options.signal })
    const [value] = rows[0] === undefined ? [] : scope.decode(query, rows[0])
    if (value === null || value === undefined) return undefined
    if (value instanceof Date) return value
    if (typeof value === 'string') return new Date(`${value}T00:00:00Z`)
    throw new InvalidArgument(`freshness: ${describeValue(value)} is no moment`)
  })
}
