/** Where operators and casts cannot be, or are not meant to be, as Spark's. */
import { ValueOutOfRange } from '../../../../src/index.ts'
import { type Answered, type FunctionDeviation, only } from './rule.ts'

const CASTS = ['cast', 'try_cast']

const texts = ({ unit }: Answered): readonly string[] =>
  unit.rows.flat().filter((value): value is string => typeof value === 'string')

/** A text was refused, in the way of the one cast or of the other. */
const refusesText = ({ error, ours }: Answered): boolean => error instanceof ValueOutOfRange || only(ours) === null

export const operatorDeviations: readonly FunctionDeviation[] = [
  {
    name: "a letter behind a number's digits is none of them",
    functions: CASTS,
    engines: '*',
    types: /^string$/,
    dagger: '§2.5: "the oracle says what is bad …; † \'1d\' is bad"',
    reason: "Java's way of writing its types in a program",
    applies: (answered) => refusesText(answered) && texts(answered).some((text) => /\d\.?[dDfF]\s*$/.test(text)),
  },
  {
    name: 'digits of other scripts make no decimal',
    functions: CASTS,
    engines: '*',
    types: /^string$/,
    reason: 'no engine reads them, and Spark itself does for decimals alone: its integers and doubles refuse them',
    applies: (answered) =>
      refusesText(answered) &&
      answered.types.some((type) => type.startsWith('decimal')) &&
      texts(answered).some((text) => /(?![0-9])\p{Nd}/u.test(text)),
  },
  {
    name: 'decimals that need more than 38 digits on the way raise on DuckDB',
    functions: ['op_add', 'op_subtract', 'op_multiply', 'op_divide', 'op_remainder'],
    engines: ['duckdb'],
    types: /decimal\((19|[23]\d),/,
    reason: 'it computes with 128 bits, where Spark has more until it rounds',
    applies: ({ error, raised }) => error instanceof ValueOutOfRange && raised === undefined,
  },
]
