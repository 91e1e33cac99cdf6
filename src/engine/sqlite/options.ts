import { type FileSettings, fileSettings } from '../file-options.ts'
import { refuseUnknown } from '../known-options.ts'

export interface SqliteOptions {
  /** Path of the database file, relative to the working folder, or `:memory:`. Made if it does not exist. */
  readonly file: string
  /** Opens the file for reading alone. Default false. */
  readonly readonly?: boolean
  /** Most connections at once. Default 4; an in-memory database has exactly one. */
  readonly pool?: number
}

export type SqliteSettings = FileSettings

/** @throws InvalidArgument for a file that is no path, and for an unknown option. */
export function sqliteSettings(options: SqliteOptions): SqliteSettings {
  refuseUnknown('sqlite', options, { file: true, readonly: true, pool: true })
  const settings = fileSettings('sqlite', 'data/shop.db', options)
  return settings.memory ? { ...settings, pool: 1 } : settings
}
