/** Calls of every function and method with every kind of argument that analysis takes, as the text that users write. */
import { fieldsOf } from '../../src/frame/schema.ts'
import { type FunctionEntry, functionEntry } from '../../src/functions/entry.ts'
import * as faces from '../../src/functions/index.ts'
import type { Parameter } from '../../src/functions/parameter.ts'
import type { DataFrame } from '../../src/index.ts'
import * as api from '../../src/index.ts'
import { type SqlType, types } from '../../src/plan/type.ts'
import { offline, planOf } from '../compiler/support.ts'
import { Samples } from './samples.ts'
import { TEMPLATES } from './templates.ts'

/** One expression: `f` are the functions, `c` the frame of samples, `w` a window over its rows in order. */
export interface Call {
  /** The function or method that it is a sample of. */
  readonly of: string
  readonly text: string
  /** One value for all rows: it stands in `agg`. */
  readonly aggregate: boolean
  /** What analysis finds. */
  readonly type: SqlType
  readonly nullable: boolean
}

const FIELDS = fieldsOf(Samples) ?? []
/** Columns that can be NULL stand for themselves; of equals one is enough where two kinds meet. */
const KINDS = FIELDS.map(({ name }) => name).filter((name) => name !== 'id' && !name.endsWith('N'))
const ALIKE = new Set(['byte', 'short', 'float', 'lists', 'pairs'])
/** What may be an argument; behind the first, without those that are like another. */
const ARGUMENTS = FIELDS.filter(({ name }) => name !== 'id' && !ALIKE.has(name.slice(0, -1)))
const FURTHER = ARGUMENTS.filter(({ name }) => !ALIKE.has(name))
const frame = offline.postgres.table('samples', Samples)

/** What is written into the program where a parameter wants it, by its words. */
const WRITTEN: Readonly<Record<string, string>> = {
  'a share from 0 to 1': '0.5', 'a unit': "'month'", 'a pattern': "'yyyy-MM-dd HH:mm:ss'", 'a day of the week': "'Mon'", 'a time zone': "'Europe/Berlin'",
  'names of fields': `'["a"]'`, 'a number of digits': '1', 'a key': "'q'", 'a path': "'$.a[0]'", 'a name': "'a'", 'the name of a field': "'a'", 'a schema': "'struct<a:int,b:array<string>>'",
} // biome-ignore format: one glance
const OTHER_WRITTEN = ["'#,##0.00'", "'9,999.99'", "'yyyy-MM-dd'", "'hex'", "'%s'", "'%d'", "'(a)(b)'", '1', 'false']

/** What may stand for a parameter; analysis decides among them. */
function candidates(parameter: Parameter, columnsOf = FURTHER): readonly string[] {
  if (parameter.words) return [`'${parameter.words[0]}'`]
  const example = WRITTEN[parameter.what]
  if (example !== undefined) return [example]
  if (parameter.written) return OTHER_WRITTEN
  const columns = columnsOf.filter(({ type }) => parameter.accepts(type)).map(({ name }) => `c.${name}`)
  if (!parameter.value) return columns
  const literals = [
    parameter.accepts(types.long) ? '2' : [],
    parameter.accepts(types.string) ? "'a'" : [],
    parameter.accepts(types.double) ? '0.5' : [],
    parameter.accepts(types.boolean) ? 'true' : [],
  ].flat()
  return [...columns, ...literals]
}

/** The column that a text makes of a frame of samples. */
export function evaluate(text: string, samples: { readonly id: unknown }): unknown {
  const make = new Function('f', 'c', 'w', `'use strict'; return ${text}`) as (...given: unknown[]) => unknown
  return make(api, samples, api.Window.orderBy(samples.id as never))
}

/** Samples with such columns, or of such aggregates. */
export function frameWith(
  columns: Readonly<Record<string, unknown>>,
  aggregate: boolean,
  samples = frame,
): Pick<DataFrame, 'collect' | 'toSQL'> {
  if (aggregate) return samples.agg(columns as never)
  const named = Object.entries(columns).map(([name, column]) => (column as { as(name: string): unknown }).as(name))
  return samples.select(...(named as never[]))
}

