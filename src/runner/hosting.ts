/** Connections that live here, in the runner's thread, for the slots that call them: databases with one owner. */
import type { OpenOwner, OwnedConnection, Owner } from '../engine/connection-host.ts'
import { ConnectionFailed } from '../errors/index.ts'

/** `connect` opens connection number `connection` of its slot; every other method is called on it. */
export interface HostedCall {
  readonly id: number
  readonly connection: number
  readonly method: string
  readonly args: readonly unknown[]
}

/** Errors travel by what is read of them: their classes do not survive the way. */
export type HostedAnswer =
  | { readonly id: number; readonly value: unknown }
  | {
      readonly id: number
      readonly error: {
        readonly message: string
        readonly hint: string | undefined
        /** Of a failure to connect: whether trying again may help. */
        readonly connectionFailed: boolean | undefined
      }
    }

export interface Hosting<Holder> {
  call(holder: Holder, call: HostedCall, answer: (answer: HostedAnswer) => void): void
  /** Closes the connections of a slot that is gone, and with them what it has not committed. */
  forget(holder: Holder): Promise<void>
  /** Closes all connections, then their databases. */
  close(): Promise<void>
}

type Methods = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>

export function createHosting<Holder>(): Hosting<Holder> {
  const owners = new Map<string, Promise<Owner>>()
  const connections = new Map<Holder, Map<number, Promise<OwnedConnection>>>()
  /** Slots that are gone: what they asked for last must not stay open. */
  const gone = new Set<Holder>()
  let closing: Promise<void> | undefined

  const ownerOf = (module: string, settings: object): Promise<Owner> => {
    const key = JSON.stringify([module, settings])
    const known = owners.get(key)
    if (known !== undefined) return known
    const opened = import(module).then((loaded: { openOwner: OpenOwner }) => loaded.openOwner(settings))
    owners.set(key, opened)
    return opened
  }

  const connect = async (holder: Holder, { connection, args }: HostedCall): Promise<void> => {
    if (closing !== undefined) throw new Error('the run is over')
    const [module, settings] = args as [string, object]
    const made = ownerOf(module, settings).then((owner) => owner.connect())
    const own = connections.get(holder) ?? new Map<number, Promise<OwnedConnection>>()
    connections.set(holder, own.set(connection, made))
    try {
      const opened = await made
      if (gone.has(holder)) await opened.close()
    } catch (error) {
      own.delete(connection)
      throw error
    }
  }

  const perform = async (holder: Holder, call: HostedCall): Promise<unknown> => {
    if (call.method === 'connect') return connect(holder, call)
    const own = connections.get(holder)
    const target = await own?.get(call.connection)
    if (target === undefined) throw new Error('the connection is closed')
    if (call.method === 'close') own?.delete(call.connection)
    return (target as unknown as Methods)[call.method]?.(...call.args)
  }

  const forget = async (holder: Holder): Promise<void> => {
    gone.add(holder)
    const own = connections.get(holder)
    connections.delete(holder)
    const open = await Promise.allSettled(own?.values() ?? [])
    await Promise.allSettled(open.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)))
  }

  const closeAll = async (): Promise<void> => {
    await Promise.all([...connections.keys()].map(forget))
    const open = await Promise.allSettled(owners.values())
    await Promise.allSettled(open.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)))
  }

  return {
    call(holder, call, answer) {
      perform(holder, call).then(
        (value) => answer({ id: call.id, value }),
        (error: unknown) => answer({ id: call.id, error: told(error) }),
      )
    },
    forget,
    close() {
      closing ??= closeAll()
      return closing
    },
  }
}

function told(error: unknown): Extract<HostedAnswer, { error: unknown }>['error'] {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof ConnectionFailed)) return { message, hint: undefined, connectionFailed: undefined }
  return { message, hint: error.hint, connectionFailed: error.transient }
}
