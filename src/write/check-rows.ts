import type { TableName } from '../engine/engine.ts'
import { DuplicateKey, NullKey, RowsOutsideCondition, shorten } from '../errors/index.ts'
import type { Writing } from './steps.ts'

/**
 * Looks at new rows, in the table where they stand, before they meet old ones.
 *
 * @throws NullKey, DuplicateKey, RowsOutsideCondition
 */
export async function checkRows(writing: Writing, where: TableName): Promise<void> {
  await refuseNulls(writing, where)
  await refuseDuplicates(writing, where)
  await refuseOutside(writing, where)
}

/** A NULL is equal to nothing: the next write would not find the row, and would add it once more. */
async function refuseNulls(writing: Writing, where: TableName): Promise<void> {
  const { ddl, on, signal, key = [], required = [] } = writing
  const columns = [...key, ...required]
  if (columns.length === 0) return
  const counts = columns.map((column) => `count(*) - count(${ddl.quote(column)})`).join(', ')
  const { rows } = await on.query({ sql: `SELECT ${counts} FROM ${ddl.table(where)}`, bindings: [] }, { signal })
  const found = columns.flatMap((column, index) => {
    const count = Number(rows[0]?.[index] ?? 0)
    return count > 0 ? [`${JSON.stringify(column)} is NULL in ${rowsText(count)}`] : []
  })
  if (found.length === 0) return
  throw new NullKey(
    `rows of ${ddl.table(writing.target)} are found again by a value in every row: ${found.join(', ')}`,
    {
      hint: 'a row without one could never be matched again: filter such rows out, or fill the column (coalesce)',
    },
  )
}

async function refuseDuplicates(writing: Writing, where: TableName): Promise<void> {
  const { ddl, target, key = [], unique, mergeRepeats } = writing
  if (unique === undefined || key.length === 0) return
  const found = await duplicateOf(writing, where, key)
  if (found === undefined) return
  throw new DuplicateKey(`new rows of ${ddl.table(target)} have the same key: ${found}`, {
    hint: mergeRepeats
      ? 'dedupeBy does not say which of them comes first: give it one more column'
      : 'make the rows distinct by the key (dropDuplicates); mode merge takes dedupeBy: (c) => c.updated_at.desc()',
  })
}

/** A key that several rows have, in words. */
export async function duplicateOf(
  { ddl, on, signal }: Writing,
  where: TableName,
  key: readonly string[],
): Promise<string | undefined> {
  const columns = key.map(ddl.quote).join(', ')
  const sql = `SELECT ${columns}, count(*), count(*) OVER () FROM ${ddl.table(where)} GROUP BY ${columns} HAVING count(*) > 1 ORDER BY ${columns} LIMIT 1`
  const { rows } = await on.query({ sql, bindings: [] }, { signal })
  const [row] = rows
  if (row === undefined) return undefined
  const [count, keys] = row.slice(key.length).map(Number) as [number, number]
  const values = key.map((column, index) => `${column} = ${shorten(String(row[index]))}`).join(', ')
  return `${values} in ${rowsText(count)}${keys > 1 ? `, and ${keys - 1} more` : ''}`
}

async function refuseOutside({ ddl, on, signal, target, where }: Writing, rowsAt: TableName): Promise<void> {
  if (where === undefined) return
  const sql = `SELECT count(*) FROM ${ddl.table(rowsAt)} WHERE (${where.sql}) IS NOT TRUE`
  const { rows } = await on.query({ sql, bindings: where.bindings }, { signal })
  const count = Number(rows[0]?.[0] ?? 0)
  if (count === 0) return
  throw new RowsOutsideCondition(
    `${rowsText(count)} for ${ddl.table(target)} ${count === 1 ? 'does' : 'do'} not satisfy the condition of replaceWhere`,
    { hint: 'filter the frame by the same condition: the next write would not replace these rows', rows: count },
  )
}

const rowsText = (count: number): string => (count === 1 ? '1 row' : `${count} rows`)
