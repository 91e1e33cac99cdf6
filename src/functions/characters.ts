/** Characters as numbers and as bytes. */
import type { Like, Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { columnArgument, toColumn } from '../column/expression-column.ts'
import type { Text } from '../column/values.ts'
import { call } from '../plan/expression.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { any, bytes, integer, text } from './parameter.ts'

type Texts = ColumnOf<Text | null>
type TextsOrBytes = ColumnOf<Text | Uint8Array | null>
type Size = <C extends TextsOrBytes>(value: C) => Result<C, number>

/** The code point of the first character; 0 for the empty text. @example ascii(c.code) // 'A7' → 65 */
export const ascii: <C extends Texts>(text: C) => Result<C, number> = scalar('ascii', {
  takes: [text],
  gives: types.int,
})

/** The character of a code, taken modulo 256; empty for a negative one. @example chr(o.code) // 65 → 'A' */
export const chr: <C extends ColumnOf<number | null>>(code: C) => Result<C, string> = scalar('chr', {
  takes: [integer],
  gives: types.string,
})
/** `chr` by its other name. */
export const char: typeof chr = chr

/** The number of bytes, of a text in UTF-8. @example octetLength(c.name) // 'ß' → 2 */
export const octetLength: Size = scalar('octetLength', { takes: [bytes], gives: types.int })
/** The number of bits, of a text in UTF-8: eight times `octetLength`. */
export const bitLength: Size = scalar('bitLength', { takes: [bytes], gives: types.int })

const read = { takes: [any], gives: types.string }
scalar('isValidUtf8', { takes: [any], gives: types.boolean })
scalar('makeValidUtf8', read)
scalar('validateUtf8', read)
scalar('tryValidateUtf8', { ...read, nulls: 'always' })

/** A text that was read from bytes (`x.cast('string')`) is judged by the bytes, which other text always are valid. */
const ofBytes = (name: string) => (column: unknown) => {
  const expression = columnArgument(column, name)
  const cast = expression.kind === 'cast' && expression.to.kind === 'string' ? expression.operand : expression
  return toColumn(call(name, [cast]))
}

/** Whether bytes, as such or read as text, are UTF-8. @example isValidUtf8(f.content.cast('string')) */
export const isValidUtf8 = ofBytes('isValidUtf8') as <C extends TextsOrBytes>(value: C) => Result<C, boolean>
/** Bytes as text, each part that is no UTF-8 replaced by U+FFFD. */
export const makeValidUtf8 = ofBytes('makeValidUtf8') as <C extends TextsOrBytes>(value: C) => Result<C, string>
/** Bytes as text; what is no UTF-8 raises. */
export const validateUtf8 = ofBytes('validateUtf8') as <C extends TextsOrBytes>(value: C) => Result<C, string>
/** Bytes as text; NULL for what is no UTF-8. */
export const tryValidateUtf8 = ofBytes('tryValidateUtf8') as <C extends TextsOrBytes>(
  value: C,
) => Like<C, string | null>
