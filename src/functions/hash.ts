import type { Like, Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import type { Text } from '../column/values.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { bytes, integer, value } from './parameter.ts'

type Bytes = ColumnOf<Text | Uint8Array | null>
type Digest = <C extends Bytes>(column: C) => Result<C, string>

/** The MD5 of bytes, or of a text's UTF-8 bytes, in hexadecimal digits. @example md5(u.email) */
export const md5: Digest = scalar('md5', { takes: [bytes], gives: types.string })
/** The SHA-1 of bytes, or of a text's UTF-8 bytes, in hexadecimal digits. @example sha1(u.email) */
export const sha1: Digest = scalar('sha1', { takes: [bytes], gives: types.string })
/** `sha1` by its other name. */
export const sha: Digest = sha1
/**
 * The SHA-2 of `bits` bits (224, 256, 384, 512; 0 is 256) in hexadecimal digits; NULL for other numbers of bits.
 *
 * @example sha2(u.email, 256)
 */
export const sha2: <C extends Bytes>(column: C, bits: number) => Like<C, string | null> = scalar('sha2', {
  takes: [bytes, value(integer)],
  gives: types.string,
  nulls: 'always',
})
/** The CRC-32 of bytes, or of a text's UTF-8 bytes. @example crc32(f.body) */
export const crc32: <C extends Bytes>(column: C) => Result<C, number> = scalar('crc32', {
  takes: [bytes],
  gives: types.long,
})
