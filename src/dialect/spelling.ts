import { UnsupportedOnDialect } from '../errors/index.ts'
import type { Family, FunctionName, FunctionsOf } from '../functions/names.ts'
import type { LiteralValue } from '../plan/expression.ts'
import type { SqlType } from '../plan/type.ts'
import { type Fragment, fill, fragment, infix, joinFragments, RANK, within } from './fragment.ts'

/** What a spelling may ask of the call that it spells. */
export interface SpelledCall {
  readonly type: SqlType
  /** Types of the arguments. */
  readonly types: readonly SqlType[]
  /** Values of the arguments that are literals. */
  readonly literals: readonly (LiteralValue | undefined)[]
  /** What stands in the parentheses of OVER, where the call is one of a window. */
  readonly window?: Fragment
  /** `order by …`, where an aggregate's rows have an order and its answer depends on it. */
  readonly order?: Fragment
}

/** The last argument of an aggregate, and behind it the order in which it sees its rows. */
export const inOrder = (last: Fragment, { order }: SpelledCall): Fragment =>
  order ? fragment(`${last.sql} ${order.sql}`, [...last.bindings, ...order.bindings]) : last

/** The call with its OVER clause, once: a spelling that puts a cast around a call calls this before it does. */
export function overWindow(written: Fragment, { window }: SpelledCall): Fragment {
  if (window === undefined || written.windowed) return written
  const { sql, bindings } = written
  return { ...fragment(`${sql} over (${window.sql})`, [...bindings, ...window.bindings]), windowed: true }
}

/** How a dialect writes a function: a template (see `fill`), or a function of the written arguments. */
export type Spelling = string | ((args: readonly Fragment[], call: SpelledCall) => Fragment)

/** One spelling for each function of a family. */
export type SpellingsOf<F extends Family> = Readonly<Record<FunctionsOf[F], Spelling>>

/** One spelling for each function there is: the compiler of TypeScript sees to it that none is forgotten. */
export type SpellingTable = Readonly<Record<FunctionName, Spelling>>

export function spell(spelling: Spelling, args: readonly Fragment[], call: SpelledCall): Fragment {
  return typeof spelling === 'string' ? fill(spelling, args) : spelling(args, call)
}

/** A left-associative operator. */
export const operator =
  (symbol: string, rank: number): Spelling =>
  ([left, right]) =>
    infix(symbol, rank, left as Fragment, right as Fragment)

/** An operator behind its one operand. */
export const postfix =
  (symbol: string, rank: number): Spelling =>
  ([operand]) => {
    const inner = within(operand as Fragment, rank + 1)
    return { ...inner, sql: `${inner.sql} ${symbol}`, rank }
  }

/** AND, OR over any number of conditions: flat, and balanced where there are so many that a parser's depth is in danger. */
export const chain =
  (symbol: string, rank: number): Spelling =>
  (args) =>
    chained(args, symbol, rank)

/** Parsers build left-deep trees: SQLite gives up at a depth of 1,000. */
const FLAT_CHAIN = 100

export function chained(parts: readonly Fragment[], symbol: string, rank: number): Fragment {
  if (parts.length === 1) return parts[0] as Fragment
  if (parts.length <= FLAT_CHAIN)
    return joinFragments(
      parts.map((part) => within(part, rank)),
      ` ${symbol} `,
      rank,
    )
  const half = parts.length >> 1
  const sides = [chained(parts.slice(0, half), symbol, rank), chained(parts.slice(half), symbol, rank)]
  return joinFragments(
    sides.map((side) => within(side, RANK.atom)),
    ` ${symbol} `,
    rank,
  )
}

/**
 * A formula of several aggregates, each before an OVER of its own: in `parts` `$1` … are the arguments of the call, in the
 * template they are the parts.
 */
export const formula =
  (template: string, ...parts: readonly Spelling[]): Spelling =>
  (args, call) => {
    const written = fill(
      template,
      parts.map((part) => overWindow(spell(part, args, call), call)),
    )
    return { ...written, windowed: true }
  }

/** Chooses the spelling by the type of the result. */
export const byType =
  (choose: (call: SpelledCall) => Spelling): Spelling =>
  (args, call) =>
    spell(choose(call), args, call)

/** The remainder that is not negative where the divisor is positive, by the dialect's own remainder. */
export const positiveModulo =
  (modulo: Spelling) =>
  (args: readonly Fragment[], call: SpelledCall): Fragment => {
    const rest = spell(modulo, args, call)
    const again = spell(modulo, [fill('$1 + $2', [rest, args[1] as Fragment], RANK.add), args[1] as Fragment], call)
    return fill('case when $1 < 0 then $2 else $1 end', [rest, again])
  }

/** A feature that the engine cannot give with the same answer. */
export const unsupported =
  (feature: string, engine: string, alternative: string): Spelling =>
  () => {
    throw new UnsupportedOnDialect(`${feature} is not supported on ${engine}`, { hint: alternative })
  }
