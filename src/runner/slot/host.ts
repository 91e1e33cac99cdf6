import type { ConnectionHost } from '../../engine/connection-host.ts'
import { ConnectionFailed } from '../../errors/index.ts'
import type { HostedAnswer } from '../hosting.ts'
import type { FromSlot } from './protocol.ts'

export interface SlotHost extends ConnectionHost {
  /** The runner's answer to a call. */
  answered(answer: HostedAnswer): void
}

/** The slot's side of the connections that the runner hosts. */
export function slotHost(send: (message: FromSlot) => void): SlotHost {
  const waiting = new Map<number, (answer: HostedAnswer) => void>()
  let calls = 0
  let connections = 0

  const ask = (connection: number, method: string, args: readonly unknown[]): Promise<unknown> => {
    const id = calls++
    return new Promise((resolve, reject) => {
      waiting.set(id, (answer) => {
        if ('error' in answer) reject(errorOf(answer.error))
        else resolve(answer.value)
      })
      send({ kind: 'host', call: { id, connection, method, args } })
    })
  }

  return {
    answered(answer) {
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    },
    async connect(module, settings) {
      const connection = connections++
      await ask(connection, 'connect', [module, settings])
      return { call: (method, args) => ask(connection, method, args) }
    },
  }
}

function errorOf({ message, hint, connectionFailed }: Extract<HostedAnswer, { error: unknown }>['error']): Error {
  return connectionFailed === undefined
    ? new Error(message)
    : new ConnectionFailed(message, { hint, transient: connectionFailed })
}
