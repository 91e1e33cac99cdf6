import { describe, expect, test } from 'vitest'
import {
  coalesce,
  col,
  concat,
  count,
  countDistinct,
  greatest,
  InvalidArgument,
  InvalidValue,
  length,
  lit,
  type MillraceError,
  MisplacedAggregate,
  nullif,
  rank,
  round,
  rowNumber,
  sum,
  TypeMismatch,
  timestampAdd,
  timestampDiff,
  upper,
  Window,
  when,
  year,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, type ErrorClass, frameOf } from './cases.ts'

const TYPES = {
  s: 'string?',
  i: 'int?',
  d: 'double?',
  n: 'decimal(8,2)?',
  p: 'boolean?',
  day: 'date?',
  t: 'timestamp?',
  j: 'json?',
} as const
const ROW = [['x', 1, 0.5, '1.00', true, '2024-02-29', '2024-02-29T00:00:00Z', {}]]

/** Plain JavaScript has no types: every slip that the compiler would find is found again, before any SQL. */
type Loose = (...args: readonly unknown[]) => never
const loose = (fn: unknown) => fn as Loose
const method =
  (column: unknown, name: string): Loose =>
  (...args) =>
    (column as Readonly<Record<string, Loose>>)[name]?.call(column, ...args) as never

onEveryEngine((database) => {
  const { fails, session } = casesOn(database)
  const no = (name: string, build: Parameters<typeof fails<typeof TYPES>>[3], error: ErrorClass, message: RegExp) =>
    fails(name, TYPES, ROW, build, error, message)

  describe('nothing is cast silently', () => {
    no('text and numbers', ({ s, i, d, n }) => ({
      a: s.eq(i as never), b: i.eq('1' as never), c: d.gt('0.5' as never), d: s.lt(5 as never), e: n.eq(s as never), f: s.isin([1] as never),
      g: i.between('0' as never, 2), h: when(i.eq(1), 'one').otherwise(2 as never), i: coalesce(s as never, 0), j: greatest(i, s as never), k: nullif(i, '' as never),
    }), TypeMismatch, /string/) // biome-ignore format: one glance
    no('text and booleans, dates and numbers', ({ s, p, i, day, t }) => ({
      a: p.eq('true' as never), b: p.eq(1 as never), c: day.eq(20240229 as never), d: i.eq(day as never), e: s.eq(day as never),
      f: coalesce(p as never, 'no'), g: t.isin([5] as never),
    }), TypeMismatch, /meet/) // biome-ignore format: one glance
    no('arithmetic', ({ s, p, day, t, i }) => ({
      a: method(s, 'plus')(1), b: i.plus('1' as never), c: method(p, 'times')(2), d: method(day, 'minus')(day), e: method(t, 'plus')(1),
    }), TypeMismatch, /takes a number/) // biome-ignore format: one glance
    no('functions take the types of their signature', ({ i, s, d, p }) => ({
      upper: upper(i as never), length: length(d as never), concat: concat(s, i as never), year: year(s as never), round: round(s as never),
      like: method(i, 'like')('1%'), and: method(p, 'and')(i),
    }), TypeMismatch, /takes a|do not meet/) // biome-ignore format: one glance
    no('json has no order', ({ j }) => ({ a: method(j, 'gt')(1) }), TypeMismatch, /json|order/)
    no('casts without a meaning', ({ day, p, t, i }) => ({
      a: day.cast('int'), b: p.cast('date'), c: t.cast('boolean'), d: i.cast('date'),
    }), TypeMismatch, /cannot be cast/) // biome-ignore format: one glance
  })

  test('the error shows the cast to write', async () => {
    const failure = await frameOf(session(), TYPES, ROW)
      .filter((c) => c.s.eq(c.i as never))
      .collect()
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(TypeMismatch)
    expect((failure as MillraceError).hint).toMatch(/cast\('int'\)|cast\('string'\)/)
  })
  test('dates minus dates: the error names datediff', async () => {
    const failure = await frameOf(session(), TYPES, ROW)
      .withColumn('x', (c) => method(c.day, 'minus')(c.day))
      .collect()
      .catch((error: unknown) => error)
    expect((failure as MillraceError).hint).toMatch(/datediff/)
  })

  describe('literals that are none', () => {
    no('of dates and timestamps', ({ day, t }) => ({
      a: day.eq('yesterday' as never), b: day.gt('2024-02-30' as never), c: t.lt('2024-02-29T25:00:00Z'), d: t.eq('soon'), e: day.isin(['29.2.2024']),
    }), InvalidValue, /2024|yesterday|soon/) // biome-ignore format: one glance
  })

  describe('misuse of functions and verbs fails at once', () => {
    test.each<[string, () => unknown, ErrorClass, RegExp]>([
      ['a name where a column belongs', () => loose(sum)('amount'), InvalidArgument, /sum takes a column.*'amount'/],
      [
        'undefined',
        () => col('a').eq(undefined as never),
        InvalidArgument,
        /eq takes a column or a value, not undefined/,
      ],
      ['too few arguments', () => loose(round)(), InvalidArgument, /round takes .*not 0/],
      ['too many arguments', () => loose(upper)(col('a'), col('b')), InvalidArgument, /upper takes .*not 2/],
      ['isin without a list', () => loose(col('a').isin)(1), InvalidArgument, /isin takes an array/],
      ['an unknown type', () => col('a').cast('strnig' as never), InvalidArgument, /"strnig" is not a type/],
      ['a decimal that no decimal is', () => col('a').cast('decimal(5,9)'), InvalidArgument, /decimal\(5,9\)/],
      ['a pattern that ends in its escape', () => col('a').like('a\\'), InvalidArgument, /escape/],
      ['a column as a JavaScript value', () => `${col('a') as never}`, InvalidArgument, /no JavaScript value/],
      ['comparing with < in JavaScript', () => (col('a') as never) < 5, InvalidArgument, /no JavaScript value/],
      ['a bare value as condition', () => loose(when)(true, 1), InvalidArgument, /when takes a condition/],
      ['otherwise twice', () => method(when(col('a').eq(1), 1).otherwise(2), 'otherwise')(3), InvalidArgument, /once/],
    ])('%s', (_, misuse, error, message) => {
      expect(misuse).toThrow(error)
      expect(misuse).toThrow(message)
    })
    no(
      'an unknown unit',
      ({ t }) => ({ a: timestampAdd('fortnight' as never, 1, t), b: timestampDiff('months' as never, t, t) }),
      InvalidArgument,
      /fortnight|months/,
    )
    no(
      'a window function without a window, and one without an order',
      ({ i }) => ({
        b: rowNumber().over(Window.partitionBy(i)),
        c: rank().over(Window.partitionBy(i)),
      }),
      MisplacedAggregate,
      /needs a window with an order/,
    )
    // Spark's frames refuse them too: no number says how far one day is from another.
    no('a distance between days, moments or texts, or by two keys', ({ i, day, t, s }) => ({
      a: count().over(Window.orderBy(day).rangeBetween(-1, 0)), b: count().over(Window.orderBy(t).rangeBetween(0, 1)),
      c: count().over(Window.orderBy(s).rangeBetween(-1, 1)), d: count().over(Window.orderBy(i, day).rangeBetween(-1, 0)),
    }), MisplacedAggregate, /one order key, and a number/) // biome-ignore format: one glance
    no(
      'a count of distinct values over a window',
      ({ i }) => ({ a: countDistinct(i).over(Window.partitionBy(i)) }),
      MisplacedAggregate,
      /countDistinct/,
    )
    no(
      'an aggregate of an aggregate',
      ({ i }) => ({ a: sum(sum(i) as never).over(Window.partitionBy(i)) }),
      MisplacedAggregate,
      /aggregate/,
    )
    no(
      'a condition that is none',
      ({ i, s }) => ({ a: when(i as never, 1), b: when(s as never, 1) }),
      TypeMismatch,
      /condition/,
    )
  })

  test('values of a kind that no column has', async () => {
    const frame = frameOf(session(), { s: 'string' }, [['x']])
    expect(() => frame.filter((c) => c.s.eq((() => 'x') as never))).toThrow(InvalidArgument)
    expect(
      await frame
        .filter((c) => c.s.eq(lit('x')))
        .agg({ n: count() })
        .collect(),
    ).toStrictEqual([{ n: 1 }])
  })
})
