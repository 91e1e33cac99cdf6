import { describe, expect, test } from 'vitest'
import { InvalidArgument, Session } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'

const ALL: readonly [name: string, args: readonly (number | bigint)[], expected: readonly number[]][] = [
  ['up to a number', [4], [0, 1, 2, 3]],
  ['from a number to another', [2, 5], [2, 3, 4]],
  ['by steps that do not meet the end', [0, 10, 4], [0, 4, 8]],
  ['by steps that meet the end', [0, 8, 4], [0, 4]],
  ['downwards', [5, 0, -2], [5, 3, 1]],
  ['from below nothing', [-3, 2, 2], [-3, -1, 1]],
  ['a single number', [7, 8, 100], [7]],
  ['nothing', [0], []],
  ['nothing, since the end lies behind', [5, 1], []],
  ['nothing, downwards', [1, 5, -1], []],
  ['bigint', [1n, 6n, 2n], [1, 3, 5]],
]

onEveryEngine((database) => {
  const session = () => new Session(database.engine)
  const range = (args: readonly (number | bigint)[]) => session().range(...(args as [number, number, number]))

  test.each(ALL)('range: %s', async (_, args, expected) => {
    expect(await range(args).orderBy('id').collect()).toEqual(expected.toSorted((a, b) => a - b).map((id) => ({ id })))
  })

  test('range at the ends of a long', async () => {
    const texts = async (start: bigint, end: bigint, step: bigint) =>
      (
        await session()
          .range(start, end, step)
          .select((r) => [r.id.cast('string').as('id')])
          .collect()
      ).map((row) => row.id)
    const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n]
    expect(await texts(most - 2n, most, 1n)).toEqual(['9223372036854775805', '9223372036854775806'])
    expect(await texts(most - 2n, most, 7n)).toEqual(['9223372036854775805'])
    expect(await texts(least, least + 2n, 1n)).toEqual(['-9223372036854775808', '-9223372036854775807'])
    expect(await texts(least, most, 2n ** 62n)).toHaveLength(4)
    expect(await texts(most, least, least)).toHaveLength(2)
  })

  test('range is a frame like any other, and knows its columns', async () => {
    const numbers = session().range(1, 101)
    expect(numbers.toSQL().bindings.length).toBeLessThan(5)
    expect(
      await numbers
        .filter((n) => n.id.gt(98))
        .crossJoin(session().range(2))
        .count(),
    ).toBe(4)
    expect(
      await numbers
        .join(session().range(50, 300, 50), 'id')
        .orderBy('id')
        .collect(),
    ).toEqual([{ id: 50 }, { id: 100 }])
    expect(await session().range(100_000).count()).toBe(100_000)
    expect(await numbers.limit(2).union(session().range(5, 6)).count()).toBe(3)
    await numbers.write('hundred')
    expect(await session().catalog.listColumns('hundred')).toEqual([{ name: 'id', type: 'long', nullable: false }])
    await numbers.filter((n) => n.id.lte(3)).writeView('three')
    expect(await session().table('three').count()).toBe(3)
  })
})

describe('range refuses', () => {
  test.each([
    ['a fraction', [1.5], 'end is a whole number, not 1.5'],
    ['text', ['3' as never], "end is a whole number, not the string '3'"],
    ['a number that is not exact', [2 ** 60], 'end is a whole number'],
    ['more than 64 bits', [0n, 2n ** 64n], 'end is a whole number'],
    ['a step of nothing', [0, 5, 0], 'a step of 0 leads nowhere'],
  ] as const)('%s', (_, args, message) => {
    const session = new Session({ dialect: 'sqlite' } as never)
    const make = () => session.range(...(args as unknown as [number, number, number]))
    expect(make).toThrow(InvalidArgument)
    expect(make).toThrow(message)
  })
})
