import { type SpellingsOf, unsupported } from '../../spelling.ts'

export const epochSpellings: SpellingsOf<'epoch'> = {
  timestampSeconds: unsupported('timestampSeconds', 'DuckDB', 'compute it in the program that reads the rows'),
  timestampMillis: unsupported('timestampMillis', 'DuckDB', 'compute it in the program that reads the rows'),
  timestampMicros: unsupported('timestampMicros', 'DuckDB', 'compute it in the program that reads the rows'),
  unixSeconds: unsupported('unixSeconds', 'DuckDB', 'compute it in the program that reads the rows'),
  unixMillis: unsupported('unixMillis', 'DuckDB', 'compute it in the program that reads the rows'),
  unixMicros: unsupported('unixMicros', 'DuckDB', 'compute it in the program that reads the rows'),
}
