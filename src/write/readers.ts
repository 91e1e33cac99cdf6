import type { Ddl } from '../dialect/ddl.ts'
import type { Connection, Engine, RelationComments, TableName, Transaction } from '../engine/engine.ts'
import { DatabaseError, WriteBlocked } from '../errors/index.ts'
import { sayAgain } from './comments.ts'
import type { ModelRelation, WriteViewRequest } from './request.ts'
import { inTransaction, run } from './steps.ts'

type Reading = Pick<WriteViewRequest, 'ddl' | 'keepReaders' | 'models'> & {
  readonly engine: Engine
  readonly on: Transaction
}

/**
 * Lets `body` replace a relation, and sees to the views that read it: they read on, or are dropped where this run makes
 * them anew later.
 *
 * @param stale views (as `dependents` calls them) that read by name and would tell wrong types afterwards
 * @throws WriteBlocked where a view cannot read the new relation, and nobody makes it anew
 */
export async function withReaders<T>(
  request: Reading,
  target: TableName,
  body: () => Promise<T>,
  stale: readonly string[] = [],
): Promise<T> {
  if (!request.keepReaders) return body()
  return request.engine.readers === undefined
    ? withNaming(request, target, body, stale)
    : withHolding(request, target, body)
}

/**
 * Views that hold on to what they read go, and are made again as they were. Where one of them cannot be written down,
 * `body` alone decides.
 */
async function withHolding<T>(request: Reading, target: TableName, body: () => Promise<T>): Promise<T> {
  const { engine, ddl, on } = request
  const readers = (await engine.readers?.(target, on)) ?? []
  if (readers.some(({ create }) => create === undefined)) return body()
  const models = await modelsAmong(
    request,
    readers.map(({ name }) => name),
  )
  const said: (RelationComments | undefined)[] = []
  for (const { name } of readers) said.push(await engine.comments?.(name, on))
  for (const { name } of [...readers].reverse()) await run(on, `DROP VIEW ${ddl.table(name)}`)
  const value = await body()
  for (const [index, { name, create }] of readers.entries()) {
    const refusal = await refusalOf(() => inTransaction(engine, { transaction: on }, () => run(on, create as string)))
    if (refusal === undefined) await sayAgain(request, { kind: 'view', relation: name }, said[index])
    else mayGo(name, target, models.get(name), refusal.message, refusal)
  }
  return value
}

/** Views that read by name stay, unless they could be read before and cannot be afterwards. */
async function withNaming<T>(
  request: Reading,
  target: TableName,
  body: () => Promise<T>,
  stale: readonly string[],
): Promise<T> {
  const { engine, ddl, on } = request
  const naming = (await engine.naming?.(target, on)) ?? []
  const models = await modelsAmong(request, naming)
  const readable: TableName[] = []
  for (const view of naming) if ((await unreadable(ddl, on, view)) === undefined) readable.push(view)
  const value = await body()
  for (const view of readable) {
    const refusal = await unreadable(ddl, on, view)
    if (refusal !== undefined) mayGo(view, target, models.get(view), refusal.message, refusal)
    else if (stale.includes(`view ${view.name}`))
      mayGo(view, target, models.get(view), 'columns get other types', undefined)
    else continue
    await run(on, `DROP VIEW ${ddl.table(view)}`)
  }
  return value
}

/** Why a view cannot be read; it is looked at, and not run. */
const unreadable = (ddl: Ddl, on: Connection, view: TableName): Promise<DatabaseError | undefined> =>
  refusalOf(() => on.query({ sql: `EXPLAIN SELECT * FROM ${ddl.table(view)}`, bindings: [] }))

async function refusalOf(body: () => Promise<unknown>): Promise<DatabaseError | undefined> {
  try {
    await body()
    return undefined
  } catch (error) {
    if (error instanceof DatabaseError && !error.transient) return error
    throw error
  }
}

/** Those of the views that are models' own. */
async function modelsAmong(
  { engine, ddl, on, models }: Reading,
  views: readonly TableName[],
): Promise<ReadonlyMap<TableName, ModelRelation>> {
  const names = new Set(views.map(({ name }) => ddl.foldName(name)))
  const ours =
    names.size === 0 ? [] : (models?.() ?? []).filter(({ relation }) => names.has(ddl.foldName(relation.name)))
  if (ours.length === 0) return new Map()
  const home = (await engine.listTables(undefined, on))[0]?.schema
  const key = ({ schema = home, name }: TableName): string =>
    JSON.stringify([schema === undefined ? undefined : ddl.foldName(schema), ddl.foldName(name)])
  const known = new Map(ours.map((model) => [key(model.relation), model]))
  return new Map(
    views.flatMap((view) => {
      const model = known.get(key(view))
      return model === undefined ? [] : [[view, model] as const]
    }),
  )
}

/** @throws WriteBlocked unless the view is made anew later */
function mayGo(
  view: TableName,
  target: TableName,
  model: ModelRelation | undefined,
  why: string,
  cause: DatabaseError | undefined,
): void {
  if (model?.remade === true) return
  throw new WriteBlocked(`the view ${view.name} reads what ${target.name} no longer has: ${why}`, {
    hint: model?.remedy ?? 'keep it, or first drop the view or change what it reads',
    cause,
  })
}
