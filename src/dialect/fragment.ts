import { InternalError } from '../errors/index.ts'

/**
 * A piece of SQL with its bindings, one `?` each (a literal question mark is written `\?`). `rank` says how tightly its
 * outermost operator binds, so that parentheses stand only where they are needed.
 */
export interface Fragment {
  readonly sql: string
  readonly bindings: readonly unknown[]
  readonly rank: number
  /** Set where the OVER clause of a window function is in it already, inside of something else. */
  readonly windowed?: true
  /** Set on what is true or false where an engine takes such a thing for no value (see Booleans). */
  readonly condition?: true
  /**
   * What a sum may add up in its place, each by itself and NULLs left out: the same in total, and faster. All are NULL
   * where the value is.
   */
  readonly summands?: readonly Fragment[]
  /** What a product of decimals is made of. */
  readonly factors?: readonly Factor[]
}

/** A decimal that others are multiplied with. */
export interface Factor {
  readonly written: Fragment
  readonly precision: number
  readonly scale: number
}

/** Ranks of operators, loosest first. */
export const RANK = {
  /** A whole query: it stands in parentheses wherever it is part of something. */
  query: 0,
  or: 10,
  and: 20,
  not: 30,
  compare: 40,
  other: 45,
  add: 50,
  multiply: 60,
  unary: 70,
  cast: 80,
  atom: 100,
} as const

export const fragment = (sql: string, bindings: readonly unknown[] = [], rank: number = RANK.atom): Fragment => ({
  sql,
  bindings,
  rank,
})

/** In parentheses unless it binds at least as tightly as `rank`. */
export function within(inner: Fragment, rank: number): Fragment {
  return inner.rank >= rank ? inner : fragment(`(${inner.sql})`, inner.bindings)
}

export function joinFragments(parts: readonly Fragment[], separator: string, rank: number = RANK.atom): Fragment {
  return fragment(
    parts.map((part) => part.sql).join(separator),
    parts.flatMap((part) => part.bindings),
    rank,
  )
}

/** A constant text of a template, not of the user's: a question mark in it is no binding. */
export const written = (text: string): string => `'${text.replaceAll("'", "''").replaceAll('?', '\\?')}'`

/** `a op b`, left-associative; comparisons are not, on PostgreSQL. */
export function infix(operator: string, rank: number, left: Fragment, right: Fragment): Fragment {
  const chained = rank === RANK.compare ? rank + 1 : rank
  return joinFragments([within(left, chained), within(right, rank + 1)], ` ${operator} `, rank)
}

/** Words after (before) which an argument of a template needs no parentheses. */
const OPENS = /(^|[(,]|\b(from|when|then|else|distinct|by|in))\s*$/i
/** What would be read as part of a cast's type, or binds more tightly than a cast. */
const BINDS = /^\s*[[.]/
const CLOSES = /^\s*($|[),]|(as|then|when|else|end|from|for|using|order)\b)/i

/**
 * Fills a spelling's template: `$1`, `$2` … are the arguments, `$*` all of them, `$+` all but the first, by commas.
 *
 * @example fill('nullif($1, $2)', [a, b])
 */
export function fill(template: string, args: readonly Fragment[], rank?: number): Fragment {
  const bindings: unknown[] = []
  const sql = template.replace(/\$(\d+|\*|\+)/g, (found, which: string, at: number) => {
    const chosen = which === '*' ? args : which === '+' ? args.slice(1) : [args[Number(which) - 1]]
    if (chosen.some((arg) => arg === undefined))
      throw new InternalError(`the spelling "${template}" wants an argument ${found}`)
    const bare = OPENS.test(template.slice(0, at)) && CLOSES.test(template.slice(at + found.length))
    const least = BINDS.test(template.slice(at + found.length)) ? RANK.atom : RANK.cast
    const placed = (chosen as readonly Fragment[]).map((arg) => (bare && template !== found ? arg : within(arg, least)))
    for (const arg of placed) bindings.push(...arg.bindings)
    return placed.map((arg) => arg.sql).join(', ')
  })
  return fragment(sql, bindings, rank ?? (isClosed(template) ? RANK.atom : 0))
}

/** Whether a template is one closed piece: a call, a `case … end`, a cast of one argument. */
function isClosed(template: string): boolean {
  if (/^case\b.*\bend$/is.test(template)) return true
  const open = /^[a-z_]\w*\(/i.exec(template)
  if (!open) return false
  let depth = 1
  for (let at = open[0].length; at < template.length; at += 1) {
    if (template[at] === '(') depth += 1
    else if (template[at] === ')') {
      depth -= 1
      if (depth === 0) return at === template.length - 1
    }
  }
  return false
}
