import type { Knex } from 'knex'
import { naturalType } from '../analyse/literals.ts'
import type { NamedColumn } from '../column/column.ts'
import { describeValue, expressionOf } from '../column/expression-column.ts'
import type { AnyRow } from '../column/values.ts'
import type { Engine, Statement, Transaction } from '../engine/engine.ts'
import { InvalidArgument } from '../errors/index.ts'
import type { FrameActions } from '../frame/actions.ts'
import { toDataFrame } from '../frame/data-frame.ts'
import type { DataFrame } from '../frame/frame.ts'
import type { RowOf } from '../frame/row-types.ts'
import { fieldsOf, type RowInput, type Schema } from '../frame/schema.ts'
import type { LiteralValue } from '../plan/expression.ts'
import type { Fields } from '../plan/schema.ts'
import { parseTableName } from '../plan/table-name.ts'
import { type Catalog, sessionCatalog } from './catalog.ts'
import { frameActions } from './frame-actions.ts'
import { arrangeRows, inferFields } from './infer-schema.ts'
import { rangeRelation } from './range.ts'
import { type FrameReader, frameReader } from './read/frame-reader.ts'
import { makeScope, type SessionOptions, type SessionScope } from './scope.ts'
import type { RowOfRows, TableNameFor, TableRow } from './table-types.ts'

/** Holds the transaction of a session that runs in one; no argument that users give. */
const TRANSACTIONS = new WeakMap<object, Transaction>()
/** And the scope of the session around it. */
const OUTER = new WeakMap<object, SessionScope>()

/** What a session's actions share: for the rooms above, which build models on it. */
export let scopeOf: (session: Session) => SessionScope

/**
 * Makes lazy frames over one database. Nothing touches it before an action.
 *
 * @example
 * const session = new Session(sqlite({ file: 'data/shop.db' }))
 * await session.table('orders').filter((o) => o.total.gt(100)).show()
 * await session.close()
 */
export class Session {
  readonly engine: Engine
  readonly #scope: SessionScope
  readonly #actions: FrameActions
  readonly #ownsEngine: boolean

  static {
    scopeOf = (session) => session.#scope
  }

  constructor(engine: Engine, options: SessionOptions = {}) {
    const transaction = TRANSACTIONS.get(options)
    this.engine = engine
    this.#scope = makeScope(engine, options, transaction, OUTER.get(options))
    this.#actions = frameActions(this.#scope)
    this.#ownsEngine = transaction === undefined
  }

  /**
   * A table or view: `orders`, `sales.orders`, `"a.name.with.dots"`. Its columns are looked up when they are needed; a
   * schema says what they are, and lets `toSQL()` work without a database.
   *
   * Once `Database` says which tables there are (`node app.js types` writes it), another name does not compile:
   * `table<Row>('other')` and `untyped('other')` read it all the same. Give `Row` a name: the type checker gives up where
   * about fifty steps are made on a row that is written between the brackets.
   */
  table<R>(name: string, schema: Schema<R>): DataFrame<R>
  table<R = never, N extends TableNameFor<R> = TableNameFor<R>>(name: N): DataFrame<TableRow<R, N>>
  // Of the general type, as the tables' names are for types alone.
  table(name: string, schema?: Schema<unknown>): object {
    if (typeof name !== 'string')
      throw new InvalidArgument(`table takes the name of a table, not ${describeValue(name)}`)
    return toDataFrame(
      { kind: 'table', table: parseTableName(name, this.#scope.options.schema), fields: schemaFields(schema, 'table') },
      this.#actions,
    )
  }

  /** A table or view whatever is known of it: every column is allowed, and its values are untyped. */
  untyped(name: string): DataFrame<AnyRow> {
    return this.table<AnyRow>(name)
  }

  /**
   * A frame of SQL text of your own, in the database's dialect. Values in the template become bindings.
   *
   * @example session.sql<{ id: number }>`select id from orders where total > ${minimum}`
   */
  sql<R = AnyRow>(text: TemplateStringsArray, ...values: unknown[]): DataFrame<R> {
    const { sql, bindings } = this.#template(text, values, 'sql')
    return toDataFrame(
      { kind: 'statement', sql: sql.replace(/[\s;]+$/, ''), bindings, fields: undefined },
      this.#actions,
    )
  }

  /** Runs one statement of your own that gives no rows. Values in the template become bindings. */
  execute(text: TemplateStringsArray, ...values: unknown[]): Promise<{ rowsAffected: number }> {
    const { sql, bindings } = this.#template(text, values, 'execute')
    return this.#scope.start('execute`…`', async () => {
      const native = this.engine.knex
        .raw(sql, bindings as Knex.Value[])
        .toSQL()
        .toNative()
      const statement: Statement = { sql: native.sql, bindings: native.bindings }
      const { connection, options, catalogue } = this.#scope
      if (options.record) {
        options.record({ what: 'execute`…`', ...statement })
        return { rowsAffected: 0 }
      }
      try {
        return await connection.execute(statement, { signal: options.signal })
      } finally {
        catalogue.forget()
      }
    })
  }

