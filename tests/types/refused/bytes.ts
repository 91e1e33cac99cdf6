/** Text, bytes and digits of the wrong kind. One mistake a line, and beside it what the checker says. */
import {
  base64, ceil, conv, crc32, decode, encode, floor, parseUrl, sha2, shiftLeft, toBinary, unbase64, urlEncode,
} from '../../../src/index.ts' // biome-ignore format: one glance
import { orders } from '../tables.ts'

export const mistakes = [
  base64(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'ColumnOf<Uint8Array<ArrayBufferLike> | Text | null>'.
  base64('text'), // ✗ Argument of type 'string' is not assignable to parameter of type 'ColumnOf<Uint8Array<ArrayBufferLike> | Text | null>'.
  unbase64(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Texts'.
  encode(orders.channel, 'UTF-7'), // ✗ Argument of type '"UTF-7"' is not assignable to parameter of type 'Charset'.
  encode(orders.total, 'UTF-8'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  decode(orders.channel, 'UTF-8'), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'ColumnOf<Uint8Array<ArrayBufferLike> | null>'.
  toBinary(orders.channel, 'octal'), // ✗ Argument of type '"octal"' is not assignable to parameter of type 'BinaryFormat | undefined'.
  toBinary(orders.price), // ✗ Argument of type 'NamedColumn<"price", Decimal>' is not assignable to parameter of type 'Texts'.
  urlEncode(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Texts'.
  parseUrl(orders.channel, 'PORT'), // ✗ Argument of type '"PORT"' is not assignable to parameter of type '"AUTHORITY" | "FILE" | "HOST" | "PATH" | "PROTOCOL" | "QUERY" | "REF" | "USERINFO"'.
  parseUrl(orders.channel, 'HOST', 'q'), // ✗ Argument of type '"HOST"' is not assignable to parameter of type '"QUERY"'.
  parseUrl(orders.total, 'HOST'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  crc32(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Bytes'.
  sha2(orders.channel, '256'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'.
  conv(orders.id, 16, 10), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'ColumnOf<string | null>'.
  shiftLeft(orders.channel, 1), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Whole'.
  ceil(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Numbers'.
  ceil(orders.total, '1'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'.
  floor(orders.total, orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'number'.
]

export const ofDecimals: Promise<{ up: number }[]> = orders.select(ceil(orders.total, 1).as('up')).collect() // ✗ Type 'Promise<{ up: Decimal | null; }[]>' is not assignable to type 'Promise<{ up: number; }[]>'.
