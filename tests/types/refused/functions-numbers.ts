/** Functions of numbers given what is none. One mistake a line, and beside it what the checker says. */
import {
  abs, acos, acosh, asin, asinh, atan, atan2, atanh, bin, bitCount, bitwiseNot, bround, cbrt, ceil, conv, cos, cosh, cot, csc,
  degrees, exp, expm1, factorial, floor, getbit, hex, hypot, intDiv, ln, log, log10, log1p, log2, negate, pmod, pow, radians,
  rint, round, sec, shiftLeft, shiftRight, shiftRightUnsigned, signum, sin, sinh, sqrt, tan, tanh, tryAdd, tryDivide, tryMod,
  tryMultiply, trySubtract, unhex, widthBucket,
} from '../../../src/index.ts' // biome-ignore format: one import
import { customers, orders } from '../tables.ts'

export const mistakes = [
  abs(customers.name), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Numbers'.
  negate(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  signum(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  round(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  round(orders.total, '2'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'.
  bround(orders.placed_at), // ✗ Argument of type 'NamedColumn<"placed_at", Date>' is not assignable to parameter of type 'Numbers'.
  ceil(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  floor(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Numbers'.
  rint(customers.name), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Numbers'.
  sqrt(customers.name), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Numbers'.
  cbrt(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  exp(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Numbers'.
  expm1(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  ln(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  log(10, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  log('10', orders.total), // ✗ Argument of type 'string' is not assignable to parameter of type 'number | Numbers'.
  log10(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  log1p(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  log2(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Numbers'.
  pow(orders.channel, 2), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  pow(orders.total, '2'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number | Numbers'.
  hypot(orders.total, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'number | Numbers'.
  factorial(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'ColumnOf<number | null>'.
  widthBucket(orders.channel, 0, 10, 5), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  intDiv(orders.day, 7), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  pmod(orders.total, '7'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Num
  sin(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  cos(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  tan(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Numbers'.
  cot(customers.name), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Numbers'.
  sec(customers.name), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Numbers'.
  csc(customers.name), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Numbers'.
  asin(customers.name), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Numbers'.
  acos(orders.placed_at), // ✗ Argument of type 'NamedColumn<"placed_at", Date>' is not assignable to parameter of type 'Numbers'.
  atan(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  atan2(orders.total, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'number | Numbers'.
  sinh(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  cosh(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  tanh(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  asinh(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  acosh(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  atanh(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  degrees(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  radians('90'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Numbers'.
  bin(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'ColumnOf<number | null>'.
  hex(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'ColumnOf<
  unhex(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'ColumnOf<Text | null>'.
  conv(customers.name, '2', 10), // ✗ Argument of type 'string' is not assignable to parameter of type 'number | ColumnOf<number | null>'.
  bitCount(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'ColumnOf<number | boolean | null>'.
  bitwiseNot(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'ColumnOf<number | null>'.
  getbit(orders.channel, 1), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Whole'.
  shiftLeft(orders.channel, 1), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Whole'.
  shiftRight(orders.id, '1'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number | Whole'.
  shiftRightUnsigned(orders.paid, 1), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Whole'.
  tryAdd(orders.channel, 1), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  trySubtract(orders.total, '1'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Num
  tryMultiply(orders.day, 2), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Numbers'.
  tryDivide(orders.total, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Num
  tryMod(orders.paid, 2), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Numbers'.
  abs(orders.total).like('1%'), // ✗ The 'this' context of type 'Column<number>' is not assignable to method's 'this' of type 'ColumnOf<Text | null>'.
]
