import { InvalidArgument } from '../../errors/index.ts'
import { isStandardSchema } from '../../plan/standard-schema.ts'

/** @throws InvalidArgument for names that a command line cannot write, and for what is no declaration */
export function checkParams(params: unknown): void {
  const hint = "params: { currency: param.string('EUR') }, or schemas of Zod, Valibot, ArkType …"
  if (typeof params !== 'object' || params === null || Array.isArray(params))
    throw new InvalidArgument('Task: params is no object of parameters', { hint })
  for (const [name, declared] of Object.entries(params)) {
    if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name))
      throw new InvalidArgument(`Task: a parameter cannot be called ${JSON.stringify(name)}`, {
        hint: 'its name is letters, digits and _, and begins with none of the digits',
      })
    // `param.int` without its call is a function, and what comes of it no schema.
    if (!isStandardSchema(declared))
      throw new InvalidArgument(`Task: params.${name} is neither made by param nor a Standard Schema`, { hint })
  }
}
