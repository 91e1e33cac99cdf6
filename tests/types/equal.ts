import type { ColumnOf, ValueOf } from '../../src/column/column.ts'
import type { FrameOf } from '../../src/frame/frame.ts'

/** True where both are the same type, not only assignable to each other. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
/** The row of a frame, flattened for comparing. */
export type RowOf<D> = D extends FrameOf<infer R> ? { [K in keyof R]: R[K] } : never

/** Compiles where the row of the frame is exactly Row: `row<{ id: number }>()(frame)`. */
export const row =
  <Row>() =>
  <D>(frame: Equal<RowOf<D>, Row> extends true ? D : never): D =>
    frame as D

/** Compiles where each column's values are exactly of this type: `values<number>()(length(c.name))`. */
export const values =
  <V>() =>
  <const C extends readonly ColumnOf<unknown>[]>(
    ...columns: { [I in keyof C]: Equal<ValueOf<C[I]>, V> extends true ? C[I] : never }
  ): readonly unknown[] =>
    columns
