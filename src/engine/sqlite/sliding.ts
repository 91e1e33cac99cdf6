/** How aggregates of ours follow a frame that moves: rows come at its end, and leave in the order in which they came. */
import type { SqliteAggregate } from './aggregates.ts'
import type { SqliteValue } from './functions.ts'

/** An aggregate whose states can be put together: the state of one row, and of what stands before and behind each other. */
export interface Mergeable<S> {
  readonly name: string
  /** What a row is by itself; undefined leaves it out. */
  readonly of: (...values: SqliteValue[]) => S | undefined
  readonly merge: (before: S, behind: S) => S
  /** undefined: no row. */
  readonly result: (state: S | undefined) => SqliteValue
}

interface Sliding<S> {
  /** For each of the older rows, the last first, the state from it to the last of them. */
  readonly older: S[]
  /** The rows since then, and the state of all of them. */
  newer: S[]
  all: S | undefined
}

/**
 * The aggregate of a group, which keeps one state; and with `_over` behind its name the one of a window, which keeps as many
 * as the frame has rows. Nothing is ever subtracted, which would leave the rounding of a great value behind among small ones.
 */
export function mergeable<S>({ name, of, merge, result }: Mergeable<S>): readonly SqliteAggregate[] {
  const joined = (before: S | undefined, behind: S | undefined): S | undefined =>
    before === undefined ? behind : behind === undefined ? before : merge(before, behind)
  const group = {
    name: `millrace_${name}`,
    start: (): { all: S | undefined } => ({ all: undefined }),
    step: (state: { all: S | undefined }, ...values: SqliteValue[]) => {
      state.all = joined(state.all, of(...values))
      return state
    },
    result: (state: { all: S | undefined }) => result(state.all),
  }
  const over = {
    name: `millrace_${name}_over`,
    start: (): Sliding<S> => ({ older: [], newer: [], all: undefined }),
    step: (state: Sliding<S>, ...values: SqliteValue[]) => {
      const one = of(...values)
      if (one !== undefined) {
        state.newer.push(one)
        state.all = joined(state.all, one)
      }
      return state
    },
    inverse: (state: Sliding<S>, ...values: SqliteValue[]) => {
      if (of(...values) === undefined) return state
      if (state.older.length === 0) {
        let behind: S | undefined
        for (const one of state.newer.reverse()) {
          behind = joined(one, behind) as S
          state.older.push(behind)
        }
        state.newer = []
        state.all = undefined
      }
      state.older.pop()
      return state
    },
    result: (state: Sliding<S>) => result(joined(state.older.at(-1), state.all)),
  }
  return [group, over]
}

/** The rows of a moving frame. */
interface Queue<V> {
  readonly rows: V[]
  head: number
}

/** An aggregate that needs all rows of the group or frame at once. */
export function gathering<V>(
  name: string,
  of: (...values: SqliteValue[]) => V | undefined,
  result: (rows: readonly V[]) => SqliteValue,
): SqliteAggregate {
  return {
    name: `millrace_${name}`,
    start: (): Queue<V> => ({ rows: [], head: 0 }),
    step: (queue: Queue<V>, ...values: SqliteValue[]) => {
      const one = of(...values)
      if (one !== undefined) queue.rows.push(one)
      return queue
    },
    inverse: (queue: Queue<V>, ...values: SqliteValue[]) => {
      if (of(...values) !== undefined) queue.head += 1
      return queue
    },
    result: ({ rows, head }: Queue<V>) => result(head === 0 ? rows : rows.slice(head)),
  }
}

/** How often each value is in the group or frame. */
export type Counts = ReadonlyMap<SqliteValue, { readonly value: SqliteValue; count: number }>

/** An aggregate of the different values; the second argument, where there is one, is the same in all rows. */
export function counting(
  name: string,
  result: (counts: Counts, constant: SqliteValue) => SqliteValue,
): SqliteAggregate {
  type State = { readonly counts: Map<SqliteValue, { value: SqliteValue; count: number }>; constant: SqliteValue }
  return {
    name: `millrace_${name}`,
    start: (): State => ({ counts: new Map(), constant: null }),
    step: (state: State, value: SqliteValue, constant: SqliteValue = null) => {
      state.constant = constant
      if (value === null) return state
      const key = keyOf(value)
      const found = state.counts.get(key)
      if (found) found.count += 1
      else state.counts.set(key, { value, count: 1 })
      return state
    },
    inverse: (state: State, value: SqliteValue) => {
      const key = value === null ? null : keyOf(value)
      const found = state.counts.get(key)
      if (found) found.count -= 1
      if (found?.count === 0) state.counts.delete(key)
      return state
    },
    result: (state: State) => result(state.counts, state.constant),
  }
}

/** Bytes are equal by what they hold. */
const keyOf = (value: SqliteValue): SqliteValue =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
