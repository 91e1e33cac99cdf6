import { sha256 } from '../../plan/sha256.ts'
import type { StandardSchema } from '../../plan/standard-schema.ts'
import type { Param, ParamDeclarations, ParamType } from './param.ts'

/** A parameter as data: a part of its task's definition. */
export interface ParamNode {
  /** `string`, `int`, `date`, `boolean`; of another validator's schema `zod schema`. */
  readonly type: string
  /**
   * A hash of the default's text: a default may be a secret that came from the environment. Undefined for a parameter
   * without one, and where only the validator knows.
   */
  readonly fallback?: string | undefined
}

export type ParamNodes = Readonly<Record<string, ParamNode>>

/** The parameters of a task as its definition keeps them; undefined where there are none. */
export function paramNodes(params: ParamDeclarations | undefined): ParamNodes | undefined {
  const entries = Object.entries(params ?? {})
  if (entries.length === 0) return undefined
  return Object.fromEntries(
    entries.map(([name, declared]): [string, ParamNode] => {
      if (!isOurs(declared)) return [name, { type: `${declared['~standard'].vendor} schema` }]
      const { type, fallback } = declared
      return [name, fallback === undefined ? { type } : { type, fallback: hashOf(String(fallback)) }]
    }),
  )
}

/** Also of another copy of Millrace. */
function isOurs(declared: StandardSchema): declared is Param {
  return declared['~standard'].vendor === 'millrace'
}

/** How a value of each type is written. */
const EXAMPLES: Readonly<Record<ParamType, string>> = { string: 'TEXT', int: '1', date: '2026-01-31', boolean: 'true' }

/** Undefined where only the validator knows. */
export function hasDefault({ type, fallback }: ParamNode): boolean | undefined {
  return type in EXAMPLES ? fallback !== undefined : undefined
}

/** `TEXT`, `2026-01-31`: how a value is written on a command line. */
export const exampleOf = ({ type }: ParamNode): string =>
  (EXAMPLES as Readonly<Record<string, string>>)[type] ?? 'VALUE'

/**
 * What tells values apart without holding them: undefined where all are the defaults.
 *
 * @param texts values by parameter, as somebody wrote them
 */
export function fingerprintOf(nodes: ParamNodes, texts: ReadonlyMap<string, string>): string | undefined {
  const others = [...texts].filter(([name, text]) => nodes[name]?.fallback !== hashOf(text))
  return others.length === 0 ? undefined : hashOf(JSON.stringify(others.sort(([a], [b]) => (a < b ? -1 : 1))))
}

const hashOf = (text: string): string => sha256(text).slice(0, 16)
