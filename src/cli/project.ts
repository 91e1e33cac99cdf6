import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MillraceError, UsageError } from '../errors/index.ts'
import { didYouMean, listNames } from '../errors/nearest.ts'
import { redact } from '../errors/redact.ts'
import type { AppOptions, ConnectionModule } from '../runner/application.ts'

/** The project that a command works on. */
export interface Project {
  /** Absolute path of the folder that holds the entry; also the working folder from now on. */
  readonly root: string
  /** URL of the entry, `app.js`. */
  readonly entry: string
  readonly options: AppOptions
  readonly models: string
  /** Absolute path. */
  readonly stateFile: string
  readonly threads: number
  /** Where the command was called: relative paths in its arguments start there. */
  readonly calledFrom: string
}

const OPTIONS = [
  'connections',
  'connection',
  'models',
  'threads',
  'state',
] as const satisfies readonly (keyof AppOptions)[]

/**
 * Checks the options of `app(…)` and goes to the project's folder, so that relative paths in connections and models mean
 * the same wherever the command is called.
 *
 * @throws UsageError for options that cannot be.
 */
export function openProject(options: AppOptions): Project {
  checkOptions(options)
  const calledFrom = process.cwd()
  const script = process.argv[1]
  if (script === undefined) {
    throw new UsageError('app(…) was called without a script', {
      hint: 'threads import the file that calls it: node app.js',
    })
  }
  // `node app` and `node folder` are as good as `node app.js`.
  const entry = realpathSync(createRequire(pathToFileURL(`${calledFrom}/`)).resolve(script))
  const root = dirname(entry)
  process.chdir(root)
  return {
    root,
    entry: pathToFileURL(entry).href,
    options,
    models: options.models ?? 'models',
    stateFile: resolve(root, options.state ?? '.millrace/state.db'),
    threads: options.threads ?? Math.min(8, Math.max(2, cpus().length)),
    calledFrom,
  }
}

/** The connection of a command: `--connection`, else `MILLRACE_CONNECTION`, else that of `app(…)`. @throws UsageError if there is none of the name. */
export function chooseConnection(project: Project, given: string | undefined): string {
  const variable = process.env.MILLRACE_CONNECTION || undefined
  const name = given ?? variable ?? project.options.connection
  const names = Object.keys(project.options.connections)
  if (names.includes(name)) return name
  const source = given !== undefined ? '' : variable !== undefined ? ' (from MILLRACE_CONNECTION)' : ' (from app.ts)'
  throw new UsageError(`there is no connection "${name}"${source}`, {
    hint: [didYouMean(name, names), `connections are ${listNames(names)}`].filter(Boolean).join(' '),
  })
}

/** Loads the one connection, and with it the one driver. @throws UsageError if its module cannot be loaded. */
export async function loadConnection(project: Project, name: string): Promise<ConnectionModule> {
  let module: Partial<ConnectionModule> | undefined
  try {
    module = await project.options.connections[name]?.()
  } catch (error) {
    if (error instanceof MillraceError) throw error
    throw new UsageError(
      `the connection ${name} cannot be loaded: ${redact(error instanceof Error ? error.message : String(error))}`,
    )
  }
  if (typeof module?.engine !== 'object') {
    throw new UsageError(`the connection ${name} exports no engine`, {
      hint: "export const engine = sqlite({ file: 'data/shop.db' })",
    })
  }
  return module as ConnectionModule
}

function checkOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null) throw new UsageError('app(…) takes options', { hint: EXAMPLE })
  const given = options as Readonly<Record<string, unknown>>
  const unknown = Object.keys(given).find((key) => !(OPTIONS as readonly string[]).includes(key))
  if (unknown !== undefined) {
    throw new UsageError(`app: unknown option "${unknown}"`, {
      hint: [didYouMean(unknown, OPTIONS), `options are ${listNames(OPTIONS)}`].filter(Boolean).join(' '),
    })
  }
  const { connections, connection, models, threads, state } = given
  const thunks = typeof connections === 'object' && connections !== null ? Object.entries(connections) : []
  const odd = thunks.find(([, thunk]) => typeof thunk !== 'function')
  if (thunks.length === 0 || odd !== undefined) {
    throw new UsageError(odd === undefined ? 'app: no connections' : `app: connections.${odd[0]} is no function`, {
      hint: EXAMPLE,
    })
  }
  if (typeof connection !== 'string') throw new UsageError('app: connection is not the name of one', { hint: EXAMPLE })
  if (threads !== undefined && !(Number.isInteger(threads) && (threads as number) > 0)) {
    throw new UsageError(`app: threads is ${String(threads)}`, { hint: 'how many tasks run at once: 1, 2 …' })
  }
  for (const [key, path] of Object.entries({ models, state })) {
    if (path !== undefined && (typeof path !== 'string' || path === '')) throw new UsageError(`app: ${key} is no path`)
  }
}

const EXAMPLE = "app({ connections: { sqlite: () => import('./connections/sqlite.ts') }, connection: 'sqlite' })"
