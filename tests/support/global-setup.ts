import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run; `tests/support/databases.ts` makes databases on it. */
    postgres: { readonly host: string; readonly port: number; readonly user: string }
  }
}

/** One PostgreSQL server for all test files of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgres', { host: server.host, port: server.port, user: server.user })
  return () => server.stop()
}
