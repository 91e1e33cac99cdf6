declare const ROW: unique symbol
/** Marks what `Model`, `Snapshot`, `seed` and `source` return; registered, so that two copies of Millrace know each other's. */
export const MODEL: unique symbol = Symbol.for('millrace.model') as never

/** Something that has rows in the database: a model, snapshot, seed or source. R is a row of it. */
export interface ModelRef<out R> {
  readonly [MODEL]: string
  /** In types alone. */
  readonly [ROW]: R
}

export function isModelRef(value: unknown): value is ModelRef<unknown> {
  return typeof value === 'object' && value !== null && MODEL in value
}
