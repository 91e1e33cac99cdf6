import type { Engine } from '../engine/engine.ts'

/** A named connection, as `connections/NAME.ts` exports it. */
export interface ConnectionModule {
  readonly engine: Engine
  /** Default schema of the session's tables. */
  readonly schema?: string
}

/** What `app.ts` gives to `app(…)`. */
export interface AppOptions {
  /** Thunks, so that choosing one connection loads no other driver: `{ sqlite: () => import('./connections/sqlite.js') }`. */
  readonly connections: Readonly<Record<string, () => Promise<ConnectionModule>>>
  /** The connection used without `--connection`. */
  readonly connection: string
  /** Folder of the model files, relative to the project's root. Default `models`. */
  readonly models?: string
  /** How many tasks run at once. Default: the number of cores, at least 2, at most 8. */
  readonly threads?: number
  /** State file, relative to the project's root. Default `.millrace/state.db`. */
  readonly state?: string
}
