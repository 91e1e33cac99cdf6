import { expandUser } from '../../dag/models/names.ts'
import { UsageError } from '../../errors/index.ts'
import { didYouMean, listNames } from '../../errors/nearest.ts'
import type { SessionObserver } from '../../session/observer.ts'
import { Session } from '../../session/session.ts'
import type { AppOptions, ConnectionModule } from '../application.ts'

export type OpenSession = (attempt: { signal: AbortSignal; observer: SessionObserver }) => Session

export interface Sessions {
  open: OpenSession
  close(): Promise<void>
}

/**
 * The sessions of a slot: one for each attempt, all on one engine, which connects when the first statement runs.
 *
 * @throws UsageError where the application has no connection of that name
 */
export async function loadSessions(application: AppOptions, name: string, now: Date, user: string): Promise<Sessions> {
  const load = Object.hasOwn(application.connections, name) ? application.connections[name] : undefined
  if (load === undefined) {
    const names = Object.keys(application.connections)
    throw new UsageError(`no connection ${JSON.stringify(name)}: there is ${listNames(names)}`, {
      hint: didYouMean(name, names),
    })
  }
  const { engine, schema }: ConnectionModule = await load()
  return {
    open: ({ signal, observer }) => new Session(engine, { schema: expandUser(schema, user), now, signal, observer }),
    close: () => engine.close(),
  }
}
