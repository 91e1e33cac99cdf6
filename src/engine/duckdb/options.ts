import { type FileSettings, fileSettings } from '../file-options.ts'
import { refuseUnknown } from '../known-options.ts'

export interface DuckdbOptions {
  /** Path of the database file, relative to the working folder, or `:memory:`. Made if it does not exist. */
  readonly file: string
  /** Opens the file for reading alone: then several processes may read it at once. Default false. */
  readonly readonly?: boolean
  /** Most connections at once. Default 4. */
  readonly pool?: number
}

export type DuckdbSettings = FileSettings

/** @throws InvalidArgument for a file that is no path, and for an unknown option. */
export function duckdbSettings(options: DuckdbOptions): DuckdbSettings {
  refuseUnknown('duckdb', options, { file: true, readonly: true, pool: true })
  return fileSettings('duckdb', 'data/shop.duckdb', options)
}
