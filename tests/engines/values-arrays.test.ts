import { expect, test } from 'vitest'
import { Session, schema, UnsupportedOnDialect } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'

const Lists = schema({
  at: 'int',
  l: 'array<long>?',
  s: 'array<string>?',
  d: 'array<date>?',
  p: 'array<boolean>?',
  x: 'array<double>?',
})
const ROWS = [
  { at: 0, l: [1, null, -9007199254740991], s: ['', 'a "b"', '{,}', '\\', 'NULL', null], d: ['2024-02-29' as never], p: [true, null, false], x: [0.1, Number.POSITIVE_INFINITY] },
  { at: 1, l: [], s: [], d: [], p: [], x: [] },
  { at: 2, l: null, s: null, d: null, p: null, x: null },
] // biome-ignore format: rows

onEveryEngine((database) => {
  test('arrays are values of PostgreSQL, and refused by name on SQLite', async () => {
    const session = new Session(database.engine)
    const frame = () => session.createDataFrame(ROWS, Lists)
    if (database.dialect === 'sqlite') {
      const failure = await frame()
        .write('lists')
        .then(
          () => undefined,
          (error: unknown) => error,
        )
      expect(failure).toBeInstanceOf(UnsupportedOnDialect)
      expect((failure as Error).message).toMatch(/array<long>.*"l"/)
      return
    }
    expect(await frame().orderBy('at').collect()).toStrictEqual(ROWS)
    await frame().write('lists')
    expect(await session.table('lists').orderBy('at').collect()).toStrictEqual(ROWS)
  })
})
