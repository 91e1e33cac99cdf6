/** What functions of days, bytes and digits give. Compiling is the test. */
import {
  base64, ceil, conv, crc32, type Decimal, dateAdd, datePart, decode, encode, floor, lastDay, makeDate, monthsBetween, nextDay,
  parseUrl, type SqlDate, toBinary, trunc, tryToBinary, tryUrlDecode, unbase64, urlDecode, weekofyear,
} from '../../src/index.ts' // biome-ignore format: one import
import { row } from './equal.ts'
import { customers, orders } from './tables.ts'

const frame = orders.select('id')
const { channel, day, placed_at, price, total, discount, id } = orders

export const days = [
  row<{ id: number; x: number }>()(frame.withColumn('x', weekofyear(placed_at))),
  row<{ id: number; x: number }>()(frame.withColumn('x', datePart('week', day))),
  row<{ id: number; x: Decimal }>()(frame.withColumn('x', datePart('second', placed_at))),
  row<{ id: number; x: SqlDate }>()(frame.withColumn('x', lastDay(placed_at))),
  row<{ id: number; x: SqlDate }>()(frame.withColumn('x', nextDay(day, 'FRI'))),
  row<{ id: number; x: SqlDate }>()(frame.withColumn('x', trunc(day, 'month'))),
  row<{ id: number; x: SqlDate }>()(frame.withColumn('x', makeDate(2024, 2, id))),
  row<{ id: number; x: SqlDate | null }>()(frame.withColumn('x', makeDate(id, customers.referrer_id, 1))),
  row<{ id: number; x: SqlDate | null }>()(frame.withColumn('x', dateAdd(day, customers.referrer_id))),
  row<{ id: number; x: number }>()(frame.withColumn('x', monthsBetween(day, placed_at))),
]

export const bytes = [
  row<{ id: number; x: string }>()(frame.withColumn('x', base64(channel))),
  row<{ id: number; x: Uint8Array }>()(frame.withColumn('x', unbase64(channel))),
  row<{ id: number; x: Uint8Array | null }>()(frame.withColumn('x', encode(customers.country, 'UTF-8'))),
  row<{ id: number; x: string }>()(frame.withColumn('x', decode(unbase64(channel), 'US-ASCII'))),
  row<{ id: number; x: Uint8Array }>()(frame.withColumn('x', toBinary(channel, 'base64'))),
  row<{ id: number; x: Uint8Array | null }>()(frame.withColumn('x', tryToBinary(channel))),
  row<{ id: number; x: string }>()(frame.withColumn('x', urlDecode(channel))),
  row<{ id: number; x: string | null }>()(frame.withColumn('x', tryUrlDecode(channel))),
  row<{ id: number; x: string | null }>()(frame.withColumn('x', parseUrl(channel, 'QUERY', 'q'))),
  row<{ id: number; x: number }>()(frame.withColumn('x', crc32(channel))),
  row<{ id: number; x: string | null }>()(frame.withColumn('x', conv(channel, 16, 10))),
]

/** A number to digits is a decimal, and of a double there may be none. */
export const digits = [
  row<{ id: number; x: number }>()(frame.withColumn('x', ceil(total))),
  row<{ id: number; x: Decimal | null }>()(frame.withColumn('x', ceil(total, 1))),
  row<{ id: number; x: Decimal | null }>()(frame.withColumn('x', floor(discount, 1))),
  row<{ id: number; x: Decimal }>()(frame.withColumn('x', floor(price, 1))),
]
