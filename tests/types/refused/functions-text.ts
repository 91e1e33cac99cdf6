/** Functions of text given what is none. One mistake a line, and beside it what the checker says. */
import {
  ascii, bitLength, char, charLength, chr, concat, concatWs, contains, elt, endswith, findInSet, formatNumber, formatString,
  ilike, initcap, instr, isValidUtf8, lcase, left, length, levenshtein, like, lit, locate, lower, lpad, ltrim, mask, octetLength,
  overlay, position, printf, quote, regexpCount, regexpExtract, regexpExtractAll, regexpInstr, regexpReplace, regexpSubstr,
  repeat, replace, reverse, right, rlike, rpad, rtrim, soundex, split, splitPart, startswith, substr, substring,
  substringIndex, toChar, toNumber, translate, trim, tryToNumber, ucase, upper, validateUtf8,
} from '../../../src/index.ts' // biome-ignore format: one import
import { customers, nested, orders } from '../tables.ts'

export const mistakes = [
  upper(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  ucase(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  lower(orders.placed_at), // ✗ Argument of type 'NamedColumn<"placed_at", Date>' is not assignable to parameter of type 'Texts'.
  lcase(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Texts'.
  length(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'ColumnOf<
  charLength(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'ColumnOf<
  trim(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Texts'.
  trim(customers.name, 1), // ✗ Argument of type '1' is not assignable to parameter of type 'TextLike | undefined'.
  ltrim(orders.price), // ✗ Argument of type 'NamedColumn<"price", Decimal>' is not assignable to parameter of type 'Texts'.
  rtrim(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Texts'.
  reverse(orders.id), // ✗ No overload matches this call.
  initcap(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Texts'.
  quote(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Texts'.
  soundex(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Texts'.
  ascii(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Texts'.
  chr(customers.name), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'ColumnOf<number | null>'.
  char('A'), // ✗ Argument of type 'string' is not assignable to parameter of type 'ColumnOf<number | null>'.
  octetLength(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'TextsOrBytes'.
  bitLength(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'TextsOrBytes'.
  isValidUtf8(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'TextsOrBytes'.
  validateUtf8(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'TextsOrBytes'.
  substring(orders.total, 1, 2), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  substring(customers.name, '1'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Whole'.
  substr(customers.name, 1, customers.country), // ✗ Argument of type 'NamedColumn<"country", string | null>' is not assignable to parameter of type 'Whole | undefined'.
  left(orders.total, 2), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  right(customers.name, 'x'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Whole'.
  repeat(customers.name, customers.country), // ✗ Argument of type 'NamedColumn<"country", string | null>' is not assignable to parameter of type 'Whole'.
  lpad(orders.id, 8, '0'), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Texts'.
  rpad(customers.name, 8, 0), // ✗ Argument of type '0' is not assignable to parameter of type 'TextLike | undefined'.
  concat(customers.name, 7), // ✗ No overload matches this call.
  concat(orders.id, orders.channel), // ✗ No overload matches this call.
  concatWs('-', customers.country, orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Arrays<Text | null> | Texts'.
  concatWs(customers.name, customers.country), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'string'.
  concat(nested.tags, customers.name), // ✗ No overload matches this call.
  elt(customers.name, 'a', 'b'), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Whole'.
  replace(customers.name, 1, 2), // ✗ Argument of type 'number' is not assignable to parameter of type 'TextLike'.
  replace(orders.day, '-', '/'), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Texts'.
  translate(customers.name, 'ab', 1), // ✗ Argument of type 'number' is not assignable to parameter of type 'TextLike'.
  overlay(customers.name, 'x', 'first'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Whole'.
  contains(orders.total, '1'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  contains(customers.name, 1), // ✗ Argument of type 'number' is not assignable to parameter of type 'TextLike'.
  startswith(orders.day, '2024'), // ✗ No overload matches this call.
  endswith(customers.name, orders.total), // ✗ No overload matches this call.
  like(orders.total, '1%'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  ilike(customers.name, 7), // ✗ Argument of type 'number' is not assignable to parameter of type 'TextLike'.
  instr(orders.total, '.'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  locate('a', orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Texts'.
  position(1, customers.name), // ✗ Argument of type 'number' is not assignable to parameter of type 'TextLike'.
  findInSet(customers.name, 3), // ✗ Argument of type 'number' is not assignable to parameter of type 'TextLike'.
  splitPart(customers.name, '-', 'first'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Whole'.
  substringIndex(orders.total, '.', 1), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  levenshtein(customers.name, orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'TextLike'.
  mask(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  mask(customers.name, 1), // ✗ Argument of type 'number' is not assignable to parameter of type 'string'.
  formatNumber(customers.name, 2), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Numbers'.
  formatNumber(orders.total, '#,###'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'.
  formatString(orders.id, orders.total), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'string'.
  printf('%s', orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'ColumnOf<boolean | Numeric | Text | null>'.
  toChar(customers.name, '999'), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'Charable'.
  toNumber(orders.total, '999'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  tryToNumber(customers.name, 999), // ✗ Argument of type 'number' is not assignable to parameter of type 'string'.
  rlike(orders.total, '1'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  rlike(customers.name, /^a/), // ✗ Argument of type 'RegExp' is not assignable to parameter of type 'PatternLike'.
  regexpCount(customers.name, 1), // ✗ Argument of type 'number' is not assignable to parameter of type 'PatternLike'.
  regexpInstr(orders.day, '-'), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Texts'.
  regexpSubstr(orders.id, '[0-9]'), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Texts'.
  regexpExtract(customers.name, 'a(.)', 'first'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'.
  regexpExtractAll(orders.paid, 'a'), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Texts'.
  regexpReplace(customers.name, 'a', 1), // ✗ Argument of type 'number' is not assignable to parameter of type 'PatternLike'.
  split(orders.total, ','), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  split(customers.name, ',', '2'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'.
  upper(customers.name).plus(1), // ✗ The 'this' context of type 'Column<string>' is not assignable to method's 'this' of type 'ColumnOf<Numeric | null>'.
  length(customers.name).like('1%'), // ✗ The 'this' context of type 'Column<number>' is not assignable to method's 'this' of type 'ColumnOf<Text | null>'.
  contains(customers.name, 'a').plus(lit(1)), // ✗ The 'this' context of type 'Column<boolean>' is not assignable to method's 'this' of type 'ColumnOf<Numeric | null>'.
]
