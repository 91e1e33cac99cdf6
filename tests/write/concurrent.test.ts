/** Writers that bring rows to one table at the same time. */
import { expect, test } from 'vitest'
import { Session, schema } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { rows } from './writing.ts'

const WRITERS = 6
const Count = schema({ id: 'long', writer: 'long' })

onEveryEngine((database) => {
  test('merges of the same keys go one after the other, and their counts add up', async () => {
    const session = new Session(database.engine)
    const mine = (writer: number) =>
      session.createDataFrame(
        [1, 2, 3, 10 + writer].map((id) => ({ id, writer })),
        Count,
      )
    const results = await Promise.all(
      Array.from({ length: WRITERS }, (_, writer) => mine(writer).write('t', { mode: 'merge', key: 'id' })),
    )
    const sum = (of: 'rowsInserted' | 'rowsUpdated') => results.reduce((all, one) => all + one[of], 0)
    expect([sum('rowsInserted'), sum('rowsUpdated')]).toEqual([3 + WRITERS, 3 * (WRITERS - 1)])
    expect(await rows(database, 'SELECT count(*) FROM t')).toEqual([[String(3 + WRITERS)]])
    expect(await rows(database, 'SELECT count(DISTINCT writer) FROM t WHERE id < 10')).toEqual([['1']])
  })

  test('so do replacements', async () => {
    const session = new Session(database.engine)
    await session.createDataFrame([{ id: 1, writer: 0 }], Count).write('r')
    const written = Array.from({ length: WRITERS }, (_, writer) =>
      session
        .createDataFrame([{ id: 1, writer: writer + 1 }], Count)
        .write(
          'r',
          writer % 2 === 0 ? { mode: 'deleteInsert', key: 'id' } : { mode: 'replaceWhere', where: (c) => c.id.eq(1) },
        ),
    )
    const results = await Promise.all(written)
    expect(results.map(({ rowsInserted, rowsDeleted }) => [rowsInserted, rowsDeleted])).toEqual(
      results.map(() => [1, 1]),
    )
    expect(await rows(database, 'SELECT count(*) FROM r')).toEqual([['1']])
  })
})
