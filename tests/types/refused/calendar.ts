/** Days and moments of the wrong kind. One mistake a line, and beside it what the checker says. */
import {
  addMonths, dateAdd, datePart, dateSub, datediff, dayname, hour, lastDay, makeDate, monthsBetween, nextDay, trunc, weekofyear, year,
} from '../../../src/index.ts' // biome-ignore format: one glance
import { orders } from '../tables.ts'

export const mistakes = [
  year(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  year(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  year('2024-02-29'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Moments'.
  hour(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Moments'.
  weekofyear(orders.price), // ✗ Argument of type 'NamedColumn<"price", Decimal>' is not assignable to parameter of type 'Moments'.
  lastDay(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  datediff(orders.total, orders.day), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  datediff(orders.day, 3), // ✗ Argument of type 'number' is not assignable to parameter of type 'Moments'.
  monthsBetween(orders.day, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  dateAdd(orders.day, '1'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Whole'.
  dateAdd(orders.day, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Whole'.
  dateAdd(orders.total, 1), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  dateSub(orders.day, orders.placed_at), // ✗ Argument of type 'NamedColumn<"placed_at", Date>' is not assignable to parameter of type 'Whole'.
  addMonths(orders.channel, 1), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  trunc(orders.day, 'fortnight'), // ✗ Argument of type '"fortnight"' is not assignable to parameter of type 'DayUnit'.
  nextDay(orders.day, 'Someday'), // ✗ Argument of type '"Someday"' is not assignable to parameter of type
  nextDay(orders.channel, 'Mon'), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  makeDate(orders.channel, 1, 1), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Whole'.
  datePart('yaer', orders.day), // ✗ Argument of type '"yaer"' is not assignable to parameter of type 'DateField'.
  datePart('year', orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
  dayname(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Moments'.
]

export const secondIsExact: Promise<{ s: number }[]> = orders.select(datePart('second', orders.placed_at).as('s')).collect() // ✗ Type 'Promise<{ s: Decimal; }[]>' is not assignable to type 'Promise<{ s: number; }[]>'.
