/** Numbers, days and bytes as text of a given form, and text of a given form as numbers. */
import type { Like, Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import type { Decimal, Numeric, SqlDate, Text } from '../column/values.ts'
import { InvalidArgument, TypeMismatch } from '../errors/index.ts'
import { formatType, type SqlType, types } from '../plan/type.ts'
import { isIntegral, isNumeric, isTemporal } from '../plan/type-rules.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { parseNumberFormat, wholeDigits } from './formats/number-format.ts'
import { type Directive, parseStringFormat } from './formats/string-format.ts'
import type { Numbers } from './numbers.ts'
import { any, integer, number, rest, text, value, written } from './parameter.ts'

type Texts = ColumnOf<Text | null>

/**
 * The number with commas between its thousands and `digits` digits behind the point; a half goes to the even neighbour.
 *
 * @example formatNumber(o.total, 2) // 1234567.891 → '1,234,567.89'
 */
export const formatNumber: <C extends Numbers>(number: C, digits: number) => Result<C, string> = scalar(
  'formatNumber',
  {
    takes: [number, value(integer)],
    gives: ([, digits]) => {
      const known = Number(digits?.literal)
      if (!Number.isInteger(known) || known < 0 || known > 15)
        throw new InvalidArgument('formatNumber takes a number of digits that is written into the program, 0 to 15')
      return types.string
    },
  },
)

/** What a directive of a format takes. */
function checkDirective({ conversion }: Directive, type: SqlType, place: string): void {
  const fits =
    conversion === 'f'
      ? isNumeric(type) && !isIntegral(type)
      : conversion === 's' || conversion === 'S'
        ? type.kind === 'string' || type.kind === 'boolean' || (isNumeric(type) && type.kind !== 'decimal')
        : isIntegral(type)
  if (fits || type.kind === 'void') return
  const takes = {
    s: 'text, a boolean or a number',
    S: 'text, a boolean or a number',
    f: 'a double or decimal',
  } as const
  throw new TypeMismatch(
    `${place}: %${conversion} takes ${(takes as Readonly<Record<string, string>>)[conversion] ?? 'a whole number'}, not a ${formatType(type)}`,
    { hint: "write a .cast('string'), or another directive" },
  )
}

/**
 * Text with values put into it, as `printf` does: `%s`, `%d`, `%f`, `%x` with width, flags and precision. A NULL is put in
 * as `null`. `%f` rounds half away from zero, on a double's shortest decimal form.
 *
 * @example formatString('%s: %,.2f (%05d)', o.name, o.total, o.id) // 'web: 1,234.50 (00042)'
 */
export const formatString: <const A extends readonly ColumnOf<Text | Numeric | boolean | null>[]>(
  format: string,
  ...values: A
) => Like<A[number], string> = scalar('formatString', {
  takes: [written('a format'), rest(value(any))],
  gives: ([format, ...values]) => {
    for (const part of parseStringFormat(String(format?.literal), 'formatString')) {
      if (typeof part === 'string') continue
      const given = values[part.argument]
      if (!given)
        throw new InvalidArgument(`formatString: the format wants ${part.argument + 1} values, not ${values.length}`)
      checkDirective(part, given.type, 'formatString')
    }
    return types.string
  },
  nulls: 'never',
})
/** `formatString` by its other name. */
export const printf: typeof formatString = formatString

type Charable = ColumnOf<number | Decimal | SqlDate | Date | Uint8Array | null>

/**
 * A whole number or decimal (`0` and `9` are digits, 0 also where there are none; `,` `.` `$`; `S`, `MI`, `PR` its sign),
 * a day (`yyyy-MM-dd`) or a binary (`hex`, `base64`, `utf-8`) as text. A number with more digits than the format becomes #.
 *
 * @example toChar(o.total, '$999,990.00') // 1234.5 → '$  1,234.50'
 */
export const toChar: <C extends Charable>(value: C, format: string) => Result<C, string> = scalar('toChar', {
  takes: [any, written('a format')],
  gives: (args) => {
    const [{ type }, format] = args as readonly [Argument, Argument]
    if (type.kind === 'decimal' || isIntegral(type)) parseNumberFormat(String(format.literal), 'toChar')
    else if (type.kind === 'binary') checkBinaryFormat(String(format.literal))
    else if (!isTemporal(type) && type.kind !== 'void') {
      throw new TypeMismatch(`toChar takes a decimal, a date or a binary, not a ${formatType(type)}`, {
        hint: "a double is cast to the decimal that it stands for: .cast('decimal(12,2)')",
      })
    }
    return types.string
  },
})
/** `toChar` by its other name. */
export const toVarchar: typeof toChar = toChar

function checkBinaryFormat(format: string): void {
  if (['hex', 'base64', 'utf-8'].includes(format.toLowerCase())) return
  throw new InvalidArgument(`toChar: ${JSON.stringify(format)} is no format of a binary`, {
    hint: "there are 'hex', 'base64' and 'utf-8'",
  })
}

/** The decimal of as many digits as the format has. */
function decimalOf([, format]: readonly Argument[]): SqlType {
  const parsed = parseNumberFormat(String(format?.literal), 'toNumber')
  return types.decimal(wholeDigits(parsed) + parsed.fraction, parsed.fraction)
}
const reading = { takes: [text, written('a format')], gives: decimalOf }

/**
 * Text of a format (see `toChar`) as a decimal of as many digits; text of any other form raises.
 *
 * @example toNumber(p.price, '$999,999.99') // '$1,234.5' → '1234.50'
 */
export const toNumber: <C extends Texts>(text: C, format: string) => Result<C, Decimal> = scalar('toNumber', reading)
/** `toNumber` that gives NULL for text of any other form. */
export const tryToNumber: <C extends Texts>(text: C, format: string) => Like<C, Decimal | null> = scalar(
  'tryToNumber',
  { ...reading, nulls: 'always' },
)

/** A letter that stands for a kind of characters; NULL keeps them. */
type MaskLetter = string | null

/**
 * The text with its upper-case letters, lower-case letters, digits and all other characters replaced; NULL keeps a kind.
 *
 * @example mask(c.card) // 'AbCd-1234' → 'XxXx-nnnn'
 */
export const mask: <C extends Texts>(
  text: C,
  upper?: MaskLetter,
  lower?: MaskLetter,
  digit?: MaskLetter,
  other?: MaskLetter,
) => Result<C, string> = (column, upper = 'X', lower = 'x', digit = 'n', other = null) =>
  masked(column, upper, lower, digit, other)

const letter = value(text)
const masked = scalar('mask', {
  takes: [text, letter, letter, letter, letter],
  gives: types.string,
  nulls: (args) => args[0]?.nullable ?? false,
})
