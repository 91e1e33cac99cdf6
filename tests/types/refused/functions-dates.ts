/** Functions of dates and timestamps given what is none. One mistake a line, and beside it what the checker says. */
import {
  addMonths, convertTimezone, dateAdd, dateDiff, dateFormat, dateFromUnixDate, datePart, dateSub, dateTrunc, datediff, dayname,
  dayofmonth, dayofweek, dayofyear, fromUnixtime, fromUtcTimestamp, hour, lastDay, makeDate, makeTimestamp, minute, month, monthname,
  monthsBetween, nextDay, quarter, second, timestampAdd, timestampDiff, timestampMicros, timestampMillis, timestampSeconds,
  toDate, toTimestamp, toUtcTimestamp, trunc, tryToDate, tryToTimestamp, unixDate, unixMicros, unixMillis, unixSeconds, unixTimestamp,
  weekday, weekofyear, year,
} from '../../../src/index.ts' // biome-ignore format: one import
import { customers, orders } from '../tables.ts'

export const mistakes = [
  year(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  quarter(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  month('2024-02-29'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Moments'.
  dayofmonth(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Moments'.
  dayofweek(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Moments'.
  dayofyear(orders.price), // ✗ Argument of type 'NamedColumn<"price", Decimal>' is not assignable to parameter of type 'Moments'.
  weekday(customers.name), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Moments'.
  weekofyear(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Moments'.
  hour(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  minute(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  second(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  dayname(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Moments'.
  monthname(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Moments'.
  datediff(orders.total, orders.day), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  dateDiff(orders.day, 3), // ✗ Argument of type 'number' is not assignable to parameter of type 'Moments'.
  dateAdd(orders.channel, 1), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  dateAdd(orders.day, '1'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Whole'.
  dateSub(orders.day, orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Whole'.
  addMonths(orders.total, 1), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  addMonths(orders.day, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Whole'.
  lastDay(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  nextDay(orders.day, 'someday'), // ✗ Argument of type '"someday"' is not assignable to parameter of type
  monthsBetween(orders.day, orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Moments'.
  monthsBetween(orders.day, orders.day, 'yes'), // ✗ Argument of type '"yes"' is not assignable to parameter of type 'boolean | undefined'.
  trunc(orders.total, 'month'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  trunc(orders.day, 'fortnight'), // ✗ Argument of type '"fortnight"' is not assignable to parameter of type 'DayUnit'.
  dateTrunc('hour', orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  dateTrunc(orders.channel, orders.day), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'TruncationUnit'.
  datePart('century and a half', orders.day), // ✗ No overload matches this call.
  datePart('year', orders.total), // ✗ No overload matches this call.
  dateFormat(orders.total, 'yyyy'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  dateFormat(orders.day, 2024), // ✗ Argument of type 'number' is not assignable to parameter of type 'string'.
  toDate(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Readable'.
  tryToDate(orders.channel, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'string'.
  toTimestamp(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Readable'.
  tryToTimestamp(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Readable'.
  unixTimestamp(orders.total), // ✗ No overload matches this call.
  fromUnixtime(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'ColumnOf<number | null>'.
  unixSeconds(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  unixMillis(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  unixMicros(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Moments'.
  unixDate(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Moments'.
  dateFromUnixDate(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'ColumnOf<number | null>'.
  timestampSeconds(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'ColumnOf<number | Decimal | null>'.
  timestampMillis(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'ColumnOf<number | null>'.
  timestampMicros(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'ColumnOf<number | null>'.
  timestampAdd('hour', '3', orders.placed_at), // ✗ Argument of type 'string' is not assignable to parameter of type 'Whole'.
  timestampAdd('fortnight', 3, orders.placed_at), // ✗ Argument of type '"fortnight"' is not assignable to parameter of type 'AddedUnit'.
  timestampDiff('hour', orders.total, orders.placed_at), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  makeDate(orders.channel, 1, 1), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Whole'.
  makeTimestamp(2024, 1, 1, 0, 0, 'zero'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number | ColumnOf<number | Decimal | null>'.
  fromUtcTimestamp(orders.placed_at, 2), // ✗ Argument of type 'number' is not assignable to parameter of type 'Zone'.
  toUtcTimestamp(orders.total, 'Europe/Berlin'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  convertTimezone('UTC', 'Europe/Berlin', orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  year(orders.day).like('2024'), // ✗ The 'this' context of type 'Column<number>' is not assignable to method's 'this' of type 'ColumnOf<Text | null>'.
  dateAdd(orders.day, 1).plus(1), // ✗ The 'this' context of type 'Column<SqlDate>' is not assignable to method's 'this' of type 'ColumnOf<Numeric | null>'.
]
