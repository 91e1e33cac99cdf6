/** What functions take, and what they give: NULL where an argument can be. Compiling is the test. */
import {
  abs, acos, addMonths, ascii, assertTrue, atan2, bin, bitCount, bround, ceil, chr, coalesce, concat, concatWs, contains,
  crc32, type Decimal, dateAdd, datediff, dateFormat, datePart, dayname, elt, endswith, equalNull, factorial, findInSet, floor,
  formatNumber, formatString, fromUnixtime, fromUtcTimestamp, greatest, hex, hour, initcap, instr, intDiv, isnan, isnotnull,
  isnull, lastDay, least, left, length, levenshtein, ln, locate, lpad, makeDate, mask, md5, monthsBetween, nanvl, nextDay,
  not, nullif, nullifzero, nvl, nvl2, overlay, pmod, pow, regexpCount, regexpExtract, regexpExtractAll, regexpReplace,
  regexpSubstr, repeat, replace, reverse, round, type SqlDate, sha2, shiftLeft, signum, sin, soundex, split, splitPart, sqrt, startswith,
  substring, timestampDiff, timestampMillis, timestampSeconds, toChar, toDate, toNumber, toTimestamp, translate, trim, trunc, tryAdd,
  tryDivide, tryMod, trySubtract, tryToDate, tryToNumber, tryToTimestamp, unhex, unixSeconds, upper, validateUtf8, when, year, zeroifnull,
} from '../../src/index.ts' // biome-ignore format: one import
import { values } from './equal.ts'
import { customers, nested, orders } from './tables.ts'

const { name, country } = customers
const { id, total, discount, price, paid, day, placed_at: moment } = orders

export const texts = [
  values<string>()(
    upper(name), initcap(name), trim(name), trim(name, '- '), substring(name, 1), substring(name, id, 2), left(name, 3),
    lpad(name, 8), lpad(name, 8, '0'), repeat(name, 2), concat(name, '-', name), concatWs('-', name, country),
    replace(name, 'a', 'b'), translate(name, 'ab', 'c'), overlay(name, 'x', 2), soundex(name), mask(name),
    mask(name, null, 'x'), splitPart(name, '-', 1), regexpReplace(name, 'a(.)', '$1'), regexpExtract(name, 'a(.)'),
    formatString('%s: %d', name, id), formatNumber(total, 2), toChar(price, '999.99'), chr(id), md5(name), hex(id),
    validateUtf8(name), bin(id),
  ), // biome-ignore format: one glance
  values<string | null>()(
    upper(country), substring(country, 1), concat(name, country), regexpSubstr(name, 'a+'), elt(id, 'a', 'b'),
    formatNumber(discount, 2), sha2(name, 256),
  ), // biome-ignore format: one glance
  values<readonly (string | null)[]>()(reverse(nested.tags), concat(nested.tags, nested.tags)),
  values<string>()(reverse(name), concatWs('-', nested.tags, name)),
  values<readonly string[]>()(split(name, ','), regexpExtractAll(name, 'a(.)')),
  values<number>()(
    length(name), ascii(name), instr(name, 'a'), locate('a', name), locate('a', name, 2), findInSet('a', name),
    levenshtein(name, 'b'), regexpCount(name, 'a'), crc32(name),
  ), // biome-ignore format: one glance
  values<number | null>()(length(country), crc32(country), levenshtein(name, country)),
  values<boolean>()(contains(name, 'a'), startswith(name, 'a'), endswith(name, name)),
  values<boolean | null>()(contains(country, 'a'), startswith(name, country)),
  values<Uint8Array | null>()(unhex(name)),
  values<Decimal>()(toNumber(name, '999.99')),
  values<Decimal | null>()(tryToNumber(name, '999.99')),
]

export const numbers = [
  values<number>()(abs(total), round(total, 2), bround(total), bitCount(id), shiftLeft(id, 1)),
  values<number | null>()(
    abs(discount), signum(total), pmod(id, 7), shiftLeft(discount, 1), sqrt(total), ln(total), sin(total), acos(total),
    atan2(total, 1), pow(total, 2), factorial(id), intDiv(id, 7), tryAdd(total, 1), trySubtract(id, id), tryDivide(total, 2), tryMod(id, 7),
  ), // biome-ignore format: one glance
  values<Decimal>()(abs(price), round(price, 1), ceil(price, 1), floor(price, 1)),
]

export const dates = [
  values<number>()(
    year(day),
    hour(moment),
    datediff(day, moment),
    monthsBetween(day, moment),
    unixSeconds(moment),
    datePart('week', day),
  ),
  values<number>()(timestampDiff('hour', day, moment)),
  values<Decimal>()(datePart('second', moment)),
  values<SqlDate>()(
    dateAdd(day, 1), dateAdd(moment, id), addMonths(day, 1), lastDay(moment), trunc(day, 'month'), makeDate(2024, id, 1),
    nextDay(day, 'Mon'), toDate(name), toDate(name, 'dd.MM.yyyy'),
  ), // biome-ignore format: one glance
  values<SqlDate | null>()(tryToDate(name), toDate(country)),
  values<Date>()(toTimestamp(name), toTimestamp(day), timestampMillis(id), fromUtcTimestamp(moment, 'Europe/Berlin')),
  values<Date | null>()(tryToTimestamp(name), timestampSeconds(id)),
  values<string>()(dayname(day), dateFormat(moment, 'yyyy')),
  values<string | null>()(fromUnixtime(id)),
]

export const choices = [
  values<number>()(
    coalesce(discount, 0),
    nvl(discount, total),
    zeroifnull(discount),
    greatest(total, discount),
    least(1 as never, total),
  ),
  values<number | null>()(nullif(total, 0), nullifzero(total), nanvl(discount, 0), when(paid, 1)),
  values<string>()(nvl2(discount, 'yes', 'no'), when(paid, 'yes').otherwise('no')),
  values<boolean>()(
    isnull(discount),
    isnotnull(discount),
    equalNull(discount, null),
    isnan(discount),
    not(total.gt(1)),
  ),
  values<null>()(assertTrue(paid)),
]
