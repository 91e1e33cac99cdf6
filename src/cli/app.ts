import type { AppOptions } from '../runner/application.ts'
import { isSlot, offerApplication } from '../runner/handover.ts'

/**
 * The application: reads the command line and does what it says. `app.ts` calls it with the project's options.
 *
 * In a thread or process that runs tasks it only hands the options over. It never throws: what is wrong is printed,
 * and `process.exitCode` says so (0 all well, 1 a task failed, 2 usage or configuration, 3 no connection, 4 another run
 * holds the state, 130 interrupted).
 *
 * @param argv the arguments after `node app.js`. Default: those of the process.
 * @example
 * await app({
 *   connections: { sqlite: () => import('./connections/sqlite.ts') },
 *   connection: 'sqlite',
 * })
 */
export async function app(options: AppOptions, argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  if (isSlot()) return offerApplication(options)
  // Late: slots need none of it, and the library is imported without it.
  const { main } = await import('./main.ts')
  const { watchStrayRejections } = await import('./stray-rejections.ts')
  watchStrayRejections(process.cwd())
  process.exitCode = await main(options, argv)
}
