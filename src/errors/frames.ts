/** What can go wrong while a frame is built or analysed: always before any SQL is sent. */
import { MillraceError } from './base.ts'

/** No such table or view in the database. */
export class UnknownTable extends MillraceError {
  /** As it was asked for. */
  readonly table: { readonly schema: string | undefined; readonly name: string } | undefined

  constructor(message: string, options: { hint?: string | undefined; table?: UnknownTable['table'] } = {}) {
    super(message, options)
    this.table = options.table
  }
}
/** No such file, or none that a pattern fits. */
export class UnknownFile extends MillraceError {}
/** No such column in the frame; the hint has the nearest names. */
export class UnknownColumn extends MillraceError {}
/** A name that more than one column answers to. */
export class AmbiguousColumn extends MillraceError {}
/** A column of another frame, or one that was dropped or replaced on the way. */
export class ForeignColumn extends MillraceError {}
/** Two output columns of one name. */
export class DuplicateColumn extends MillraceError {}
/** Types that do not meet: a string with a number, a condition that is not boolean. */
export class TypeMismatch extends MillraceError {}
/** An aggregate or window function where none can stand, or a plain column beside aggregates. */
export class MisplacedAggregate extends MillraceError {}
/** `explode` inside of something else, outside of select and withColumn, or twice in one. */
export class MisplacedGenerator extends MillraceError {}
/** A name that the engine cannot hold: empty, too long, with a NUL. */
export class InvalidName extends MillraceError {}
/** A value that its column's type cannot hold. */
export class InvalidValue extends MillraceError {}
/** A NULL in a column of which a schema says that it has none. */
export class UnexpectedNull extends MillraceError {}
/** A feature that an engine cannot give with the same answer; the hint has an alternative. */
export class UnsupportedOnDialect extends MillraceError {}
/** `toSQL()` or `toKnex()` before the schemas of the frame's tables are known. */
export class SchemaNotLoaded extends MillraceError {}
