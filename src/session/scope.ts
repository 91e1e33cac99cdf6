import type { Knex } from 'knex'
import { analyse } from '../analyse/analyse.ts'
import type { Catalogue } from '../analyse/catalogue.ts'
import type { Attribute, Plan } from '../analyse/resolved.ts'
import { compile, compileOpen, compileTexts, toStatement } from '../compiler/compile.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { dialectOf } from '../dialect/index.ts'
import type { Connection, Engine, Statement, Transaction } from '../engine/engine.ts'
import { InvalidArgument, shorten, TypeMismatch, UnexpectedNull, UnknownColumn, UnknownTable } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import { startAction } from './action.ts'
import { type CatalogueCache, catalogueCache } from './catalogue-cache.ts'
import { describeTexts } from './describe-texts.ts'
import { fillKept } from './keep/fill.ts'
import { type Keeper, makeKeeper } from './keep/keeper.ts'
import { keepOwner } from './keep/owner.ts'
import type { SessionObserver } from './observer.ts'
import { fileFrames, type SessionFiles } from './read/session-files.ts'

/** What an action would have run, told instead of running it. */
export interface RecordedStatement extends Statement {
  /** The action as the user wrote it: `write('sales')`. */
  readonly what: string
}

export interface SessionOptions {
  /** Schema of tables that are named without one. Default: the database's own. */
  readonly schema?: string | undefined
  /** The instant that currentTimestamp() gives. Default: when the session was made. */
  readonly now?: Date | undefined
  /** Cancels statements in the database (where the engine can). */
  readonly signal?: AbortSignal | undefined
  readonly observer?: SessionObserver | undefined
  /** Actions tell their statements here and run none: queries give no rows, writes write nothing. */
  readonly record?: ((statement: RecordedStatement) => void) | undefined
}

/** What errors may come of an older look at the database. */
const STALE = [UnknownColumn, UnknownTable, TypeMismatch]

/** A query ready to run: its statement, and how to read its rows. */
export interface PreparedQuery {
  readonly statement: Statement
  readonly outputs: readonly Attribute[]
}

/** Everything that a session's actions share. */
export interface SessionScope {
  readonly engine: Engine
  readonly options: SessionOptions
  /** Where statements run: the engine, or the transaction. */
  readonly connection: Connection
  readonly transaction: Transaction | undefined
  /** Loaded with the first frame that is compiled: plain Knex code needs none. */
  readonly dialect: Dialect
  readonly catalogue: CatalogueCache
  /** The instant that currentTimestamp() gives. */
  readonly now: Date
  /** Starts an action, unless the session is closed. */
  start<T>(what: string, body: () => Promise<T>): Promise<T>
  /** Looks up what the plan needs, analyses and compiles it. */
  prepare(relation: Relation): Promise<PreparedQuery>
  /** Prepares what a view shall be made of: a definition that outlives the session reads nothing that it keeps. */
  prepareView(relation: Relation): Promise<PreparedQuery>
  /** Runs `body` with the query ready to run; the rows of kept frames that it reads are there until `body` is done. */
  using<T>(relation: Relation, body: (query: PreparedQuery) => Promise<T>): Promise<T>
  /** What frames keep. */
  readonly keeper: Keeper
  /** What frames read from files. */
  readonly files: SessionFiles
  /** A statement with `?` for bindings as the driver takes it. */
  native(statement: Statement): Statement
  /** Texts of the user's own over a frame as one statement, whatever columns they give. */
  texts(texts: readonly string[], relation: Relation): Statement
  /** The resolved plan, as far as the catalogue is known. */
  plan(relation: Relation): Plan
  /** The query as it is run. */
  statement(relation: Relation): Statement
  /** The query as a builder to go on with. */
  builder(relation: Relation): Knex.QueryBuilder
  decode(query: PreparedQuery, row: readonly unknown[]): unknown[]
  /** @param drop false where a rollback takes away what the session keeps */
  close(drop: boolean): Promise<void>
}

export function makeScope(
  engine: Engine,
  options: SessionOptions,
  transaction?: Transaction,
  outer?: SessionScope,
): SessionScope {
  const connection = transaction ?? engine
  const now = options.now ?? new Date()
  let closed = false
  const knex = (): Knex => transaction?.knex ?? engine.knex
  const native = ({ sql, bindings }: Statement): Statement => {
    const written = engine.knex
      .raw(sql, bindings as Knex.Value[])
      .toSQL()
      .toNative()
    return { sql: written.sql, bindings: written.bindings }
  }
  const owner = keepOwner(engine, connection, () => scope.dialect, options.schema, transaction)
  const files = fileFrames(() => scope.dialect)
  const keeper = makeKeeper(owner, (relation, table) => fillKept(scope, relation, table), files, outer?.keeper.borrow())
  const recording = options.record !== undefined
  const catalogue = catalogueCache(
    engine,
    connection,
    native,
    recording,
    keeper.lookup,
    (relation) => files.describe(relation),
    (relation) => describeTexts(scope, relation),
  )
  const preparedWith = async (relation: Relation, known: Catalogue): Promise<PreparedQuery> => {
    await catalogue.load(relation)
    const compiled = (): PreparedQuery => {
      const plan = analyse(relation, { catalogue: known, now })
      return { statement: toStatement(compile(plan, scope.dialect, knex())), outputs: plan.outputs }
    }
    try {
      return compiled()
    } catch (error) {
      if (!STALE.some((kind) => error instanceof kind)) throw error
      // Somebody may have changed the table since we looked.
      catalogue.forget()
      await catalogue.load(relation)
      return compiled()
    }
  }
  const scope: SessionScope = {
    engine,
    options,
    connection,
    transaction,
    catalogue,
    now,
    keeper,
    files,
    native,
    get dialect() {
      return dialectOf(engine.dialect)
    },
    start: (what, body) =>
      startAction(what, options.observer, async () => {
        if (closed)
          throw new InvalidArgument(`${what}: the session is closed`, {
            hint: transaction ? 'the transaction has ended: await everything inside it' : undefined,
          })
        options.signal?.throwIfAborted()
        return body()
      }),
    plan: (relation) => analyse(relation, { catalogue, now }),
    statement: (relation) => toStatement(compile(scope.plan(relation), scope.dialect, knex())),
    texts: (texts, relation) => native(compileTexts(texts, scope.plan(relation), scope.dialect, knex())),
    builder: (relation) => compileOpen(scope.plan(relation), scope.dialect, knex()),
    prepare: (relation) => preparedWith(relation, catalogue),
    prepareView: (relation) => preparedWith(relation, { ...catalogue, kept: files.lookupForView }),
    async using(relation, body) {
      if (recording) return body(await scope.prepare(relation))
      const release = await keeper.hold(relation)
      try {
        return await body(await scope.prepare(relation))
      } catch (error) {
        throw await files.explain(relation, error)
      } finally {
        await release()
      }
    },
    decode: ({ outputs }, row) =>
      outputs.map((output, index) => {
        const raw = row[index]
        if (!output.nullable && (raw === null || raw === undefined)) throw unexpectedNull(output.name)
        return scope.dialect.decode(raw, output.type, output.name)
      }),
    async close(drop) {
      closed = true
      await files.close()
      await keeper.close(drop)
    },
  }
  return scope
}

/** Every schema is believed, and the types of all that is computed follow from it: where it was wrong, nothing else is right. */
function unexpectedNull(name: string): UnexpectedNull {
  return new UnexpectedNull(`column ${JSON.stringify(shorten(name))}: there is a NULL, where none can be`, {
    hint: "a schema says too much of a column that it is made of: a trailing ? allows NULL, { note: 'string?' }",
  })
}
