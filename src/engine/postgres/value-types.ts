import type { CustomTypesConfig } from 'pg'

/** Built-in types by their number: PostgreSQL never changes these. */
const BOOL = 16
const BYTEA = 17
const INT2 = 21
const INT4 = 23
const FLOAT4 = 700
const FLOAT8 = 701

/** PostgreSQL writes bytea as `\x` and two hexadecimal digits a byte. */
const bytes = (text: string): Buffer => Buffer.from(text.slice(2), 'hex')

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [BOOL]: (text) => text === 't',
  [BYTEA]: bytes,
  [INT2]: Number,
  [INT4]: Number,
  // Number() knows Infinity, -Infinity and NaN by the same words as PostgreSQL.
  [FLOAT4]: Number,
  [FLOAT8]: Number,
}

/**
 * What a value of PostgreSQL arrives as, on every connection of ours:
 *
 * | PostgreSQL | JavaScript |
 * |---|---|
 * | boolean | boolean |
 * | int2, int4, float4, float8 | number |
 * | bytea | Buffer |
 * | int8, numeric | string, exact: `'9007199254740993'`, `'12.50'`, `'NaN'` |
 * | date | string `'2024-02-29'` |
 * | timestamp | string `'2024-02-29 13:00:00.123456'`, no zone |
 * | timestamptz | string `'2024-02-29 13:00:00.123456+00'`: sessions are pinned to UTC |
 * | json, jsonb | string, unparsed |
 * | arrays | string `'{1,2,NULL}'`, also of booleans and numbers |
 * | everything else | string, PostgreSQL's own text |
 *
 * pg's own parsers would read dates and timestamps in the process's time zone, and numeric arrays as rounded numbers.
 */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number) => PARSERS[oid] ?? String) as CustomTypesConfig['getTypeParser'],
}
