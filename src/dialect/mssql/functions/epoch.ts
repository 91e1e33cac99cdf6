import { type SpellingsOf, unsupported } from '../../spelling.ts'

export const epochSpellings: SpellingsOf<'epoch'> = {
  timestampSeconds: unsupported('timestampSeconds', 'SQL Server', 'compute it in the program that reads the rows'),
  timestampMillis: unsupported('timestampMillis', 'SQL Server', 'compute it in the program that reads the rows'),
  timestampMicros: unsupported('timestampMicros', 'SQL Server', 'compute it in the program that reads the rows'),
  unixSeconds: unsupported('unixSeconds', 'SQL Server', 'compute it in the program that reads the rows'),
  unixMillis: unsupported('unixMillis', 'SQL Server', 'compute it in the program that reads the rows'),
  unixMicros: unsupported('unixMicros', 'SQL Server', 'compute it in the program that reads the rows'),
}
