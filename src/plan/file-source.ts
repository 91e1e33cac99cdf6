import type { Fields } from './schema.ts'

/** Files whose rows are a frame, as the user named them. */
export type FileSource = {
  /** Files, folders and patterns. */
  readonly paths: readonly string[]
  /** The columns to read; undefined: all that the files have. */
  readonly fields: Fields | undefined
} & ({ readonly format: 'csv'; readonly options: CsvFormat } | { readonly format: 'json' | 'parquet' })

/** How a CSV file is written. */
export interface CsvFormat {
  readonly header: boolean
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
  /** What stands for NULL, beside nothing at all. */
  readonly nullValue: string
  readonly inferSchema: boolean
  /**
   * `byType`: what is empty is what its column can hold, so `""` is NULL too, but in columns of texts; and nothing at all
   * is an empty text where a text cannot be NULL.
   */
  readonly empty?: 'byType' | undefined
}
