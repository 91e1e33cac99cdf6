import { hash } from 'node:crypto'

/** The SHA-256 of a text's UTF-8 bytes, or of bytes, as hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data)
