/** What a session tells whoever runs it (the task runner, mostly): actions that start, statements, rows written. */

export interface StartedAction {
  /** As the user wrote it: `write('sales')`, `show()`. */
  readonly what: string
  /** The user's line, `models/sales.ts:31`, as far as the stack told. */
  readonly at: string | undefined
  /** True once somebody awaited (or otherwise subscribed to) the action's promise. */
  awaited(): boolean
  /** True once the action is over. */
  settled(): boolean
  /** Its failure, if it comes to one, is nobody's business any more. */
  abandon(): void
}

export interface WriteResult {
  readonly rowsInserted: number
  readonly rowsUpdated: number
  readonly rowsDeleted: number
  readonly durationMs: number
}

export interface SessionObserver {
  started?(action: StartedAction): void
  wrote?(table: string, result: WriteResult): void
}
