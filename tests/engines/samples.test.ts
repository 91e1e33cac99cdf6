/** sample and randomSplit: the same rows on every engine, since a row's chance follows from what is in it. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { InvalidArgument, Session, schema, TypeMismatch } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'

/** The fraction of a row, worked out apart from any engine. */
function fractionOf(seed: number, number: number, values: readonly (string | null)[]): number {
  const text = values.map((value) => (value === null ? '-' : `${[...value].length}:${value}`)).join('')
  const digest = createHash('md5').update(`${seed} ${number} ${text}`).digest('hex')
  return Number(BigInt(`0x${digest.slice(0, 13)}`)) / 2 ** 52
}

const Mixed = schema({
  n: 'long?',
  t: 'string?',
  x: 'double?',
  p: 'decimal(9,2)?',
  d: 'date?',
  at: 'timestamp?',
  b: 'boolean?',
})
const MIXED = [
  { n: 1, t: 'é 😀', x: 0.1, p: '1.50', d: '1899-12-31', at: new Date('2024-02-29T12:00:00.250Z'), b: true },
  { n: null, t: null, x: null, p: null, d: null, at: null, b: null },
  { n: -9007199254740991, t: '', x: 1e300, p: '-0.01', d: '2262-04-12', at: new Date(0), b: false },
]
const TEXTS = [
  ['1', 'é 😀', '0.1', '1.50', '1899-12-31', '2024-02-29 12:00:00.25', 'true'],
  [null, null, null, null, null, null, null],
  ['-9007199254740991', '', '1.0E300', '-0.01', '2262-04-12', '1970-01-01 00:00:00', 'false'],
]

onEveryEngine((database) => {
  const session = () => new Session(database.engine)
  const numbers = () => session().range(500)
  const ids = async (frame: { collect(): Promise<{ id: number }[]> }) =>
    (await frame.collect()).map(({ id }) => id).sort((a, b) => a - b)
  const mixed = () => session().createDataFrame(MIXED, Mixed)

  test('the rows whose fraction is below the share', async () => {
    const expected = Array.from({ length: 500 }, (_, id) => id).filter((id) => fractionOf(7, 1, [String(id)]) < 0.3)
    expect(await ids(numbers().sample(0.3, 7))).toEqual(expected)
    expect(await ids(numbers().sample({ fraction: 0.3, seed: 7n }))).toEqual(expected)
    expect(expected.length).toBeGreaterThan(100)
    expect(await ids(numbers().sample(0.3, 8))).not.toEqual(expected)
  })

  test('values of every type, NULL and text beyond ASCII', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const expected = TEXTS.flatMap((row, place) => (fractionOf(seed, 1, row) < 0.5 ? [MIXED[place]?.n] : []))
      expect(new Set((await mixed().sample(0.5, seed).collect()).map(({ n }) => n))).toEqual(new Set(expected))
    }
  })

  test('negative zero is drawn as zero is', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const drawn = (x: number) =>
        session()
          .createDataFrame([{ x }], schema({ x: 'double' }))
          .sample(0.5, seed)
          .count()
      expect(await drawn(-0)).toBe(await drawn(0))
    }
  })

  test('equal rows have chances of their own', async () => {
    const equal = session().createDataFrame(Array.from({ length: 200 }, () => ({ word: 'same' })))
    const expected = Array.from({ length: 200 }, (_, n) => n + 1).filter((n) => fractionOf(1, n, ['same']) < 0.5)
    expect(await equal.sample(0.5, 1).count()).toBe(expected.length)
  })

  test('nothing and everything', async () => {
    expect(await numbers().sample(0).count()).toBe(0)
    expect(await numbers().sample(1).count()).toBe(500)
    expect(await mixed().limit(0).sample(0.5).collect()).toEqual([])
    expect(await numbers().sample({ fraction: 0, withReplacement: true }).count()).toBe(0)
  })

  test('without a seed a frame keeps the one that was drawn for it', async () => {
    const some = numbers().sample(0.5)
    expect(await ids(some)).toEqual(await ids(some))
    expect(await ids(some)).not.toEqual(await ids(numbers().sample(0.5)))
  })

  test('with replacement rows come back, on average as often as asked', async () => {
    const found = await ids(numbers().sample({ fraction: 3, withReplacement: true, seed: 3 }))
    expect(found.length).toBeGreaterThan(1350)
    expect(found.length).toBeLessThan(1650)
    const times = (id: number) => found.filter((one) => one === id).length
    // How often a row comes back by Poisson's law: as many terms of the sum as its fraction reaches.
    const terms = [Math.exp(-3)]
    for (let k = 1; k < 30; k += 1) terms.push(((terms[k - 1] as number) * 3) / k)
    for (const id of [0, 1, 2, 250, 499]) {
      let sum = 0
      const reached = terms.filter((term) => {
        sum += term
        return sum <= fractionOf(3, 1, [String(id)])
      })
      expect(times(id)).toBe(reached.length)
    }
  })

  test('randomSplit: each row is in one part', async () => {
    const [large, none, small] = numbers().randomSplit([3, 0, 1], 11)
    const parts = [await ids(large), await ids(none), await ids(small)]
    expect(parts.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, id) => id))
    expect(parts[1]).toEqual([])
    expect(parts[0]).toEqual(await ids(numbers().sample(0.75, 11)))
    const thirds = numbers().randomSplit([1, 1, 1])
    const sizes = await Promise.all(thirds.map((part) => part.count()))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(500)
  })

  test('a sample is a frame like any other: its columns are those that it had', async () => {
    const all = numbers()
    const even = all.sample(0.5, 7).filter(all.id.mod(2).eq(0))
    expect((await ids(even)).every((id) => id % 2 === 0)).toBe(true)
    expect(await even.columns()).toEqual(['id'])
    const awkward = session().createDataFrame([{ _content_1: 'a', _FRACTION_1: 2, _number_1: 'c' }])
    expect(await awkward.sample(1).collect()).toEqual([{ _content_1: 'a', _FRACTION_1: 2, _number_1: 'c' }])
  })

  test('a column without one text on every engine is refused before any SQL', async () => {
    const lists = session().createDataFrame([{ id: 1, tags: ['a'] }])
    await expect(lists.sample(0.5).collect()).rejects.toThrow(TypeMismatch)
    await expect(lists.sample(0.5).collect()).rejects.toThrow(/its column "tags" is of type array<string>/)
  })
})

describe('refused', () => {
  const numbers = () => new Session({ dialect: 'sqlite' } as never).range(3)
  test.each([
    ['a share beyond 1', () => numbers().sample(1.5), 'a fraction from 0 to 1, not 1.5'],
    ['no share', () => numbers().sample(Number.NaN), 'not NaN'],
    ['a fraction of a seed', () => numbers().sample(0.5, 0.5), 'a whole number as seed, not 0.5'],
    ['weights of nothing', () => numbers().randomSplit([0, 0]), 'a list of weights'],
    ['a negative weight', () => numbers().randomSplit([2, -1]), 'a list of weights'],
    ['too many copies', () => numbers().sample({ fraction: 1000, withReplacement: true }), 'from 0 to 100'],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(InvalidArgument)
    expect(make).toThrow(message)
  })
})
