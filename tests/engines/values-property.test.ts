import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Session } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { evaluate, frameOf, type Types } from './cases.ts'

const RUNS = { numRuns: 12 }
const list = <T>(of: fc.Arbitrary<T>) => fc.array(fc.option(of), { minLength: 1, maxLength: 200 })
/** Whole code points: half of a surrogate pair is no text. NUL is no text of PostgreSQL's. */
const text = fc
  .string({ unit: 'binary', maxLength: 12 })
  .filter((value) => !value.includes('\0') && isWellFormed(value))
const isWellFormed = (value: string) => !/\p{Surrogate}/u.test(value)
/** SQLite stores no negative zero. */
const number = fc.double({ noNaN: true }).map((value) => value + 0)
const day = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})

onEveryEngine((database) => {
  const session = () => new Session(database.engine)
  const roundTrip = <T>(type: Types[string], values: fc.Arbitrary<T>) =>
    fc.assert(
      fc.asyncProperty(list(values), async (given) => {
        const types = { at: 'int', v: type } as const
        const frame = frameOf(
          session(),
          types,
          given.map((value, at) => [at, value]),
        )
        const expected = given.map((v, at) => ({ at, v }))
        expect(await frame.orderBy('at').collect()).toStrictEqual(expected)
        await frame.write('property', { mode: 'overwrite' })
        expect(await session().table('property').orderBy('at').collect()).toStrictEqual(expected)
      }),
      RUNS,
    )

  describe('every value comes back from rows and from a table', () => {
    test('doubles, to the last bit', () => roundTrip('double?', number))
    test('longs', () => roundTrip('long?', fc.maxSafeInteger()))
    test('text', () => roundTrip('string?', text))
    test('timestamps', () => roundTrip('timestamp?', day))
    test('dates', () =>
      roundTrip(
        'date?',
        day.map((value) => value.toISOString().slice(0, 10)),
      ))
    test('binary', () =>
      roundTrip(
        'binary?',
        fc.uint8Array({ maxLength: 20 }).map((value) => Uint8Array.from(value)),
      ))
    test('decimals', () =>
      roundTrip(
        'decimal(15,4)?',
        fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }).map((digits) => {
          const [sign, plain] = digits < 0n ? ['-', -digits] : ['', digits]
          const padded = String(plain).padStart(5, '0')
          return `${sign}${padded.slice(0, -4)}.${padded.slice(-4)}`
        }),
      ))
  })

  test('text sorts by code point, and is told apart', () =>
    fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, { minLength: 1, maxLength: 100 }), async (words) => {
        const frame = frameOf(
          session(),
          { w: 'string' },
          [...words, ...words].map((word) => [word]),
        )
        const sorted = [...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        expect((await frame.distinct().orderBy('w').collect()).map((row) => row.w)).toStrictEqual(sorted)
      }),
      RUNS,
    ))

  test('arithmetic of doubles is that of JavaScript', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.double({ noNaN: true, min: -1e100, max: 1e100 }),
            fc.double({ noNaN: true, min: -1e100, max: 1e100 }),
          ),
          {
            minLength: 1,
            maxLength: 100,
          },
        ),
        async (pairs) => {
          const rows = pairs.filter(([a, b]) => tame(a) && tame(b))
          const found = await evaluate(session(), { a: 'double', b: 'double' }, rows, ({ a, b }) => ({
            plus: a.plus(b),
            minus: a.minus(b),
            times: a.times(b),
            div: a.div(b),
            less: a.lt(b),
          }))
          const of = (compute: (a: number, b: number) => unknown) => rows.map(([a, b]) => compute(a, b))
          expect(found).toEqual({
            plus: of((a, b) => a + b),
            minus: of((a, b) => a - b),
            times: of((a, b) => a * b),
            div: of((a, b) => (b === 0 ? null : a / b)),
            less: of((a, b) => a < b),
          })
        },
      ),
      RUNS,
    ))

  test('numbers become text and numbers again', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          number.filter((value) => Math.abs(value) > 1e-300 || value === 0),
          { minLength: 1, maxLength: 100 },
        ),
        async (numbers) => {
          const { back } = await evaluate(
            session(),
            { v: 'double' },
            numbers.map((value) => [value]),
            ({ v }) => ({
              back: v.cast('string').cast('double'),
            }),
          )
          expect(back).toStrictEqual(numbers)
        },
      ),
      RUNS,
    ))
})

/** Neither zero with a sign, nor so small or large that a product or quotient leaves the doubles: PostgreSQL raises there. */
const tame = (value: number): boolean => Object.is(value, 0) || (Math.abs(value) > 1e-100 && Math.abs(value) < 1e100)
