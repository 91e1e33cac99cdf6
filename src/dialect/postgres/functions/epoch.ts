import { type SpellingsOf, unsupported } from '../../spelling.ts'

export const epochSpellings: SpellingsOf<'epoch'> = {
  timestampSeconds: unsupported('timestampSeconds', 'PostgreSQL', 'compute it in the program that reads the rows'),
  timestampMillis: unsupported('timestampMillis', 'PostgreSQL', 'compute it in the program that reads the rows'),
  timestampMicros: unsupported('timestampMicros', 'PostgreSQL', 'compute it in the program that reads the rows'),
  unixSeconds: unsupported('unixSeconds', 'PostgreSQL', 'compute it in the program that reads the rows'),
  unixMillis: unsupported('unixMillis', 'PostgreSQL', 'compute it in the program that reads the rows'),
  unixMicros: unsupported('unixMicros', 'PostgreSQL', 'compute it in the program that reads the rows'),
}
