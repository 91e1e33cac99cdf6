import { didYouMean, listNames } from '../../errors/index.ts'
import type { StandardSchema, Validated } from '../../plan/standard-schema.ts'
import type { ParamDeclarations } from './param.ts'

/** Something that keeps a task from having its parameters. */
export type ParamProblem =
  | { readonly kind: 'missing'; readonly name: string }
  /** `why` tells what was expected, not what came. */
  | { readonly kind: 'refused'; readonly name: string; readonly why: string }

export interface ResolvedParams {
  /** What the task is given: every parameter, defaults filled in; can be sent to another thread or process. */
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly ParamProblem[]
}

/** Asks a schema about one value. */
type Ask = (schema: StandardSchema, given: unknown) => Promise<Validated<unknown>>

/**
 * The parameters of one attempt.
 *
 * @param given by name, where somebody gave one; every name is declared
 * @param ask how a given value is read: `askValue`, or `askText` for what was written as text
 */
export async function resolveParams(
  declared: ParamDeclarations,
  given: ReadonlyMap<string, unknown>,
  ask: Ask,
): Promise<ResolvedParams> {
  const values: [string, unknown][] = []
  const problems: ParamProblem[] = []
  for (const [name, schema] of Object.entries(declared)) {
    const one = given.get(name)
    const found = await (one === undefined ? askValue(schema, undefined) : ask(schema, one))
    if (found.issues === undefined) values.push([name, found.value])
    else if (one === undefined) problems.push({ kind: 'missing', name })
    else problems.push({ kind: 'refused', name, why: found.issues.map(({ message }) => message).join(', ') })
  }
  return { values: Object.fromEntries(values), problems }
}

/** Asks about a value as it is. */
export async function askValue(schema: StandardSchema, value: unknown): Promise<Validated<unknown>> {
  try {
    const found = await schema['~standard'].validate(value)
    return found.issues === undefined ? { value: structuredClone(found.value) } : found
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const uncloned = error instanceof DOMException && error.name === 'DataCloneError'
    return { issues: [{ message: uncloned ? `what it becomes cannot leave its thread: ${message}` : message }] }
  }
}

/**
 * Asks about a text, and where it is refused about the number, boolean, list or object that it is in JSON: `5` is text
 * for a schema of texts and a number for one of numbers.
 */
export async function askText(schema: StandardSchema, given: unknown): Promise<Validated<unknown>> {
  const asText = await askValue(schema, given)
  const data = asText.issues === undefined ? undefined : dataIn(String(given))
  return data === undefined ? asText : askValue(schema, data)
}

function dataIn(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text)
    return typeof data === 'string' ? undefined : data
  } catch {
    return undefined
  }
}

/** `Did you mean "currency"? Its parameters are currency, minOrders`. */
export function paramsHint(name: string, names: readonly string[]): string {
  return [didYouMean(name, names), `Its parameters are ${listNames(names)}`].filter(Boolean).join(' ')
}
