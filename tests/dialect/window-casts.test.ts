import { expect, test } from 'vitest'
import type { Decimal } from '../../src/column/values.ts'
import { Window } from '../../src/column/window.ts'
import { schema } from '../../src/frame/schema.ts'
import { sum } from '../../src/functions/index.ts'
import { Session } from '../../src/session/session.ts'
import { onEveryEngine } from '../support/databases.ts'

const Tolls = schema({ day: 'long', boats: 'long', paid: 'decimal(8,2)' })
const rows = [
  { day: 1, boats: 2, paid: '0.10' as Decimal },
  { day: 2, boats: 3, paid: '0.20' as Decimal },
  { day: 3, boats: 4, paid: '0.40' as Decimal },
]

onEveryEngine((database) => {
  test('sums over a window keep the type of sums: the cast goes around OVER', async () => {
    const frame = new Session(database.engine).createDataFrame(rows, Tolls)
    const running = frame
      .withColumns((t) => {
        const sofar = Window.orderBy(t.day).rowsBetween(Window.unboundedPreceding, Window.currentRow)
        return { boats: sum(t.boats).over(sofar), paid: sum(t.paid).over(sofar) }
      })
      .orderBy('day')
    expect(await running.collect()).toEqual([
      { day: 1, boats: 2, paid: '0.10' },
      { day: 2, boats: 5, paid: '0.30' },
      { day: 3, boats: 9, paid: '0.70' },
    ])
  })
})