/** The call among rows or, where it can only stand there, among groups; undefined where analysis refuses it. */
function analysed(of: string, text: string): Call | undefined {
  for (const aggregate of [false, true]) {
    try {
      const { outputs } = planOf(frameWith({ x: evaluate(text, frame) }, aggregate))
      const found = outputs.find(({ name }) => name === 'x')
      if (found) return { of, text, aggregate, type: found.type, nullable: found.nullable }
    } catch {}
  }
  return undefined
}

/** Lists of arguments that begin so, the shortest first. */
function* lists(parameters: readonly Parameter[], begin: readonly string[]): Generator<readonly string[]> {
  const [next, ...others] = parameters.slice(begin.length)
  if (!next || next.optional) yield begin
  if (!next) return
  for (const one of candidates(next)) {
    if (others.length === 0) yield [...begin, one]
    else yield* lists(parameters, [...begin, one])
  }
}

const MOST_TRIED = 600

function callsOf(name: string, { parameters, kind }: FunctionEntry): readonly Call[] {
  const found = new Map<string, Call>()
  const attempt = (args: readonly string[]): boolean => {
    const text = `f.${name}(${args.join(', ')})${kind === 'window' ? '.over(w)' : ''}`
    if (found.has(text)) return true
    const call = analysed(name, text)
    if (call) found.set(text, call)
    return call !== undefined
  }
  const first = parameters[0]
  const heads = first ? candidates(first, ARGUMENTS).map((one) => [one]) : [[]]
  let longest: readonly string[] = []
  for (const head of heads) {
    let tried = 0
    for (const args of lists(parameters, head)) {
      tried += 1
      if (tried > MOST_TRIED) break
      // The shortest call of each head, and for the first head one with all arguments.
      if (attempt(args) && (longest.length > 0 || args.length === parameters.length)) {
        if (args.length > longest.length) longest = args
        break
      }
    }
  }
  if (longest.length === 0 && found.size > 0) longest = heads[0] as readonly string[]
  for (const [at, parameter] of parameters.entries())
    if (at > 0 && at < longest.length)
      for (const one of candidates(parameter)) attempt(longest.map((arg, index) => (index === at ? one : arg)))
  return [...found.values()]
}

/** A template's text with every kind of column for each `$`; then with each column in turn one that can be NULL. */
function callsLike(of: string, template: string): readonly Call[] {
  const parts = template.split('$')
  const kinds = parts.length > 2 ? KINDS.filter((kind) => !ALIKE.has(kind)) : KINDS
  const texts = parts.reduce<readonly string[]>(
    (made, part, index) =>
      index === 0 ? [part] : made.flatMap((text) => kinds.map((kind) => `${text}c.${kind}${part}`)),
    [],
  )
  return texts.flatMap((text) => {
    const call = analysed(of, text)
    if (!call) return []
    const nullable = [...text.matchAll(/\bc\.(\w+)/g)].flatMap((match) => {
      const end = match.index + match[0].length
      return analysed(of, `${text.slice(0, end)}N${text.slice(end)}`) ?? []
    })
    return [call, ...nullable]
  })
}

/** What is known of a function, or of another that it is another name of. */
function entryOf(name: string): FunctionEntry | undefined {
  const alike = Object.entries(faces).filter(([, face]) => face === Reflect.get(faces, name))
  return [name, ...alike.map(([other]) => other)].map(functionEntry).find((entry) => entry !== undefined)
}

/** Every sample. What no template tells follows from what the function takes. */
export function allCalls(): readonly Call[] {
  const told = Object.entries(TEMPLATES).flatMap(([of, templates]) => {
    // Templates of one name meet in some of their texts.
    const byText = new Map(templates.flatMap((one) => callsLike(of, one)).map((call) => [call.text, call]))
    return [...byText.values()]
  })
  const others = Object.keys(faces)
    .filter((name) => !(name in TEMPLATES))
    .flatMap((name) => {
      const entry = entryOf(name)
      return entry ? callsOf(name, entry) : []
    })
  return [...told, ...others]
}
