import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/**
 * As much of a SQL Server as the driver needs to be tested over a socket: it speaks TDS 7.4 for the login,
 * parameterised statements, transactions and cancelling, and asks a function of the test what to answer.
 */
export interface TdsAnswer {
  readonly columns?: readonly string[]
  /** Every value is sent as bigint (for bigint) or as text. */
  readonly rows?: readonly (readonly (bigint | string | null)[])[]
  readonly rowsAffected?: number
}

export interface TdsServer {
  readonly port: number
  /** Statements in order of arrival, each with the number of its connection. */
  readonly log: readonly {
    readonly sql: string
    readonly connection: number
    readonly parameters: readonly unknown[]
  }[]
  close(): Promise<void>
}

/** An error of the server: its number and text. */
export class TdsError extends Error {
  readonly number: number
  constructor(number: number, message: string) {
    super(message)
    this.number = number
  }
}

type Handler = (sql: string, parameters: readonly unknown[], cancelled: Promise<void>) => Promise<TdsAnswer> | TdsAnswer

const u16 = (n: number) => Buffer.from([n & 255, n >> 8])
const u32 = (n: number) => Buffer.from([n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >>> 24) & 255])
const wide = (text: string) => Buffer.from(text, 'utf16le')
const shortText = (text: string) => Buffer.concat([Buffer.from([text.length]), wide(text)])
const COLLATION = Buffer.from([9, 4, 208, 0, 52])

const token = (id: number, body: Buffer) => Buffer.concat([Buffer.from([id]), u16(body.length), body])

/** DONE: flags 1 more, 2 error, 16 count, 32 attention. */
function done(flags: number, rows = 0): Buffer {
  const body = Buffer.alloc(13)
  body[0] = 0xfd
  body.writeUInt16LE(flags, 1)
  body.writeUInt16LE(0xc1, 3)
  body.writeBigUInt64LE(BigInt(rows), 5)
  return body
}

function failure({ number, message }: { number: number; message: string }): Buffer {
  return token(
    0xaa,
    Buffer.concat([
      u32(number),
      Buffer.from([1, 16]),
      u16(message.length),
      wide(message),
      shortText('test'),
      shortText(''),
      u32(1),
    ]),
  )
}

function result({ columns = [], rows = [], rowsAffected }: TdsAnswer): Buffer {
  if (columns.length === 0) return done(16, rowsAffected)
  const big = columns.map((_, index) => rows.some((row) => typeof row[index] === 'bigint'))
  const metadata = columns.map((name, index) =>
    Buffer.concat([
      u32(0),
      u16(9),
      big[index] ? Buffer.from([0x26, 8]) : Buffer.concat([Buffer.from([0xe7]), u16(8000), COLLATION]),
      shortText(name),
    ]),
  )
  const values = rows.map((row) =>
    Buffer.concat([Buffer.from([0xd1]), ...row.map((value, index) => encode(value, big[index] === true))]),
  )
  return Buffer.concat([Buffer.from([0x81]), u16(columns.length), ...metadata, ...values, done(16, rows.length)])
}

function encode(value: bigint | string | null, big: boolean): Buffer {
  if (value === null) return big ? Buffer.from([0]) : u16(0xffff)
  if (!big) return Buffer.concat([u16(String(value).length * 2), wide(String(value))])
  const buffer = Buffer.alloc(9, 8)
  buffer.writeBigInt64LE(BigInt(value), 1)
  return buffer
}

/** sp_executesql: the statement, the declaration of its parameters, and their values. */
function readCall(body: Buffer): { sql: string; parameters: unknown[] } {
  // The headers, the number of the procedure, its flags.
  let at = body.readUInt32LE(0) + 4 + 2
  const values: unknown[] = []
  while (at < body.length) {
    at += 1 + (body[at] as number) * 2 + 1
    const type = body[at++] as number
    if (type === 0x26 || type === 0x6d || type === 0x68) {
      at += 1
      const length = body[at++] as number
      const read =
        type === 0x6d
          ? () => body.readDoubleLE(at)
          : type === 0x68
            ? () => body[at] === 1
            : () => body.readBigInt64LE(at)
      values.push(length === 0 ? null : read())
      at += length
    } else if (type === 0xe7) {
      const most = body.readUInt16LE(at)
      at += 7
      const length = most === 0xffff ? Number(body.readBigUInt64LE(at)) : body.readUInt16LE(at)
      if (most === 0xffff) throw new Error('the test server reads short texts alone')
      at += 2
      const missing = length === 0xffff
      values.push(missing ? null : body.toString('utf16le', at, at + length))
      at += missing ? 0 : length
    } else throw new Error(`the test server does not read parameters of type ${type}`)
  }
  const [sql, , ...parameters] = values
  return { sql: String(sql), parameters }
}

