import { ValueOutOfRange } from '../../errors/index.ts'
import type { SqliteFunction } from './functions.ts'
import { asText, strict } from './strict.ts'

const strictly = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const leniently = new TextDecoder('utf-8', { ignoreBOM: true })

/** What becomes of bytes that are no UTF-8. */
const BROKEN = { isNull: 0n, replaced: 1n }

/** Characters as numbers and as bytes. */
export const characterFunctions: readonly SqliteFunction[] = [
  strict('ascii', (text) => BigInt(asText(text).codePointAt(0) ?? 0)),
  strict('chr', (code) => {
    const number = BigInt(code as bigint)
    return number < 0n ? '' : String.fromCharCode(Number(number & 255n))
  }),
  strict('utf8', (bytes, broken) => {
    const given = bytes as Uint8Array
    if (broken === BROKEN.replaced) return leniently.decode(given)
    try {
      return strictly.decode(given)
    } catch {
      if (broken === BROKEN.isNull) return null
      throw new ValueOutOfRange('validateUtf8: the bytes are no UTF-8')
    }
  }),
]
