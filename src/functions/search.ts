/** Text in text: where it is, what stands before and behind it, how alike two texts are. */
import type { Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { columnArgument, constantOf, toColumn, toExpression } from '../column/expression-column.ts'
import type { Text } from '../column/values.ts'
import { InvalidArgument } from '../errors/index.ts'
import { call } from '../plan/expression.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { integer, optional, text, value } from './parameter.ts'

type Texts = ColumnOf<Text | null>
type TextLike = string | Texts
type Whole = number | ColumnOf<number | null>
type Bytes = ColumnOf<Uint8Array | null>
type Found = <C extends Texts, S extends TextLike>(text: C, search: S) => Result<C | S, boolean>
type AtAnEnd = Found & (<C extends Bytes, S extends Uint8Array | Bytes>(binary: C, search: S) => Result<C | S, boolean>)
type Pattern = <C extends Texts, P extends TextLike>(text: C, pattern: P) => Result<C | P, boolean>

/** The function form of a method of Column. */
const method =
  (name: string, fn: string) =>
  (column: unknown, other: unknown): never =>
    toColumn(call(fn, [columnArgument(column, name), toExpression(other, name)]))

/** Whether `search` is anywhere in the text; the function form of `.contains()`. @example contains(c.email, '@') */
export const contains: Found = method('contains', 'contains')
/** Whether the text, or the binary, begins with `search`; the function form of `.startsWith()`. */
export const startswith: AtAnEnd = method('startswith', 'startsWith')
/** Whether the text, or the binary, ends with `search`; the function form of `.endsWith()`. */
export const endswith: AtAnEnd = method('endswith', 'endsWith')

const likeWith = (name: 'like' | 'ilike'): unknown => {
  const plain = method(name, name)
  return (column: unknown, pattern: unknown, escapeSign?: unknown) => {
    if (escapeSign === undefined) return plain(column, pattern)
    const [sign, known] = [constantOf(escapeSign), constantOf(pattern)]
    if (typeof sign !== 'string' || Array.from(sign).length !== 1)
      throw new InvalidArgument(`${name}: an escape is one character`)
    if (typeof known !== 'string')
      throw new InvalidArgument(`${name}: an escape of its own goes with a pattern that is written into the program`)
    return plain(column, withBackslash(known, sign))
  }
}

/** The same pattern with the usual escape. */
function withBackslash(pattern: string, escapeSign: string): string {
  const characters = Array.from(pattern)
  let written = ''
  for (let at = 0; at < characters.length; at += 1) {
    const one = characters[at] as string
    if (one !== escapeSign) {
      written += one === '\\' ? '\\\\' : one
      continue
    }
    at += 1
    const escaped = characters[at]
    if (escaped !== '%' && escaped !== '_' && escaped !== escapeSign) {
      throw new InvalidArgument(
        `like: ${JSON.stringify(pattern)} is no pattern: ${escapeSign} stands before %, _ or itself alone`,
      )
    }
    const plain = escaped === escapeSign && !['\\', '%', '_'].includes(escapeSign)
    written += plain ? escaped : `\\${escaped}`
  }
  return written
}

/** Whether the text is of the pattern: `%` any text, `_` one character, `escape` (default `\`) before either for itself. */
export const like = likeWith('like') as Pattern &
  (<C extends Texts>(text: C, pattern: string, escapeSign: string) => Result<C, boolean>)
/** `like` that does not tell upper from lower case. @example ilike(c.name, 'mc%') */
export const ilike = likeWith('ilike') as typeof like

const place = { takes: [text, value(text)], gives: types.int }

/** Position of the first `search` in the text, from 1; 0 where there is none. @example instr(c.email, '@') */
export const instr: <C extends Texts, S extends TextLike>(text: C, search: S) => Result<C | S, number> = scalar(
  'instr',
  place,
)

type Locate = <S extends TextLike, C extends Texts, P extends Whole = number>(
  search: S,
  text: C,
  position?: P,
) => Result<S | C, number>

/**
 * Position of the first `search` in the text at or behind `position` (default 1); 0 where there is none, and for a
 * `position` that is NULL or below 1.
 *
 * @example locate('/', c.path, 2)
 */
export const locate: Locate = scalar('locate', {
  takes: [value(text), text, optional(value(integer))],
  gives: types.int,
  nulls: ([search, text]) => [search, text].some((arg) => arg?.nullable ?? true),
})
/** `locate` by its other name. */
export const position: Locate = locate

/** Place of the text in a list separated by commas, from 1; 0 where it is not, or has a comma itself. */
export const findInSet: <C extends TextLike, L extends TextLike>(text: C, list: L) => Result<C | L, number> = scalar(
  'findInSet',
  { takes: [value(text), value(text)], gives: types.int },
)

/**
 * The `n`th of the parts between delimiters, from 1 (negative: from the end); empty where there is none. A part 0 raises.
 *
 * @example splitPart(c.email, '@', 2)
 */
export const splitPart: <C extends Texts, D extends TextLike, N extends Whole>(
  text: C,
  delimiter: D,
  n: N,
) => Result<C | D | N, string> = scalar('splitPart', {
  takes: [text, value(text), value(integer)],
  gives: types.string,
})

/**
 * What stands before the `count`th delimiter, or (negative) behind the one so far from the end; all where there are fewer.
 *
 * @example substringIndex(c.host, '.', -2) // 'www.example.test' → 'example.test'
 */
export const substringIndex: <C extends Texts, D extends TextLike, N extends Whole>(
  text: C,
  delimiter: D,
  count: N,
) => Result<C | D | N, string> = scalar('substringIndex', {
  takes: [text, value(text), value(integer)],
  gives: types.string,
})

/**
 * How many characters must be added, removed or replaced to make one text the other; -1 where that is more than
 * `threshold`.
 *
 * @example levenshtein(a.name, b.name)
 */
export const levenshtein: <A extends Texts, B extends TextLike, T extends Whole = number>(
  text: A,
  other: B,
  threshold?: T,
) => Result<A | B | T, number> = scalar('levenshtein', {
  takes: [text, value(text), optional(value(integer))],
  gives: types.int,
})

/** A letter and three digits for how an English name sounds; a text that begins with no letter of ASCII is itself. */
export const soundex: <C extends Texts>(text: C) => Result<C, string> = scalar('soundex', {
  takes: [text],
  gives: types.string,
})
