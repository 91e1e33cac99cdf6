/** Conditions, choices among values and digests. One mistake a line, and beside it what the checker says. */
import {
  and, assertTrue, coalesce, crc32, greatest, ifnull, isnan, least, md5, nanvl, not, nullif, nullifzero, nvl, or, raiseError, sha1,
  sha2, when, zeroifnull,
} from '../../../src/index.ts' // biome-ignore format: one import
import { customers, orders } from '../tables.ts'

export const mistakes = [
  and(orders.total, orders.paid), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Condition'.
  or(orders.paid, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Condition'.
  not(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Condition'.
  when(orders.channel, 1), // ✗ No overload matches this call.
  when(orders.paid, 1).otherwise('none'), // ✗ Argument of type '"none"' is not assignable to parameter of type 'Beside<number>'.
  coalesce(orders.total, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Beside<number>'.
  coalesce(orders.day, 0), // ✗ Argument of type '0' is not assignable to parameter of type 'Beside<SqlDate>'.
  nvl(orders.discount, 'none'), // ✗ Argument of type '"none"' is not assignable to parameter of type 'Beside<number | null>'.
  ifnull(customers.country, 0), // ✗ Argument of type '0' is not assignable to parameter of type 'Beside<string | null>'.
  nullif(orders.total, '0'), // ✗ Argument of type '"0"' is not assignable to parameter of type 'Beside<number>'.
  nullifzero(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  zeroifnull(customers.country), // ✗ Argument of type 'NamedColumn<"country", string | null>' is not assignable to parameter of type 'Numbers'.
  nanvl(orders.channel, 0), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'ColumnOf<number | null>'.
  nanvl(orders.total, '0'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number | ColumnOf<number | null>'.
  isnan(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  greatest(orders.total, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Beside<number>'.
  least(orders.day, 3), // ✗ Argument of type '3' is not assignable to parameter of type 'Beside<SqlDate>'.
  raiseError(7), // ✗ Argument of type 'number' is not assignable to parameter of type 'string | ColumnOf<Text | null>'.
  assertTrue(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Condition'.
  assertTrue(orders.paid, 7), // ✗ Argument of type 'number' is not assignable to parameter of type 'string'.
  md5(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Bytes'.
  sha1(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Bytes'.
  sha2(customers.name, '256'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'.
  crc32(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Bytes'.
]
