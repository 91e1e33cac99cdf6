import type { Attribute } from '../analyse/resolved.ts'
import type { Statement } from '../engine/engine.ts'
import { MillraceError } from '../errors/index.ts'
import { call, literal } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import { types } from '../plan/type.ts'
import type { PreparedQuery, SessionScope } from '../session/scope.ts'
import { formatTable } from '../session/show-table.ts'
import { writeTable } from '../write/index.ts'
import { failingRows } from './failing-rows.ts'
import type { CheckSpec } from './spec.ts'
import { describeFailures } from './summary.ts'
import { ANY_FAILURE, parseThreshold } from './threshold.ts'

/** How many of the failing rows are fetched, for a person to look at. */
const SAMPLE = 5

/** What a test found. */
export interface Verdict {
  readonly status: 'pass' | 'warn' | 'fail'
  /** How many rows fail: no more than the `limit`, and 0 where the thresholds let the test pass. */
  readonly failures: number
  /** What was found in a sentence: `3 values of "id" come more than once (error if > 10)`; empty for nothing. */
  readonly message: string
  /** The columns of the failing rows, and the first of them, where a test does not pass. */
  readonly columns: readonly Attribute[]
  readonly sample: readonly (readonly unknown[])[]
  /** The query that gives the failing rows. */
  readonly statement: Statement
}

/**
 * Asks the database whether a relation passes a test: one statement where it does, one more for a sample of the failing
 * rows where it does not. `storeFailures` writes all of them, and they are counted and read there.
 *
 * @throws what the query throws: a test that cannot be asked has no verdict
 * @example await runCheck(scope, { kind: 'unique', column: 'id', tested: { kind: 'table', table, fields: undefined } })
 */
export async function runCheck(scope: SessionScope, spec: CheckSpec): Promise<Verdict> {
  const isWarning = parseThreshold(spec.warnIf ?? ANY_FAILURE, 'warnIf')
  const isError = parseThreshold(spec.errorIf ?? ANY_FAILURE, 'errorIf')
  const failing = await preparedRows(scope, spec)
  return scope.using(failing, async (query) => {
    const { statement, outputs: columns } = query
    const stored = spec.storeFailures && (await store(scope, query, spec.storeFailures))
    const readFrom = stored?.rows ?? failing
    const found = stored?.count ?? (await countRows(scope, failing))
    const status = spec.severity !== 'warn' && isError(found) ? 'fail' : isWarning(found) ? 'warn' : 'pass'
    const failures = status === 'pass' ? 0 : found
    const sample = failures > 0 ? await sampleRows(scope, readFrom) : []
    const message = describeFailures(spec, found, sample)
    return { status, failures, message, columns, sample, statement }
  })
}

/** The failing rows that a verdict shows, as a table for people. */
export function formatSample({ columns, sample, failures }: Verdict): string {
  const table = formatTable(columns, sample, { rows: SAMPLE, truncate: 40 })
  const hidden = failures - sample.length
  return hidden > 0 ? `${table}\n… and ${hidden} more` : table
}

/** The failing rows as a plan. What `equals` compares must be known to be compared. */
async function preparedRows(scope: SessionScope, spec: CheckSpec): Promise<Relation> {
  if (spec.kind === 'equals') {
    await scope.prepare(spec.tested)
    if ('kind' in spec.expected) await scope.prepare(spec.expected)
  }
  return failingRows(spec, (relation) => scope.plan(relation).outputs)
}

async function store(
  scope: SessionScope,
  { statement, outputs }: PreparedQuery,
  table: NonNullable<CheckSpec['storeFailures']>,
): Promise<{ readonly count: number; readonly rows: Relation }> {
  const fields = outputs.map(({ name, type, nullable }) => ({ name, type, nullable }))
  try {
    const { rowsInserted } = await writeTable(scope.engine, {
      target: table,
      fields,
      select: statement,
      ddl: scope.dialect.ddl,
      mode: 'overwrite',
      transaction: scope.transaction,
      signal: scope.options.signal,
    })
    return { count: rowsInserted, rows: { kind: 'table', table, fields } }
  } finally {
    scope.catalogue.forget()
  }
}

async function countRows(scope: SessionScope, input: Relation): Promise<number> {
  const count = { name: 'failures', expression: call('count', [literal(1, types.int)]) }
  const { rows } = await rowsOf(scope, { kind: 'aggregate', input, keys: [], sets: undefined, aggregates: [count] })
  return Number(rows[0]?.[0] ?? 0)
}

async function sampleRows(scope: SessionScope, input: Relation): Promise<readonly (readonly unknown[])[]> {
  const { query, rows } = await rowsOf(scope, { kind: 'limit', input, count: SAMPLE })
  return rows.map((row) => shown(scope, query, row))
}

/** A value that has no JavaScript number is shown as the driver gave it: it is no reason to have no verdict. */
function shown(scope: SessionScope, query: PreparedQuery, row: readonly unknown[]): readonly unknown[] {
  try {
    return scope.decode(query, row)
  } catch (error) {
    if (!(error instanceof MillraceError)) throw error
    return row.map((value) => (value === null ? null : String(value)))
  }
}

async function rowsOf(scope: SessionScope, relation: Relation) {
  const query = await scope.prepare(relation)
  const { rows } = await scope.connection.query(query.statement, { signal: scope.options.signal })
  return { query, rows }
}
