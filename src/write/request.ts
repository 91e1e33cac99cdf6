import type { Ddl } from '../dialect/ddl.ts'
import type { Statement, TableName, Transaction } from '../engine/engine.ts'
import type { Field } from '../plan/schema.ts'

/** What a write does where the table exists. */
export type WriteMode = 'error' | 'overwrite' | 'append' | 'ignore' | 'merge' | 'deleteInsert' | 'replaceWhere'

/** What a write into the table as it is does where the columns of frame and table differ. */
export type OnSchemaChange = 'fail' | 'append' | 'ignore'

/** What is not named has no comment afterwards. */
export interface Comments {
  readonly relation?: string | undefined
  readonly columns?: Readonly<Record<string, string | undefined>> | undefined
}

/** A relation that a model of the project makes. */
export interface ModelRelation {
  readonly relation: TableName
  /** Whether this run makes it anew once what is written now is there: a view in the way may go until then. */
  readonly remade: boolean
  /** What to do where it is in the way, and not made anew. */
  readonly remedy: string
}

/** What the models of a project make; asked only where views are in the way. */
export type Models = () => readonly ModelRelation[]

interface Request {
  readonly target: TableName
  /** The frame's columns, in the order of the query's. */
  readonly fields: readonly Field[]
  /** The compiled query of the frame. */
  readonly select: Statement
  readonly ddl: Ddl
  /** Whether a table takes the place of a view of that name, and a view that of a table. Default false: an error. */
  readonly replaceKind?: boolean | undefined
  /**
   * Whether views that read the relation and stand in the way of its new columns are made again after it, in the same
   * transaction. Default false: they forbid it.
   */
  readonly keepReaders?: boolean | undefined
  /** What models of the project make; with `keepReaders`. Default: nothing is known of the views that are there. */
  readonly models?: Models | undefined
  /** What relation and columns mean, kept as comments where the engine has them. Default: comments are left alone. */
  readonly comments?: Comments | undefined
  /** The transaction to write in; without one the write opens its own. */
  readonly transaction?: Transaction | undefined
  readonly signal?: AbortSignal | undefined
}

/** A frame to write to a table. */
export interface WriteTableRequest extends Request {
  /** Default `error`. */
  readonly mode?: WriteMode | undefined
  /** Indexes that the table shall have, each a list of columns. */
  readonly indexes?: readonly (readonly string[])[] | undefined
  /**
   * Whether indexes that earlier writes have made, by `indexes` or the key of `merge`, go where this one does not ask for
   * them. Those that others have made stay. Default false: all stay.
   */
  readonly dropsIndexes?: boolean | undefined
  /** Default `fail`; read by the modes that keep the table. */
  readonly onSchemaChange?: OnSchemaChange | undefined
  /** The columns that rows are found again by, for `merge` and `deleteInsert`: no new row may have NULL there. */
  readonly key?: readonly string[] | undefined
  /** `rows`: no two new rows may have one key; `index`: the table sees to it too. `merge` always means `index`. */
  readonly unique?: 'rows' | 'index' | undefined
  /** Columns beside the key in which no new row may have NULL. */
  readonly required?: readonly string[] | undefined
  /**
   * Looks at the table before anybody else can see what was written, in the same transaction: beside the old one where
   * all rows are replaced, else with the new rows in it. What it throws leaves everything as it was.
   */
  readonly audit?: ((beside: TableName, on: Transaction) => Promise<void>) | undefined
  /** Whether new rows that are equal in everything count as one. Default false: they have one key, which is an error. */
  readonly mergeRepeats?: boolean | undefined
  /** The columns that `merge` gives new values. Default: all but the key. */
  readonly update?: readonly string[] | undefined
  /** The condition of `replaceWhere` over the columns by their bare names: what stands after WHERE. */
  readonly where?: Statement | undefined
}

/** A frame to keep as a view. */
export type WriteViewRequest = Request

/** What a write did. `durationMs` in whole milliseconds. */
export interface WriteResult {
  readonly rowsInserted: number
  readonly rowsUpdated: number
  readonly rowsDeleted: number
  readonly durationMs: number
}
