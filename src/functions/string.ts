import type { Like, Result } from '../column/aggregate.ts'
import type { Arrays, ElementOf } from '../column/arrays.ts'
import type { ColumnOf, ValueOf } from '../column/column.ts'
import type { OtherColumn, Text } from '../column/values.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { bytes, integer, meeting, optional, rest, text, textOrList, textOrTexts, value } from './parameter.ts'

/** A column of text. Dates and decimals are none: cast them. */
type Texts = ColumnOf<Text | null>
type TextLike = string | Texts
type Whole = number | ColumnOf<number | null>
type FromText<R> = <C extends Texts>(text: C) => Result<C, R>
type Part = <C extends Texts, L extends Whole>(text: C, length: L) => Result<C | L, string>
type Padded = <C extends Texts, L extends Whole, P extends TextLike = string>(
  text: C,
  length: L,
  pad?: P,
) => Result<C | L | P, string>
type Trimmed = <C extends Texts, S extends TextLike = string>(text: C, characters?: S) => Result<C | S, string>
type FromBytes<R> = <C extends ColumnOf<Text | Uint8Array | null>>(value: C) => Result<C, R>

const toText = (takes = [text]) => ({ takes, gives: types.string })
const trimming = toText([text, optional(value(text))])

/** Upper case by full Unicode mappings: ß becomes SS. @example upper(c.code) // 'ab-7' → 'AB-7' */
export const upper: FromText<string> = scalar('upper', toText())
/** `upper` by its other name. */
export const ucase: FromText<string> = upper
/** Lower case by full Unicode mappings. @example lower(c.email) */
export const lower: FromText<string> = scalar('lower', toText())
/** `lower` by its other name. */
export const lcase: FromText<string> = lower
/** Number of characters (code points), trailing spaces included; of a binary the number of bytes. */
export const length: FromBytes<number> = scalar('length', { takes: [bytes], gives: types.int })
/** `length` by its other name. */
export const charLength: FromBytes<number> = length
/** `length` by its other name. */
export const characterLength: FromBytes<number> = length
/** Without spaces (only U+0020 is one), or without any of `characters`, at both ends. @example trim(c.code, '- ') */
export const trim: Trimmed = scalar('trim', trimming)
/** `trim` by its other name. */
export const btrim: Trimmed = trim
/** Without spaces, or any of `characters`, at the start. @example ltrim(c.code, '0') // '007' → '7' */
export const ltrim: Trimmed = scalar('ltrim', trimming)
/** Without spaces, or any of `characters`, at the end. @example rtrim(c.path, '/') */
export const rtrim: Trimmed = scalar('rtrim', trimming)
/** The characters, or the elements of an array, in reverse order. @example reverse(o.tags) */
export const reverse: FromText<string> & (<C extends Arrays>(array: C) => Like<C, ValueOf<C>>) = scalar('reverse', {
  takes: [textOrList],
  gives: 0,
})
/** Each word (after a space) with an upper-case first letter, the rest lower. */
export const initcap: FromText<string> = scalar('initcap', toText())

/**
 * `length` characters (all further ones without it) from `position`: 1-based, negative counts from the end, 0 reads as 1.
 *
 * @example substring(c.code, 1, 3) // 'ABC-7' → 'ABC'
 */
export const substring: <C extends Texts, P extends Whole, L extends Whole = number>(
  text: C,
  position: P,
  length?: L,
) => Result<C | P | L, string> = scalar('substring', toText([text, value(integer), optional(value(integer))]))
/** `substring` by its other name. */
export const substr: typeof substring = substring

type Concat = {
  <C extends Texts, const A extends readonly TextLike[]>(first: C, ...others: A): Result<C | A[number], string>
  <C extends Arrays, A extends readonly Arrays<OtherColumn<ElementOf<C>>>[]>(
    first: C,
    ...others: A
  ): Result<C | A[number], readonly ElementOf<C | A[number]>[]>
}
/**
 * One text after another, or the elements of one array after those of another; NULL if any is.
 *
 * @example concat(c.first_name, lit(' '), c.last_name)
 */
export const concat: Concat = scalar('concat', {
  takes: [meeting(textOrList), rest(value(meeting(textOrList)))],
  gives: 0,
})

/**
 * The texts that are not NULL, those in arrays among them, with `separator` between; never NULL.
 *
 * @example concatWs(', ', c.city, c.country)
 */
export const concatWs: <const A extends readonly (Texts | Arrays<Text | null>)[]>(
  separator: string,
  ...texts: A
) => Like<A[number], string> = scalar('concatWs', {
  takes: [value(text), rest(textOrTexts)],
  gives: types.string,
  nulls: (args) => args[0]?.nullable ?? false,
})

/** The `n`th of the texts, from 1; an `n` beyond them raises. @example elt(o.size, lit('small'), lit('large')) */
export const elt: <N extends Whole, const A extends readonly TextLike[]>(
  n: N,
  ...texts: A
) => Like<N | A[number], string | null> = scalar('elt', {
  takes: [value(integer), value(text), rest(value(text))],
  gives: types.string,
  nulls: 'always',
})

/** Every `search` in the text replaced (by nothing, without a `replacement`). An empty `search` replaces nothing. */
export const replace: <C extends Texts, S extends TextLike, R extends TextLike = string>(
  text: C,
  search: S,
  replacement?: R,
) => Result<C | S | R, string> = scalar('replace', toText([text, value(text), optional(value(text))]))

/**
 * Each character of `from` replaced by the one in its place in `to`, or removed where `to` is shorter.
 *
 * @example translate(c.phone, '()- ', '') // '(030) 12-34' → '0301234'
 */
export const translate: <C extends Texts, F extends TextLike, T extends TextLike>(
  text: C,
  from: F,
  to: T,
) => Result<C | F | T, string> = scalar('translate', toText([text, value(text), value(text)]))

/**
 * The text with `replacement` written over `length` characters (as many as it has itself, without one) from `position`.
 *
 * @example overlay(c.card, '****', 1) // '1234-5678' → '****-5678'
 */
export const overlay: <C extends Texts, R extends TextLike, P extends Whole, L extends Whole = number>(
  text: C,
  replacement: R,
  position: P,
  length?: L,
) => Result<C | R | P | L, string> = scalar(
  'overlay',
  toText([text, value(text), value(integer), optional(value(integer))]),
)

/** Filled on the left with `pad` (default spaces), or cut, to `length` characters. */
export const lpad: Padded = scalar('lpad', toText([text, value(integer), optional(value(text))]))
/** Filled on the right with `pad` (default spaces), or cut, to `length` characters. */
export const rpad: Padded = scalar('rpad', toText([text, value(integer), optional(value(text))]))

/** The text `times` times over. */
export const repeat: Part = scalar('repeat', toText([text, value(integer)]))

/** The first `length` characters. */
export const left: Part = scalar('left', toText([text, value(integer)]))
/** The last `length` characters. */
export const right: Part = scalar('right', toText([text, value(integer)]))

/** In single quotes, those inside of it with a backslash before them. @example quote(c.name) // "it's" → "'it\\'s'" */
export const quote: FromText<string> = scalar('quote', toText())
