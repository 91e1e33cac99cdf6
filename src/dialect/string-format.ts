/** Formats of `printf` as SQL that PostgreSQL and DuckDB read alike. */
import { type Directive, parseStringFormat } from '../functions/formats/string-format.ts'
import type { SqlType } from '../plan/type.ts'
import { type Fragment, fill, fragment, joinFragments, RANK, within } from './fragment.ts'
import { thousands } from './number-format.ts'
import type { Spelling } from './spelling.ts'

/** How a dialect writes the parts of a number. */
export interface NumberWords {
  /** Any value as text. */
  text(operand: Fragment, type: SqlType): Fragment
  /** Digits without sign of a finite double or decimal, so many of them behind the point, a half away from zero. */
  digits(operand: Fragment, type: SqlType, places: number): Fragment
  /** Whether a minus stands before a double or decimal, as SQL. */
  negative(type: SqlType): string
  /** Whether a double is finite, as SQL. */
  readonly finite: string
  /** Digits of a whole number to base 16 in lower case, of a negative one those of its bits. */
  hex(operand: Fragment, type: SqlType): Fragment
}

export const stringFormat =
  (words: NumberWords): Spelling =>
  ([, ...values], { literals, types }) => {
    const parts = parseStringFormat(String(literals[0]), 'formatString').map((part) =>
      typeof part === 'string'
        ? fragment('?::text', [part], RANK.cast)
        : written(part, values[part.argument] as Fragment, types[part.argument + 1] ?? { kind: 'string' }, words),
    )
    if (parts.length === 0) return fragment("''")
    return joinFragments(
      parts.map((part) => within(part, RANK.other + 1)),
      ' || ',
      RANK.other,
    )
  }

function written(directive: Directive, operand: Fragment, type: SqlType, words: NumberWords): Fragment {
  const { conversion, width, left, zeros, precision } = directive
  // A NULL is text: no zeros before it, and cut like any other.
  const none = conversion === 's' || conversion === 'S' || conversion === 'f' ? 'null'.slice(0, precision) : 'null'
  const shown = conversion === 'S' || conversion === 'X' ? none.toUpperCase() : none
  const filled = (text: Fragment, zeroed: boolean): Fragment => {
    if (width === 0) return text
    const blanks = `repeat(' ', greatest(${width} - length($1), 0))`
    if (left) return fill(`$1 || ${blanks}`, [text], RANK.other)
    return fill(
      zeroed
        ? `case when left($1, 1) in ('-', '+', ' ') then left($1, 1) else '' end || repeat('0', greatest(${width} - length($1), 0)) || ltrim($1, '-+ ')`
        : `${blanks} || $1`,
      [text],
      RANK.other,
    )
  }
  const value = filled(directiveText(directive, operand, type, words), zeros)
  const nothing = filled(fragment(`'${shown}'`), false)
  if (conversion !== 'f' || type.kind === 'decimal')
    return fill('case when $1 is null then $2 else $3 end', [operand, nothing, value])
  const special = filled(notFinite(directive, operand, type, words), false)
  return fill(`case when $1 is null then $2 when ${words.finite} then $3 else $4 end`, [
    operand,
    nothing,
    value,
    special,
  ])
}

const signed = (directive: Directive, negative: string): string =>
  `case when ${negative} then '-' else '${directive.plus}' end`

function notFinite(directive: Directive, operand: Fragment, type: SqlType, words: NumberWords): Fragment {
  const plus = directive.plus
  return plus === ''
    ? words.text(operand, type)
    : fill(`case when $1 = 'Infinity' then '${plus}' else '' end || $1`, [words.text(operand, type)], RANK.other)
}

function directiveText(directive: Directive, operand: Fragment, type: SqlType, words: NumberWords): Fragment {
  const { conversion, precision, commas } = directive
  switch (conversion) {
    case 's':
    case 'S': {
      const text = words.text(operand, type)
      const cut = precision === undefined ? text : fill(`left($1, ${precision})`, [text])
      return conversion === 'S' ? fill('upper($1)', [cut]) : cut
    }
    case 'x':
    case 'X': {
      const digits = words.hex(operand, type)
      return conversion === 'X' ? fill('upper($1)', [digits]) : digits
    }
    case 'd': {
      const digits = fill("ltrim($1, '-')", [words.text(operand, type)])
      return fill(`${signed(directive, '$1 < 0')} || ${commas ? thousands('$2') : '$2'}`, [operand, digits], RANK.other)
    }
    case 'f': {
      const places = precision ?? 6
      const digits = words.digits(operand, type, places)
      const sign = signed(directive, words.negative(type))
      if (!commas) return fill(`${sign} || $2`, [operand, digits], RANK.other)
      const fraction = places > 0 ? ` || right($2, ${places + 1})` : ''
      const whole = places > 0 ? `left($2, length($2) - ${places + 1})` : '$2'
      return fill(`${sign} || ${thousands(whole)}${fraction}`, [operand, digits], RANK.other)
    }
  }
}
