import type { Ddl } from '../dialect/ddl.ts'
import type { Engine, Statement, Transaction } from '../engine/engine.ts'
import { InternalError, isRefusal, WriteBlocked } from '../errors/index.ts'
import { withReaders } from './readers.ts'
import type { WriteViewRequest } from './request.ts'
import { dropRelation, find, inTransaction, lock, run } from './steps.ts'

type ViewWriting = WriteViewRequest & { readonly engine: Engine; readonly on: Transaction }

/** Makes the view, or replaces it: in place where the engine can, else dropped and made again in the same transaction. */
export async function replaceView(request: ViewWriting): Promise<void> {
  const { engine, ddl, target, on, fields } = request
  const name = ddl.table(target)
  await lock(request)
  const existing = await find(request)
  if (existing?.kind === 'table' && !request.replaceKind) {
    throw new WriteBlocked(`${name} is a table: a view cannot take its place`, {
      hint: 'choose another name, or drop the table',
    })
  }
  const sql = `${ddl.createView(target, fields)}\n${inlineBindings(ddl, request.select)}`
  const drop = `DROP VIEW ${name}`
  const make = async (): Promise<void> => {
    await run(on, sql)
    await prove(request, on)
  }
  if (existing?.kind === 'table') {
    await withReaders(request, target, async () => {
      await dropTable(request)
      await make()
    })
  } else if (engine.readers === undefined) {
    await withReaders(request, target, async () => {
      if (existing !== undefined && !/^CREATE OR REPLACE/.test(sql)) await run(on, drop)
      await make()
    })
  } else {
    await inTransaction(engine, { transaction: on }, make).catch(async (error: unknown) => {
      // Columns that went, or changed their type: PostgreSQL replaces views only for those that read on.
      if (existing === undefined || !isRefusal(error, 'viewColumns')) throw error
      await withReaders(request, target, async () => {
        await run(on, drop).catch((refusal: unknown) => {
          if (!isRefusal(refusal, 'dependentObjects')) throw refusal
          throw new WriteBlocked(`the view ${name} cannot be given other columns: ${refusal.message}`, {
            hint: 'drop the views that read it first, or keep its columns and add new ones at the end',
            cause: refusal,
          })
        })
        await make()
      })
    })
  }
}

/** The table whose place a view takes. @throws WriteBlocked where rows elsewhere would go with it */
async function dropTable(request: ViewWriting): Promise<void> {
  const { engine, ddl, target, on } = request
  const { refusals } = await engine.dependents(target, on)
  if (refusals.length > 0)
    throw new WriteBlocked(`a view cannot take the place of the table ${ddl.table(target)}: ${refusals.join('; ')}`, {
      hint: 'drop the foreign key first',
    })
  await dropRelation(request, 'table', target)
}

/** SQLite looks at a view only when it is read, PostgreSQL notices a circle only then: read it once, for no rows. */
async function prove({ ddl, target, signal }: WriteViewRequest, on: Transaction): Promise<void> {
  try {
    await on.query({ sql: `SELECT * FROM ${ddl.table(target)} LIMIT 0`, bindings: [] }, { signal })
  } catch (error) {
    if (!isRefusal(error, 'circularView')) throw error
    throw new WriteBlocked(`the view ${ddl.table(target)} would read itself`, {
      hint: 'write it under another name, or write a table',
      cause: error,
    })
  }
}

/** The statement with its values as text, for a definition that outlives them. */
export function inlineBindings(ddl: Ddl, statement: Statement): string {
  let text = ''
  let at = 0
  for (const { start, end, binding } of ddl.placeholders(statement.sql)) {
    if (binding >= statement.bindings.length) throw new InternalError('a placeholder without a binding')
    text += statement.sql.slice(at, start) + ddl.literal(statement.bindings[binding])
    at = end
  }
  return text + statement.sql.slice(at)
}
