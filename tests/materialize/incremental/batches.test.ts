import { describe, expect, test } from 'vitest'
import { batchesBetween, batchStart, dueBatches, instantText } from '../../../src/materialize/batches.ts'

const at = (text: string) => new Date(`${text}Z`)
const starts = (size: 'hour' | 'day' | 'month', from: string, until: string) =>
  batchesBetween(size, at(from), at(until)).map(({ start, end }) => `${instantText(start)} ${instantText(end)}`)

describe('batches of time', () => {
  test('begin on whole hours, days and months of UTC', () => {
    const instant = at('2024-02-29T23:59:59.999')
    expect(instantText(batchStart('hour', instant))).toBe('2024-02-29T23:00:00Z')
    expect(instantText(batchStart('day', instant))).toBe('2024-02-29T00:00:00Z')
    expect(instantText(batchStart('month', instant))).toBe('2024-02-01T00:00:00Z')
    expect(instantText(batchStart('month', at('0099-03-31T00:00:00')))).toBe('0099-03-01T00:00:00Z')
  })

  test('cover the time without gaps, whatever the lengths of months and of the process’s own days', () => {
    expect(starts('month', '2024-01-31T10:00:00', '2024-03-01T00:00:00')).toEqual([
      '2024-01-01T00:00:00Z 2024-02-01T00:00:00Z',
      '2024-02-01T00:00:00Z 2024-03-01T00:00:00Z',
    ])
    expect(starts('hour', '2024-03-31T00:30:00', '2024-03-31T03:00:01')).toHaveLength(4)
    expect(starts('day', '2024-05-10T06:00:00', '2024-05-12T00:00:00')).toHaveLength(2)
    expect(starts('day', '2024-05-10T00:00:00', '2024-05-10T00:00:00')).toEqual([])
  })

  test('are due where they are not done, and as far back as the lookback reaches', () => {
    const all = batchesBetween('day', at('2024-05-10T00:00:00'), at('2024-05-15T00:00:00'))
    const days = (lookback: number, states: Record<number, 'done' | 'fresh'>) =>
      dueBatches(all, lookback, ({ start }) => states[start.getUTCDate()]).map(({ start }) => start.getUTCDate())
    const done = { 10: 'done', 11: 'done', 12: 'done', 13: 'done', 14: 'done' } as const
    expect(days(0, done)).toEqual([14])
    expect(days(2, done)).toEqual([12, 13, 14])
    expect(days(9, done)).toEqual([10, 11, 12, 13, 14])
    expect(days(1, { 11: 'done', 14: 'fresh' })).toEqual([10, 12, 13])
  })
})
