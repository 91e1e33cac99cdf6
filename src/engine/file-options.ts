/** What engines whose database is one file have in common: the path, and the folder that it needs. */
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConnectionFailed, InvalidArgument } from '../errors/index.ts'

export interface FileSettings {
  /** Absolute path, or `:memory:`. */
  readonly file: string
  readonly memory: boolean
  readonly readonly: boolean
  readonly pool: number
}

interface Given {
  readonly file: string
  readonly readonly?: boolean
  readonly pool?: number
}

const DEFAULT_POOL = 4

/**
 * The settings of `engine({ file })`.
 *
 * @param example a path as one would write it, for the hint.
 * @throws InvalidArgument for a file that is no path.
 */
export function fileSettings(engine: 'sqlite' | 'duckdb', example: string, options: Given): FileSettings {
  const { file } = options
  if (typeof file !== 'string' || file === '' || file.includes('\0')) {
    throw new InvalidArgument(
      `${engine}({ file }) takes a path, not ${file === '' ? 'an empty string' : typeof file}`,
      {
        hint: `${engine}({ file: '${example}' }), or ':memory:'`,
      },
    )
  }
  const memory = file === ':memory:'
  return {
    file: memory ? file : resolve(file),
    memory,
    readonly: options.readonly ?? false,
    pool: options.pool ?? DEFAULT_POOL,
  }
}

/**
 * Makes the folder of a new database file, but not its parents: `data/shop.db` works in a fresh clone, and a mistyped
 * path is still an error.
 *
 * @param title what people call the engine.
 */
export function prepareFolder({ file, memory, readonly }: FileSettings, title: string): void {
  if (memory || readonly) return
  const folder = dirname(file)
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
    throw new ConnectionFailed(`cannot open the ${title} file ${file}: ${reason}`, {
      hint: 'correct the path in the connection, or make the folder',
      cause: error,
    })
  }
}
