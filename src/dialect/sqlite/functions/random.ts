import type { SpellingsOf } from '../../spelling.ts'

const hex = (bytes: number): string => `hex(randomblob(${bytes}))`
/** Of a version 4 UUID all digits are random but the version and two bits of the variant. */
const uuid = [
  hex(4),
  hex(2),
  `'4' || substr(${hex(2)}, 2)`,
  `substr('89AB', 1 + (random() & 3), 1) || substr(${hex(2)}, 2)`,
  hex(6),
]

export const randomSpellings: SpellingsOf<'random'> = {
  // As many bits as a double has digits.
  rand: '(random() & 9007199254740991) / 9007199254740992.0',
  uuid: `lower(${uuid.join(" || '-' || ")})`,
}
