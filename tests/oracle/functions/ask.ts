/** Asks one engine the cases of a function, through the public API. */
import { relationOf } from '../../../src/frame/data-frame.ts'
import { col, MillraceError, type Schema, type Session, schema } from '../../../src/index.ts'
import { formatType } from '../../../src/plan/type.ts'
import type { SessionScope } from '../../../src/session/scope.ts'
import { build, sortKey } from '../expressions.ts'
import { invoke } from '../missing.ts'
import type { Json } from '../nodes.ts'
import { toInput, toRecorded } from '../values.ts'
import type { Cells, FunctionCase, Kind } from './cases.ts'
import { byId, keyOf, type Unit } from './units.ts'

/** What came back for one unit: rows of cells like its `answers`, or an error. */
export type UnitAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly Cells[]; readonly sql: string }
  | { readonly kind: 'error'; readonly error: Error; readonly sql: string | undefined }

type Row = Readonly<Record<string, unknown>>
/** Names of what is asked for beside the case's own columns. */
const UNIT = 'unit of the case'
const ANSWER = 'answer'

/**
 * All units in one query. An error says nothing about the others: then each half is asked again, down to single units.
 */
export async function askUnits(
  one: FunctionCase,
  kind: Kind,
  units: readonly Unit[],
  session: Session,
  scope: SessionScope,
): Promise<readonly UnitAnswer[]> {
  if (units.length === 0) return []
  let sql: string | undefined
  try {
    const frame = askingFrame(one, kind, units, session)
    const query = await readable(frame, scope)
    sql = query.sql
    return sortOut(await query.rows(), one, kind, units, sql)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const failure: UnitAnswer = { kind: 'error', error, sql }
    // Before there was SQL the error was about the program, not about any value.
    const hopeless = units.length === 1 || (sql === undefined && error instanceof MillraceError && !aboutValues(error))
    if (hopeless) return units.map(() => failure)
    const half = units.length >> 1
    const first = await askUnits(one, kind, units.slice(0, half), session, scope)
    return [...first, ...(await askUnits(one, kind, units.slice(half), session, scope))]
  }
}

const aboutValues = (error: Error): boolean => ['InvalidValue', 'UnsafeInteger', 'ValueOutOfRange'].includes(error.name)

/** The frame that asks: which unit (or group, or id) each answer belongs to, and the answer. */
function askingFrame(one: FunctionCase, kind: Kind, units: readonly Unit[], session: Session): object {
  const fields = Object.fromEntries(one.columns.map(([name, type]) => [name, `${type}?` as 'json?']))
  const declared = schema({ ...fields, [UNIT]: 'int' }) as Schema<Row>
  const rows = units.flatMap((unit, index) =>
    unit.rows.map((row): Row => {
      const cells = one.columns.map(([name, type], at) => [name, toInput(row[at] ?? null, type)])
      return { ...Object.fromEntries(cells), [UNIT]: index }
    }),
  )
  let frame: object = session.createDataFrame(rows, declared)
  const noFrame = (): never => {
    throw new TypeError('a function asks of no other frame')
  }
  const expression = build(one.expr, noFrame)
  if (kind === 'aggregate') {
    const keys = one.orderBy?.map((key) => sortKey(key, build(key.sort, noFrame))) ?? []
    if (keys.length > 0) frame = invoke(frame, 'orderBy', ...keys) as object
    const grouped = one.global ? invoke(frame, 'groupBy') : invoke(frame, 'groupBy', col('g'))
    return invoke(grouped, 'agg', { [ANSWER]: expression }) as object
  }
  const id = kind === 'scalar' ? [] : [col('id')]
  const answer = kind === 'generator' ? expression : invoke(expression, 'as', ANSWER)
  return invoke(frame, 'select', col(UNIT), ...id, answer) as object
}

/** Longs and timestamps are read through a cast to string, which loses nothing. */
async function readable(
  frame: object,
  scope: SessionScope,
): Promise<{ sql: string; rows(): Promise<readonly Cells[]> }> {
  const asked = await describe(frame, scope)
  const columns = asked.outputs.map(({ name, type }) =>
    type === 'long' || type === 'timestamp' ? invoke(invoke(col(name), 'cast', 'string'), 'as', name) : col(name),
  )
  const read = invoke(frame, 'select', ...columns) as { collect(): Promise<readonly Row[]> }
  const { sql } = await describe(read, scope)
  const rows = async () =>
    (await read.collect()).map((row) => asked.outputs.map(({ name, type }): Json => fromRead(row[name], type)))
  return { sql, rows }
}

async function describe(
  frame: object,
  scope: SessionScope,
): Promise<{ sql: string; outputs: readonly { name: string; type: string }[] }> {
  const relation = relationOf(frame)
  if (!relation) throw new TypeError('the case made no frame')
  const { statement, outputs } = await scope.prepare(relation)
  return { sql: statement.sql, outputs: outputs.map(({ name, type }) => ({ name, type: formatType(type) })) }
}

function fromRead(value: unknown, type: string): Json {
  if (typeof value !== 'string') return toRecorded(value, type)
  if (type === 'long') return toRecorded(BigInt(value), type)
  if (type !== 'timestamp') return value
  const [seconds = '', fraction = ''] = value.split('.')
  return `${seconds.replace(' ', 'T')}.${fraction.padEnd(6, '0')}Z`
}

/** The rows that came back, by the unit that they answer. */
function sortOut(
  rows: readonly Cells[],
  one: FunctionCase,
  kind: Kind,
  units: readonly Unit[],
  sql: string,
): readonly UnitAnswer[] {
  const byGroup = kind === 'aggregate' && !one.global
  const found = new Map<string, Cells[]>()
  for (const row of rows) {
    const keyed = kind !== 'aggregate' || byGroup
    const key = keyed ? keyOf(row[0]) : keyOf(0)
    const cells = keyed ? row.slice(1) : row
    const others = found.get(key)
    if (others) others.push(cells)
    else found.set(key, [cells])
  }
  return units.map((unit, index) => {
    const answers = found.get(keyOf(byGroup ? unit.group : index)) ?? []
    return { kind: 'rows', rows: kind === 'window' || kind === 'generator' ? byId(answers) : answers, sql }
  })
}
