/** Numbers and days from one to another, as JSON. */
import { ValueOutOfRange } from '../../errors/index.ts'
import type { SqliteValue } from './functions.ts'

const DAY = 86_400_000

const listText = (items: readonly string[]): string => `[${items.join(',')}]`

export function sequenceOf(
  first: SqliteValue | undefined,
  last: SqliteValue | undefined,
  by: SqliteValue | undefined,
  longest: number,
): string {
  const [start, stop] = [BigInt(first as bigint), BigInt(last as bigint)]
  const step = by === undefined ? (start <= stop ? 1n : -1n) : BigInt(by as bigint)
  const distance = stop - start
  if (distance !== 0n && (step === 0n || distance > 0n !== step > 0n)) {
    throw new ValueOutOfRange(`sequence: no step ${step} leads from ${start} to ${stop}`)
  }
  const count = distance === 0n ? 1 : Number(distance / step) + 1
  if (count * (Math.max(String(start).length, String(stop).length) + 1) > longest) {
    throw new ValueOutOfRange(`sequence: ${count} numbers are more than a text of SQLite can hold`)
  }
  return listText(Array.from({ length: count }, (_, index) => String(start + step * BigInt(index))))
}

/** Of dates, or of timestamps at one time of the day. */
export function sequenceOfDays(start: string, stop: string): string {
  const [day, time] = [start.slice(0, 10), start.slice(10)]
  const step = start <= stop ? DAY : -DAY
  const moments: string[] = []
  for (let at = Date.parse(`${day}T00:00:00Z`); ; at += step) {
    const moment = new Date(at).toISOString().slice(0, 10) + time
    if (step > 0 ? moment > stop : moment < stop) return listText(moments)
    moments.push(JSON.stringify(moment))
  }
}
