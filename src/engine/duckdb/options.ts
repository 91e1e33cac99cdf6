import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConnectionFailed, InvalidArgument } from '../../errors/index.ts'

export interface DuckdbOptions {
  /** Path of the database file, relative to the working folder, or `:memory:`. Made if it does not exist. */
  readonly file: string
  /** Opens the file for reading alone: then several processes may read it at once. Default false. */
  readonly readonly?: boolean
  /** Most connections at once. Default 4. */
  readonly pool?: number
}

export interface DuckdbSettings {
  /** Absolute path, or `:memory:`. */
  readonly file: string
  readonly memory: boolean
  readonly readonly: boolean
  readonly pool: number
}

/** @throws InvalidArgument for a file that is no path. */
export function duckdbSettings(options: DuckdbOptions): DuckdbSettings {
  const { file } = options
  if (typeof file !== 'string' || file === '' || file.includes('\0')) {
    throw new InvalidArgument(`duckdb({ file }) takes a path, not ${file === '' ? 'an empty string' : typeof file}`, {
      hint: "duckdb({ file: 'data/shop.duckdb' }), or ':memory:'",
    })
  }
  const memory = file === ':memory:'
  return {
    file: memory ? file : resolve(file),
    memory,
    readonly: options.readonly ?? false,
    pool: options.pool ?? 4,
  }
}

/**
 * Makes the folder of a new database file, but not its parents: `data/shop.duckdb` works in a fresh clone, and a mistyped
 * path is still an error.
 */
export function prepareFolder(settings: DuckdbSettings): void {
  if (settings.memory || settings.readonly) return
  const folder = dirname(settings.file)
  try {
    mkdirSync(folder)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return
    const reason =
      code === 'ENOENT'
        ? `the folder ${dirname(folder)} does not exist`
        : code === 'ENOTDIR'
          ? `${folder} is not below a folder`
          : `the folder ${folder} cannot be made (${code})`
    throw new ConnectionFailed(`cannot open the DuckDB file ${settings.file}: ${reason}`, {
      hint: 'correct the path in the connection, or make the folder',
      cause: error,
    })
  }
}
