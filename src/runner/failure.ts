/** Errors as data: what can cross a thread or process, stand in state and be shown to a person. */
import { types } from 'node:util'
import { DatabaseError, MillraceError, redact, shorten } from '../errors/index.ts'
import { userFrames } from '../errors/user-frames.ts'
import type { Failure } from './events.ts'

const LONGEST_MESSAGE = 10_000
const LONGEST_SQL = 20_000
const BINDINGS_SHOWN = 20
const BINDING_LENGTH = 60

/**
 * Describes whatever was thrown, without credentials and without stack frames of ours or of Node's.
 *
 * @param thrown an Error or anything else: `throw 'no'`, `Promise.reject(undefined)`
 * @param root absolute path of the project; places are told relative to it
 */
export function toFailure(thrown: unknown, root: string): Failure {
  if (!isError(thrown)) return fromNoError(thrown)
  const stack = userFrames(thrown.stack, root)
  const { sql, bindings } = statementOf(thrown)
  return {
    code: codeOf(thrown),
    message: shorten(redact(messageOf(thrown)), LONGEST_MESSAGE),
    hint: thrown instanceof MillraceError && thrown.hint !== undefined ? redact(thrown.hint) : undefined,
    at: (thrown instanceof MillraceError ? thrown.at : undefined) ?? stack[0]?.place,
    stack: stack.map(({ text }) => text),
    sql: sql === undefined ? undefined : shorten(redact(sql), LONGEST_SQL),
    bindings: bindings === undefined ? undefined : describeBindings(bindings),
  }
}

/** A failure that the runner itself states. */
export function statedFailure(code: string, message: string, more: Partial<Failure> = {}): Failure {
  return {
    code,
    message: redact(message),
    hint: undefined,
    at: undefined,
    stack: [],
    sql: undefined,
    bindings: undefined,
    ...more,
  }
}

function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || types.isNativeError(thrown)
}

function fromNoError(thrown: unknown): Failure {
  return statedFailure('NotAnError', `the task threw ${describe(thrown)}, which is not an Error`, {
    hint: 'throw new Error("…") tells where it happened.',
  })
}

/** `UnknownColumn`, `TypeError`, or the driver's code where the class says nothing: `ECONNREFUSED`. */
function codeOf(error: Error): string {
  if (error instanceof MillraceError) return error.code
  const { code } = error as { code?: unknown }
  if (error.name !== 'Error' && error.name !== 'AggregateError') return error.name
  return typeof code === 'string' && code !== '' ? code : error.name || 'Error'
}

/** The message with those of its causes that say something new. */
function messageOf(error: Error, depth = 0): string {
  const { code } = error as { code?: unknown }
  let message = error.message || (typeof code === 'string' ? code : error.name)
  if (depth === 3) return message
  const parts = error instanceof AggregateError && error.message === '' ? error.errors : []
  if (parts.length > 0)
    message = parts.map((part) => (isError(part) ? messageOf(part, depth + 1) : describe(part))).join('; ')
  if (error.cause === undefined) return message
  const cause = isError(error.cause) ? messageOf(error.cause, depth + 1) : describe(error.cause)
  return message.includes(cause) ? message : `${message} (cause: ${cause})`
}

/** The statement of our own errors, or of what plain Knex code threw. */
function statementOf(error: Error): { sql: string | undefined; bindings: readonly unknown[] | undefined } {
  if (error instanceof DatabaseError) return { sql: error.sql, bindings: error.bindings }
  const { sql, bindings } = error as { sql?: unknown; bindings?: unknown }
  return {
    sql: typeof sql === 'string' ? sql : undefined,
    bindings: Array.isArray(bindings) ? bindings : undefined,
  }
}

function describeBindings(bindings: readonly unknown[]): string[] {
  const shown = bindings.slice(0, BINDINGS_SHOWN).map((binding) => redact(describe(binding)))
  if (bindings.length > BINDINGS_SHOWN) shown.push(`… and ${bindings.length - BINDINGS_SHOWN} more`)
  return shown
}

/** A value in one short line. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return shorten(JSON.stringify(value), BINDING_LENGTH)
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (value instanceof Uint8Array) return `<${value.length} bytes>`
  if (typeof value === 'function') return value.name === '' ? 'a function' : `the function ${value.name}`
  if (typeof value !== 'object' || value === null) return String(value)
  try {
    return shorten(JSON.stringify(value), BINDING_LENGTH)
  } catch {
    // A cycle, a bigint inside, or a `toJSON` that gives nothing.
    return Object.prototype.toString.call(value)
  }
}