  /**
   * A frame of rows of your own. Without a schema the types follow from the values: whole numbers are long, other
   * numbers double.
   *
   * With a schema it alone says what the rows are: a date or a decimal may be given as text, and a column that can be
   * NULL may be left out.
   *
   * @throws InvalidArgument, InvalidValue for rows that have no common type or do not fit the schema.
   */
  createDataFrame<R>(rows: readonly NoInfer<RowInput<R>>[], schema: Schema<R>): DataFrame<R>
  createDataFrame<R extends object>(rows: readonly R[]): DataFrame<RowOfRows<R>>
  createDataFrame(rows: readonly object[], schema?: Schema<unknown>): object {
    if (!Array.isArray(rows))
      throw new InvalidArgument(`createDataFrame takes an array of rows, not ${describeValue(rows)}`)
    const plain = rows as readonly Record<string, unknown>[]
    const fields = schemaFields(schema, 'createDataFrame') ?? inferFields(plain)
    const arranged = arrangeRows(plain, fields)
    return toDataFrame({ kind: 'values', fields, rows: arranged }, this.#actions)
  }

  /**
   * Whole numbers as the long column `id`, from `start` (default 0) up to but without `end`. The database counts them.
   *
   * @param step what each is more than the one before; negative counts down. Default 1.
   * @throws InvalidArgument for what is no whole number of 64 bits, and for a step of 0.
   * @example session.range(3) // 0, 1, 2
   * @example session.range(10, 0, -5) // 10, 5
   */
  range(end: number | bigint): DataFrame<RowOf<NamedColumn<'id', number>>>
  range(
    start: number | bigint,
    end: number | bigint,
    step?: number | bigint,
  ): DataFrame<RowOf<NamedColumn<'id', number>>>
  // Of the general type: the checker would compare all verbs of a frame with those of the same frame.
  range(first: number | bigint, end?: number | bigint, step: number | bigint = 1): object {
    const relation = end === undefined ? rangeRelation(0, first, step) : rangeRelation(first, end, step)
    return toDataFrame(relation, this.#actions)
  }

  /** The tables and views that the database has. */
  get catalog(): Catalog {
    return sessionCatalog(this.#scope)
  }

  /** Frames of files: CSV, JSON, Parquet. */
  get read(): FrameReader {
    return frameReader(this.#actions)
  }

  /** A frame of a Knex query. */
  fromKnex<R = AnyRow>(builder: Knex.QueryBuilder | Knex.Raw): DataFrame<R> {
    if (typeof builder?.toSQL !== 'function')
      throw new InvalidArgument(`fromKnex takes a Knex builder, not ${describeValue(builder)}`)
    const { sql, bindings } = builder.toSQL() as unknown as Statement
    return toDataFrame({ kind: 'statement', sql, bindings, fields: undefined }, this.#actions)
  }

  /**
   * Runs `body` in one transaction: all that it does with `tx` is there when it resolves, and nothing where it throws.
   *
   * @example await session.transaction(async (tx) => { await a.with(tx)…; await tx.table('t').write('u') })
   */
  transaction<T>(body: (tx: Session) => Promise<T>): Promise<T> {
    const { options, catalogue } = this.#scope
    return this.#scope.start('transaction(…)', async () => {
      if (this.#scope.transaction) return body(this)
      try {
        return await this.engine.transaction(
          async (transaction) => {
            const inner = { ...options }
            TRANSACTIONS.set(inner, transaction)
            OUTER.set(inner, this.#scope)
            const tx = new Session(this.engine, inner)
            let drop = false
            try {
              const result = await body(tx)
              drop = true
              return result
            } finally {
              await tx.#scope.close(drop)
            }
          },
          { signal: options.signal },
        )
      } finally {
        catalogue.forget()
      }
    })
  }

  /** Ends the session, and drops what its frames keep. Its engine stays open, unless this session is the only one that you use: then close it too. */
  async close(): Promise<void> {
    try {
      await this.#scope.close(true)
    } finally {
      if (this.#ownsEngine) await this.engine.close()
    }
  }

  #template(text: unknown, values: readonly unknown[], what: string): Statement {
    if (!Array.isArray(text) || !('raw' in text)) {
      throw new InvalidArgument(`${what} is a template tag: values in it become bindings`, {
        hint: `write session.${what}\`select … where id = \${id}\``,
      })
    }
    const { dialect } = this.#scope
    if (text.includes(undefined)) {
      throw new InvalidArgument(`${what}: a backslash in the template makes no character`, {
        hint: 'write it twice',
      })
    }
    const sql = (text as readonly string[]).map((part) => part.replaceAll('?', '\\?')).join('?')
    const bindings = values.map((value, index) => {
      if (value === undefined || typeof value === 'function' || expressionOf(value) || Array.isArray(value)) {
        throw new InvalidArgument(
          `${what}: value ${index + 1} of the template is ${describeValue(value)}, which is no value of a database`,
        )
      }
      return dialect.encode(value, naturalType(value as LiteralValue), `value ${index + 1}`)
    })
    return { sql, bindings }
  }
}

function schemaFields(schema: unknown, where: string): Fields | undefined {
  if (schema === undefined) return undefined
  const fields = fieldsOf(schema)
  if (fields) return fields
  throw new InvalidArgument(`${where} takes a schema as second argument, not ${describeValue(schema)}`, {
    hint: "write schema({ id: 'long', note: 'string?' })",
  })
}
