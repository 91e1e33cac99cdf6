import type { KeyOf } from '../../frame/options.ts'
import type { RelationOptions } from './model-options.ts'

/** How a snapshot tells that a row has changed. */
export type SnapshotStrategy<R> =
  /** By a column that grows with every change. */
  | { strategy: 'timestamp'; updatedAt: keyof R & string }
  /** By comparing columns; `updatedAt` gives the time of a change, else the run's instant. */
  | { strategy: 'check'; columns: 'all' | readonly (keyof R & string)[]; updatedAt?: keyof R & string }

export type SnapshotOptions<R> = Omit<RelationOptions<R>, 'columns'> &
  SnapshotStrategy<R> & {
    /** What tells rows apart: one row of the source a key. */
    key: KeyOf<R>
    /** What becomes of keys that the source no longer has. Default `ignore`: their rows stay open. */
    hardDeletes?: 'ignore' | 'invalidate' | 'newRecord'
    /** What the columns mean; kept as comments where the database has them. */
    descriptions?: { readonly [K in keyof R]?: string }
  }

/** The columns that a snapshot adds to those of its source. */
export interface SnapshotColumns {
  /** When the row became what it is. */
  valid_from: Date
  /** When it ceased to be: the `valid_from` of its successor; null while it is current. */
  valid_to: Date | null
  updated_at: Date
  /** One value a version of a row. */
  scd_id: string
}