/** Starts the server. `login: false` refuses everybody. */
export async function startTdsServer(handler: Handler, { login = true } = {}): Promise<TdsServer> {
  const log: { sql: string; connection: number; parameters: readonly unknown[] }[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    const connection = ++connections
    let cancel: (() => void) | undefined
    let transactions = 0n

    const send = (body: Buffer) => {
      const most = 4096 - 8
      for (let from = 0; from === 0 || from < body.length; from += most) {
        const part = body.subarray(from, from + most)
        const size = part.length + 8
        socket.write(
          Buffer.concat([
            Buffer.from([4, from + most >= body.length ? 1 : 0, size >> 8, size & 255, 0, 0, 1, 0]),
            part,
          ]),
        )
      }
    }
    const answer = async (sql: string, parameters: readonly unknown[]) => {
      log.push({ sql, connection, parameters })
      let over = false
      const cancelled = new Promise<void>((resolve) => {
        cancel = () => {
          over = true
          resolve()
        }
      })
      const reply = await Promise.resolve(handler(sql, parameters, cancelled)).then(result, (error: TdsError) =>
        Buffer.concat([failure(error), done(2)]),
      )
      cancel = undefined
      if (!over) send(reply)
    }
    const transaction = (kind: number, sql: string) => {
      log.push({ sql, connection, parameters: [] })
      const id = Buffer.alloc(8)
      id.writeBigUInt64LE(kind === 8 ? ++transactions : transactions)
      const [now, before] = kind === 8 ? [id, Buffer.alloc(0)] : [Buffer.alloc(0), id]
      send(
        Buffer.concat([
          token(0xe3, Buffer.concat([Buffer.from([kind, now.length]), now, Buffer.from([before.length]), before])),
          done(0),
        ]),
      )
    }
    const receive = (type: number, body: Buffer) => {
      if (type === 0x12) {
        // PRELOGIN: the version, and no encryption.
        send(Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 255, 16, 0, 0, 0, 0, 0, 2]))
      } else if (type === 0x10 && !login) {
        send(Buffer.concat([failure({ number: 18456, message: "Login failed for user 'anna'." }), done(2)]))
      } else if (type === 0x10) {
        const acknowledged = Buffer.concat([
          Buffer.from([1, 0x74, 0, 0, 4]),
          shortText('Test'),
          Buffer.from([16, 0, 0, 0]),
        ])
        send(Buffer.concat([token(0xad, acknowledged), done(0)]))
      } else if (type === 0x01) {
        // The driver's own settings of the session: statements of ours have parameters, and come as calls.
        send(done(0))
      } else if (type === 0x03) {
        const call = readCall(body)
        void answer(call.sql, call.parameters)
      } else if (type === 0x0e) {
        const request = body.readUInt16LE(body.readUInt32LE(0))
        if (request === 5) transaction(8, 'BEGIN')
        else if (request === 7) transaction(9, 'COMMIT')
        else transaction(10, 'ROLLBACK')
      } else if (type === 0x06) {
        cancel?.()
        send(done(0))
        send(done(32))
      }
    }

    let buffer = Buffer.alloc(0)
    let message: Buffer[] = []
    socket.on('data', (chunk: Buffer) => {
      buffer = Buffer.concat([buffer, chunk])
      while (buffer.length >= 8 && buffer.length >= buffer.readUInt16BE(2)) {
        const size = buffer.readUInt16BE(2)
        const [type, status] = [buffer[0] as number, buffer[1] as number]
        message.push(buffer.subarray(8, size))
        buffer = buffer.subarray(size)
        if ((status & 1) === 0) continue
        const whole = Buffer.concat(message)
        message = []
        receive(type, whole)
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    log,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
