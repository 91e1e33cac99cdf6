/** What a validator says of a value. */
export type Validated<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] }

/**
 * The interface that Zod, Valibot, ArkType and other validators share (Standard Schema, version 1), as far as it is
 * asked here.
 *
 * @typeParam Input what may be given: with `undefined` in it, nothing may be
 * @typeParam Output what comes of it
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    /** Whose it is: `zod`. */
    readonly vendor: string
    readonly validate: (value: unknown) => Validated<Output> | Promise<Validated<Output>>
    /** For the type checker alone. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** What may be given to a schema. */
export type InputOf<S extends StandardSchema> = NonNullable<S['~standard']['types']>['input']

/** What a schema makes of it. */
export type OutputOf<S extends StandardSchema> = NonNullable<S['~standard']['types']>['output']

/** True for a schema of version 1; some validators' schemas are functions. */
export function isStandardSchema(value: unknown): value is StandardSchema {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  const face = (value as Partial<StandardSchema>)['~standard']
  return typeof face === 'object' && face !== null && face.version === 1 && typeof face.validate === 'function'
}
