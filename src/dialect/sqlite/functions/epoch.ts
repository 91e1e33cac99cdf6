import { type SpellingsOf, unsupported } from '../../spelling.ts'

export const epochSpellings: SpellingsOf<'epoch'> = {
  timestampSeconds: unsupported('timestampSeconds', 'SQLite', 'compute it in the program that reads the rows'),
  timestampMillis: unsupported('timestampMillis', 'SQLite', 'compute it in the program that reads the rows'),
  timestampMicros: unsupported('timestampMicros', 'SQLite', 'compute it in the program that reads the rows'),
  unixSeconds: unsupported('unixSeconds', 'SQLite', 'compute it in the program that reads the rows'),
  unixMillis: unsupported('unixMillis', 'SQLite', 'compute it in the program that reads the rows'),
  unixMicros: unsupported('unixMicros', 'SQLite', 'compute it in the program that reads the rows'),
}
