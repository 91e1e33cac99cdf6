/** What the semantics mark with † for all functions. */

import { expressionsIn } from '../../nodes.ts'
import { castsSilently } from '../../silent-casts.ts'
import { type FunctionDeviation, only } from './rule.ts'

export const daggerDeviations: readonly FunctionDeviation[] = [
  {
    name: 'division by zero is NULL',
    functions: '*',
    engines: '*',
    dagger: '§2.3: "† Division and `mod` by zero give NULL on every engine, and so do aggregates that divide by zero"',
    reason: "Spark's answer with ANSI off",
    applies: ({ raised, ours }) =>
      /^(DIVIDE|REMAINDER)_BY_ZERO/.test(raised?.error ?? '') && raised?.ansiOff === null && only(ours) === null,
  },
  {
    name: 'nothing is cast silently',
    functions: '*',
    engines: '*',
    dagger:
      '§2.13: "† Between string and number, boolean or date nothing is cast silently … A function takes the types that its signature names: others are an error too"',
    reason: 'the error shows the cast to write',
    applies: ({ error, one }) =>
      error !== undefined && castsSilently(error, [...expressionsIn(one.expr)]) !== undefined,
  },
  {
    name: 'one letter becomes one on DuckDB',
    functions: ['upper', 'ucase', 'lower', 'lcase', 'initcap'],
    engines: ['duckdb'],
    dagger: '§2.9: "`upper`/`lower` use full Unicode mappings (ß → SS); † one-to-one where an engine has no more"',
    reason: 'its own functions know no letter that becomes two, but for ß and İ',
    applies: ({ unit, ours }) =>
      typeof only(ours) === 'string' &&
      unit.rows
        .flat()
        .some((value) => typeof value === 'string' && /[ŉǰΐΰև\u1e96-\u1e9e\u1f50-\u1fff\ufb00-\ufb17]/.test(value)),
  },
  {
    name: 'a finite product that overflows raises on PostgreSQL',
    functions: ['op_multiply', 'try_multiply'],
    engines: ['postgres'],
    types: /double|float/,
    dagger: '§1: "† A finite product that overflows raises on PostgreSQL"',
    reason: 'double precision has no silent overflow there',
    applies: ({ error, spark }) => error !== undefined && /^-?Infinity$/.test(String(only(spark))),
  },
]
