import type { SqlDate } from '../../column/values.ts'
import { InvalidArgument } from '../../errors/index.ts'
import type { InputOf, OutputOf, StandardSchema, Validated } from '../../plan/standard-schema.ts'
import { isDay } from '../models/instant.ts'

/** The types of parameters that need no validator. */
export type ParamType = 'string' | 'int' | 'date' | 'boolean'

/** What `param.string()` and its kin give: a parameter of a task, a Standard Schema like any other. */
export interface Param<Input = unknown, Output = Input> extends StandardSchema<Input, Output> {
  readonly type: ParamType
  /** Undefined: the parameter is required. */
  readonly fallback: Output | undefined
}

/** The parameters of a task by name: made by `param`, or by any validator that is a Standard Schema. */
export type ParamDeclarations = Readonly<Record<string, StandardSchema>>

/** Of a task without any. */
export type NoParams = Record<never, never>

/** What the function of a task is given. */
export type ParamValues<P extends ParamDeclarations> = { readonly [K in keyof P]: OutputOf<P[K]> }

type Omissible<P extends ParamDeclarations> = {
  [K in keyof P]: undefined extends InputOf<P[K]> ? K : never
}[keyof P]

/** An intersection as one object, for who reads it. */
type Flat<T> = { [K in keyof T]: T[K] }

/** What a caller gives: parameters with a default may be left out. */
export type ParamInputs<P extends ParamDeclarations> = [keyof P] extends [never]
  ? { readonly [name: string]: never }
  : Flat<
      { readonly [K in Exclude<keyof P, Omissible<P>>]: InputOf<P[K]> } & {
        readonly [K in Omissible<P>]?: InputOf<P[K]> | undefined
      }
    >

/** Without a default the parameter is required. */
interface ParamMaker<T, Written = T> {
  (): Param<Written, T>
  (fallback: Written): Param<Written | undefined, T>
}

/**
 * Parameters of tasks. With an argument that is the default; without, a run must give the value.
 *
 * `date` is a calendar day, `'2024-01-31'`; `int` a whole number that JavaScript holds exactly.
 *
 * @example
 * export const daily = Task(
 *   { params: { currency: param.string('EUR'), day: param.date() } },
 *   ({ session, params }) => session.table('orders', Orders).filter((o) => o.currency.eq(params.currency)).show(),
 * )
 * // node app.js run --select daily --param daily.day=2024-01-31
 * @throws InvalidArgument for a default of another type
 */
export const param: {
  readonly string: ParamMaker<string>
  readonly int: ParamMaker<number>
  readonly date: ParamMaker<SqlDate, string>
  readonly boolean: ParamMaker<boolean>
} = Object.freeze({
  string: maker<string>('string', 'a text', (value) => typeof value === 'string'),
  int: maker<number>('int', 'a whole number', Number.isSafeInteger),
  date: maker<SqlDate, string>(
    'date',
    "a day such as '2024-01-31'",
    (value) => typeof value === 'string' && isDay(value),
  ),
  boolean: maker<boolean>('boolean', 'true or false', (value) => typeof value === 'boolean'),
})

/** @param wanted what messages call it; `admits` says whether a value is one */
function maker<T, Written = T>(
  type: ParamType,
  wanted: string,
  admits: (value: unknown) => boolean,
): ParamMaker<T, Written> {
  return (...given: readonly [fallback?: Written]) => {
    const [fallback] = given
    if (given.length > 0 && !admits(fallback)) {
      throw new InvalidArgument(`param.${type}: the default is not ${wanted}`, {
        hint: `param.${type}() without a default: a run must give the value`,
      })
    }
    const validate = (value: unknown): Validated<T> => {
      const chosen = value === undefined ? fallback : value
      return admits(chosen) ? { value: chosen as T } : { issues: [{ message: `expected ${wanted}` }] }
    }
    return Object.freeze({
      type,
      fallback: fallback as T | undefined,
      '~standard': Object.freeze({ version: 1, vendor: 'millrace', validate }),
    })
  }
}
