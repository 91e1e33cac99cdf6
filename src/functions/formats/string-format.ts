/** Formats as `printf` knows them: `%s has %,d, %.2f of %05d`. */
import { InvalidArgument } from '../../errors/index.ts'

export interface Directive {
  readonly conversion: 's' | 'S' | 'd' | 'f' | 'x' | 'X'
  /** Which of the arguments, from 0. */
  readonly argument: number
  readonly width: number
  /** Digits behind the point of `%f`; most characters of `%s`. */
  readonly precision: number | undefined
  readonly left: boolean
  readonly zeros: boolean
  readonly commas: boolean
  /** What stands before a number that is not negative. */
  readonly plus: '' | '+' | ' '
}

const DIRECTIVE = /%(?:(\d+)\$)?([-0,+ #(]*)(\d+)?(?:\.(\d+))?([A-Za-z%])?/g

/** The format's text and directives in order. @throws InvalidArgument for what it does not know. */
export function parseStringFormat(format: string, fn: string): readonly (string | Directive)[] {
  const parts: (string | Directive)[] = []
  let at = 0
  let next = 0
  const add = (text: string) => {
    if (text !== '') parts.push(text)
  }
  for (const found of format.matchAll(DIRECTIVE)) {
    const [all, index, flags = '', width, precision, conversion] = found
    add(format.slice(at, found.index))
    at = found.index + all.length
    if (all === '%%' || all === '%n') {
      add(all === '%%' ? '%' : '\n')
      continue
    }
    parts.push(directive(all, { index, flags, width, precision, conversion }, fn, () => next++))
  }
  add(format.slice(at))
  return parts
}

interface Written {
  readonly index: string | undefined
  readonly flags: string
  readonly width: string | undefined
  readonly precision: string | undefined
  readonly conversion: string | undefined
}

function directive(all: string, written: Written, fn: string, next: () => number): Directive {
  const { index, flags, width, precision, conversion = '' } = written
  const allowed = { s: '-', S: '-', d: '-0,+ ', f: '-0,+ ', x: '-0', X: '-0' }[conversion]
  const wrong =
    allowed === undefined ||
    [...flags].some((flag, place) => !allowed.includes(flag) || flags.indexOf(flag) !== place) ||
    (/[-0]/.test(flags) && width === undefined) ||
    (flags.includes('-') && flags.includes('0')) ||
    (flags.includes('+') && flags.includes(' ')) ||
    (precision !== undefined && /[dxX]/.test(conversion)) ||
    index === '0'
  if (wrong) {
    throw new InvalidArgument(`${fn}: ${JSON.stringify(all)} is no directive of a format`, {
      hint: 'there are %s, %d, %f, %x, %X and %%, with a width, the flags - 0 , + and blank, and a precision of %f and %s: %-10s, %06d, %,.2f, %1$s',
    })
  }
  return {
    conversion: conversion as Directive['conversion'],
    argument: index === undefined ? next() : Number(index) - 1,
    width: Number(width ?? 0),
    precision: precision === undefined ? undefined : Number(precision),
    left: flags.includes('-'),
    zeros: flags.includes('0'),
    commas: flags.includes(','),
    plus: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '',
  }
}
