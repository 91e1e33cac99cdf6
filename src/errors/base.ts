/**
 * The base of everything that Millrace throws on purpose.
 *
 * An error says what happened in `message`, what to do about it in `hint`, and where in `at`
 * (`models/sales.ts:31`, filled in by whoever knows). `code` is the class's name: stable, greppable, safe to compare
 * across threads, where `instanceof` does not survive.
 */
export abstract class MillraceError extends Error {
  override readonly name: string
  readonly code: string
  hint: string | undefined
  at: string | undefined

  constructor(message: string, options: { hint?: string | undefined; at?: string | undefined; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = new.target.name
    this.code = new.target.name
    this.hint = options.hint
    this.at = options.at
  }
}

/** Something in Millrace itself is wrong: never the user's mistake. */
export class InternalError extends MillraceError {}

/** An argument has the wrong kind or an impossible value. */
export class InvalidArgument extends MillraceError {}
