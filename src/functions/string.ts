import type { Like, Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import type { Text } from '../column/values.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { integer, optional, rest, text, value } from './parameter.ts'

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

const toText = (takes = [text]) => ({ takes, gives: types.string })

/** Upper case by full Unicode mappings: ß becomes SS. */
export const upper: FromText<string> = scalar('upper', toText())
/** Lower case by full Unicode mappings. */
export const lower: FromText<string> = scalar('lower', toText())
/** Number of characters (code points), trailing spaces included. */
export const length: FromText<number> = scalar('length', { takes: [text], gives: types.int })
/** Without spaces at both ends. Only U+0020 is a space. */
export const trim: FromText<string> = scalar('trim', toText())
/** Without spaces at the start. */
export const ltrim: FromText<string> = scalar('ltrim', toText())
/** Without spaces at the end. */
export const rtrim: FromText<string> = scalar('rtrim', toText())
/** The characters in reverse order. */
export const reverse: FromText<string> = scalar('reverse', toText())
/** Each word (after a space) with an upper-case first letter, the rest lower. */
export const initcap: FromText<string> = scalar('initcap', toText())

/**
 * `length` characters from `position`: 1-based, negative counts from the end, 0 reads as 1.
 *
 * @example substring(c.code, 1, 3) // 'ABC-7' → 'ABC'
 */
export const substring: <C extends Texts, P extends Whole, L extends Whole>(
  text: C,
  position: P,
  length: L,
) => Result<C | P | L, string> = scalar('substring', toText([text, value(integer), value(integer)]))

/** One text after another; NULL if any is. @example concat(c.first_name, lit(' '), c.last_name) */
export const concat: <C extends Texts, const A extends readonly TextLike[]>(
  first: C,
  ...others: A
) => Result<C | A[number], string> = scalar('concat', toText([text, rest(value(text))]))

/** The texts that are not NULL, with `separator` between; never NULL. @example concatWs(', ', c.city, c.country) */
export const concatWs: <const A extends readonly Texts[]>(separator: string, ...texts: A) => Like<A[number], string> =
  scalar('concatWs', {
    takes: [value(text), rest(text)],
    gives: types.string,
    nulls: (args) => args[0]?.nullable ?? false,
  })

/** Every `search` in the text replaced. An empty `search` replaces nothing. */
export const replace: <C extends Texts, S extends TextLike, R extends TextLike>(
  text: C,
  search: S,
  replacement: R,
) => Result<C | S | R, string> = scalar('replace', toText([text, value(text), value(text)]))

/** Position of the first `search` in the text, from 1; 0 where there is none. */
export const instr: <C extends Texts, S extends TextLike>(text: C, search: S) => Result<C | S, number> = scalar(
  'instr',
  {
    takes: [text, value(text)],
    gives: types.int,
  },
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
