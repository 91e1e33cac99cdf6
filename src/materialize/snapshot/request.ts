import type { Relation, TableName } from '../../plan/relation.ts'
import type { Comments } from '../../write/request.ts'
import type { Part } from '../part.ts'

/** How a snapshot knows that a row has changed. */
export type SnapshotStrategy =
  /** The column `updatedAt`, a date or a timestamp, is later than the row's `valid_from`. */
  | { readonly kind: 'timestamp'; readonly updatedAt: string }
  /**
   * One of the columns differs, NULL being a value like others. The change happened when `updatedAt` says, else at the
   * time of the run.
   */
  | { readonly kind: 'check'; readonly columns: readonly string[] | 'all'; readonly updatedAt?: string | undefined }

/** What a snapshot does with a key that the source has no more: nothing, close its row, or also say so in a new row. */
export type HardDeletes = 'ignore' | 'invalidate' | 'newRecord'

/** A source whose rows a table shall remember. */
export interface SnapshotRequest {
  readonly source: Relation
  readonly target: TableName
  /** The columns that tell the source's rows apart. */
  readonly key: readonly string[]
  readonly strategy: SnapshotStrategy
  /** Default `ignore`. */
  readonly hardDeletes?: HardDeletes | undefined
  /** Where not all of the source is read: then a key that is not there is not gone; of `empty` no row is. */
  readonly part?: Part | undefined
  /** What the table and its columns mean, kept where the engine has comments. Default: comments are left alone. */
  readonly comments?: Comments | undefined
}
