/** Formats of numbers: `$999,990.00`, `S99.9`, `999MI`, `999PR`. */
import { InvalidArgument } from '../../errors/index.ts'

/** Digits that belong together: between the commas. `exact` ones begin with a 0 and are all written. */
export interface DigitGroup {
  readonly digits: number
  readonly exact: boolean
}

/** `S` always shows a sign, `MI` a minus alone, `PR` puts what is negative in angle brackets. */
export type SignWord = 'S' | 'MI' | 'PR'

export interface NumberFormat {
  readonly sign: { readonly word: SignWord; readonly place: 'before' | 'after' } | undefined
  readonly dollar: boolean
  /** Groups before the point, from left to right. */
  readonly groups: readonly DigitGroup[]
  /** Digits behind the point. */
  readonly fraction: number
}

const FORMAT = /^(MI|S)?(\$)?([09]*(?:[,G][09]+)*)(?:[.D]([09]+))?(MI|S|PR)?$/

/** Reads a format of numbers. @throws InvalidArgument naming the function where it is none. */
export function parseNumberFormat(format: string, fn: string): NumberFormat {
  const match = FORMAT.exec(format)
  const [, before, dollar, whole = '', fraction = '', after] = match ?? []
  const digits = whole.replace(/[,G]/g, '').length
  if (
    !match ||
    digits + fraction.length === 0 ||
    digits + fraction.length > 38 ||
    (before && after) ||
    /^[,G]/.test(whole)
  ) {
    throw new InvalidArgument(`${fn}: ${JSON.stringify(format)} is no format of numbers`, {
      hint: "formats are made of 0 and 9 (digits), a comma between groups, a point, $ before, and S, MI or PR for the sign: '$999,990.00', 'S99.9'",
    })
  }
  const word = (before ?? after) as SignWord | undefined
  return {
    sign: word && { word, place: word === 'PR' || after === undefined ? 'before' : 'after' },
    dollar: dollar !== undefined,
    groups:
      whole === '' ? [] : whole.split(/[,G]/).map((group) => ({ digits: group.length, exact: group.startsWith('0') })),
    fraction: fraction.length,
  }
}

/** Digits before the point. */
export const wholeDigits = (format: NumberFormat): number => format.groups.reduce((sum, group) => sum + group.digits, 0)

/**
 * The texts that a format reads, as a regular expression that all engines read alike. Blanks among digits do not count;
 * groups may be shorter, and missing from the left, unless they begin with 0.
 */
export function inputPattern(format: NumberFormat): string {
  const blank = '[ \\t\\n\\r\\f\\v]*'
  const digits = ({ digits: most, exact }: DigitGroup) => `(?:${blank}[0-9]){${exact ? most : 0},${most}}${blank}`
  const whole = format.groups.reduce<string | undefined>((left, group, index) => {
    if (left === undefined) return digits(group)
    const required = format.groups.slice(0, index).some((one) => one.exact)
    return `(?:${left},)${required ? '' : '?'}${digits(group)}`
  }, undefined)
  const point = format.fraction > 0 ? `(?:\\.(?:${blank}[0-9]){0,${format.fraction}}${blank})?` : ''
  const number = `${format.dollar ? '\\$' : ''}${whole ?? ''}${point}`
  const { word, place } = format.sign ?? {}
  if (word === 'PR') return `^(?:<${number}>|${number})$`
  const sign = word === undefined ? '' : word === 'S' ? '[+-]?' : '-?'
  return place === 'after' ? `^${number}${sign}$` : `^${sign}${number}$`
}
