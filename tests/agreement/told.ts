/** What a static type tells of its values, as words that a declaration file prints: `"number" | "null"`. */
import type { AnyRow, Decimal, SqlDate } from '../../src/index.ts'
import type { SqlType } from '../../src/plan/type.ts'

type IsAny<V> = 0 extends 1 & V ? true : false

/** One word for each kind of value that V may be. */
export type Told<V> =
  IsAny<V> extends true
    ? 'any'
    : unknown extends V
      ? 'any'
      : V extends null
        ? 'null'
        : V extends SqlDate
          ? 'date'
          : V extends Decimal
            ? 'decimal'
            : V extends string
              ? 'string'
              : V extends number | bigint
                ? 'number'
                : V extends boolean
                  ? 'boolean'
                  : V extends Date
                    ? 'timestamp'
                    : V extends Uint8Array
                      ? 'binary'
                      : V extends readonly (infer E)[]
                        ? `array<${Told<E>}>`
                        : V extends ReadonlyMap<infer K, infer E>
                          ? `map<${Told<K>},${Told<E>}>`
                          : V extends AnyRow
                            ? 'struct'
                            : 'something else'

/** The word for the values of a SQL type, and for those of a type within others. */
export function wordOf(type: SqlType): string {
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
    case 'float':
    case 'double':
      return 'number'
    case 'array':
      return `array<${wordOf(type.element)}>`
    case 'map':
      return `map<${wordOf(type.key)},${wordOf(type.value)}>`
    case 'json':
    case 'unknown':
      return 'any'
    case 'void':
      return 'null'
    default:
      return type.kind
  }
}

/** The words of a printed type. */
export const wordsIn = (printed: string): readonly string[] =>
  [...printed.matchAll(/"([^"]*)"/g)].map(([, word]) => word as string)

/** Numbers meet decimals, and dates timestamps: only the SQL types tell what they become. */
const kin = (word: string): string => word.replaceAll('decimal', 'number').replaceAll('date', 'timestamp')
/** Every element may be NULL, whatever the elements are. */
const ofNulls = (word: string): boolean => /[<,]null/.test(word)
/** The static type tells nothing: of documents, structs, and what is in them. */
export const isVague = (words: readonly string[]): boolean => words.some((word) => /\bany\b/.test(word))

export interface Column {
  readonly type: SqlType
  readonly nullable: boolean
}

/** How a static type and the analysed column disagree; undefined where every value of the column is one of the static type. */
export function disagreement(words: readonly string[], { type, nullable }: Column): string | undefined {
  if (isVague(words)) return undefined
  if (nullable && !words.includes('null')) return 'NULL can come, and the static type has none'
  const word = wordOf(type)
  const others = words.filter((one) => one !== 'null' && !ofNulls(one))
  if (word === 'null') return others.length === 0 ? undefined : `nothing but NULL can come, not ${others.join(' | ')}`
  if (!others.includes(word)) return `${word} comes, not ${others.join(' | ')}`
  const strange = others.find((one) => kin(one) !== kin(word))
  return strange && `${word} comes, and never ${strange}`
}
