/** CRC-32 half a byte at a time, the lower half first: without a table of all bytes in the statement. */

/** All bits of a CRC-32: what it starts with, and what turns it over at the end. */
export const BITS = '4294967295'

/** What half a byte does to the half of a CRC-32 that it meets. */
export const NIBBLES = Array.from({ length: 16 }, (_, nibble) => {
  let rest = nibble
  for (let bit = 0; bit < 4; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest >>> 0
}).join(', ')
