import type { Statement, TableDependents, TableInfo, TableName } from '../engine/engine.ts'
import { insertAside } from './aside.ts'
import type { Fit } from './reconcile.ts'
import {
  type Counts,
  columnList,
  countRows,
  createEmpty,
  createIndexes,
  run,
  temporaryName,
  type Writing,
} from './steps.ts'
import { takePlace } from './swap.ts'

/** Old rows and new ones, and the table in which they meet. */
export interface Meeting {
  readonly fit: Fit
  readonly existing: TableInfo
  readonly dependents: TableDependents
  /** Where the new rows are. */
  readonly aside: TableName
}

/** Whether the table must be made anew, and can be. */
export function mustRemake({ existing, dependents }: Omit<Meeting, 'aside'>): boolean {
  return dependents.remake && existing.fields.every((field) => field.type.kind !== 'unknown')
}

/** Makes the table anew of the rows that the condition leaves, and the new ones. */
export async function remakeWithout(writing: Writing, meeting: Meeting, gone: Statement): Promise<Counts> {
  const { written } = meeting.fit
  return remake(writing, meeting, gone, async (beside) => ({
    inserted: await insertAside(writing, meeting.aside, beside, written),
    updated: 0,
  }))
}

/** Makes the table anew of the rows whose key is not among the new ones, and the new ones; what is not `given` stays. */
export async function remakeMerged(writing: Writing, meeting: Meeting, given: readonly string[]): Promise<Counts> {
  const { ddl, on, signal, key = [] } = writing
  const { aside, fit, existing } = meeting
  const keys = key.map(ddl.quote).join(', ')
  const old: Statement = { sql: `(${keys}) IN (SELECT ${keys} FROM ${ddl.table(aside)})`, bindings: [] }
  const columns = [...existing.fields, ...fit.added]
  const isNew = (name: string) => fit.written.some((field) => field.name === name)
  const isOld = (name: string) => existing.fields.some((field) => field.name === name)
  const found = `old.${ddl.quote(key[0] as string)} IS NOT NULL`
  const values = columns.map(({ name }) => {
    const [before, after] = [`old.${ddl.quote(name)}`, `new.${ddl.quote(name)}`]
    if (!isNew(name)) return before
    if (!isOld(name) || key.includes(name) || given.includes(name)) return after
    return `CASE WHEN ${found} THEN ${before} ELSE ${after} END`
  })
  const same = key.map((column) => `old.${ddl.quote(column)} = new.${ddl.quote(column)}`).join(' AND ')
  const sql = (beside: TableName) => `INSERT INTO ${ddl.table(beside)} (${columnList(ddl, columns)})
SELECT ${values.join(', ')} FROM ${ddl.table(aside)} AS new LEFT JOIN ${ddl.table(fit.target)} AS old ON ${same}`
  const counts = await remake(writing, meeting, old, async (beside) => {
    return { inserted: await run(on, sql(beside), { signal }), updated: 0 }
  })
  const matched = counts.deleted
  return { inserted: counts.inserted - matched, updated: given.length === 0 ? 0 : matched, deleted: 0 }
}

async function remake(
  writing: Writing,
  { fit, existing, dependents }: Meeting,
  gone: Statement,
  fillNew: (beside: TableName) => Promise<Omit<Counts, 'deleted'>>,
): Promise<Counts> {
  const { ddl, on, signal } = writing
  const { target } = fit
  const beside: TableName = { schema: target.schema, name: temporaryName() }
  await createEmpty(writing, beside, [...existing.fields, ...fit.added.map((one) => ({ ...one, nullable: true }))])
  const columns = columnList(ddl, existing.fields)
  const sql = `INSERT INTO ${ddl.table(beside)} (${columns}) SELECT ${columns} FROM ${ddl.table(target)} WHERE (${gone.sql}) IS NOT TRUE`
  const kept = (await on.execute({ sql, bindings: gone.bindings }, { signal })).rowsAffected
  const counts = await fillNew(beside)
  const deleted = (await countRows(writing, target)) - kept
  await takePlace(writing, beside, target, dependents, [...existing.fields, ...fit.added])
  await createIndexes(writing, target)
  return { ...counts, deleted }
}
