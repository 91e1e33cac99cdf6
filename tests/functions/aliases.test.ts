import { describe, expect, test } from 'vitest'
import * as api from '../../src/index.ts'

/** Names of one meaning share one entry: they are the same function. */
const ALIASES = {
  bitGet: 'getbit',
  ceiling: 'ceil',
  char: 'chr',
  charLength: 'length',
  characterLength: 'length',
  dateDiff: 'datediff',
  dateadd: 'dateAdd',
  datepart: 'datePart',
  day: 'dayofmonth',
  extract: 'datePart',
  ifnull: 'coalesce',
  lcase: 'lower',
  negative: 'negate',
  nvl: 'coalesce',
  position: 'locate',
  power: 'pow',
  printf: 'formatString',
  regexp: 'rlike',
  regexpLike: 'rlike',
  sha: 'sha1',
  shiftleft: 'shiftLeft',
  shiftright: 'shiftRight',
  shiftrightunsigned: 'shiftRightUnsigned',
  sign: 'signum',
  stddevSamp: 'stddev',
  btrim: 'trim',
  substr: 'substring',
  toTimestampLtz: 'toTimestamp',
  toUnixTimestamp: 'unixTimestamp',
  toVarchar: 'toChar',
  ucase: 'upper',
  varSamp: 'variance',
} as const satisfies Partial<Record<keyof typeof api, keyof typeof api>>

const functions: ReadonlyMap<string, unknown> = new Map(Object.entries(api))

describe('a second name is the same function', () => {
  for (const [alias, name] of Object.entries(ALIASES)) {
    test(`${alias} is ${name}`, () => {
      expect(functions.get(name)).toBeTypeOf('function')
      expect(functions.get(alias)).toBe(functions.get(name))
    })
  }
})
