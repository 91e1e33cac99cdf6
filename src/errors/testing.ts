/** What can go wrong in unit tests with `millrace/testing`. */
import { MillraceError } from './base.ts'

/** `given` lacks rows of something that is read, or has rows of something that is not. */
export class GivenMismatch extends MillraceError {}
/** Rows are not the expected ones; the message shows the difference. */
export class RowsDiffer extends MillraceError {}

/** The task under test skipped itself: `reason` is what it told `skip`. */
export class TaskSkipped extends MillraceError {
  readonly reason: string

  constructor(reason: string, options: { at?: string | undefined } = {}) {
    super(`the task skipped itself: ${reason}`, options)
    this.reason = reason
  }
}
