/** What a regular expression says, apart from how an engine writes it. */
import type { Characters } from './characters.ts'

export type Pattern =
  | { readonly kind: 'set'; readonly characters: Characters }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | { readonly kind: 'group'; readonly index: number; readonly inner: Pattern }
  | {
      readonly kind: 'repeat'
      readonly inner: Pattern
      readonly min: number
      readonly max: number
      readonly lazy: boolean
    }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negative: boolean; readonly inner: Pattern }
  | { readonly kind: 'anchor'; readonly at: Anchor }

/** `end` is Java's `$`: before a line end that is the text's last, too; `last` is the very end. */
export type Anchor = 'start' | 'end' | 'last' | 'boundary' | 'notBoundary'

export interface ParsedPattern {
  readonly source: string
  readonly pattern: Pattern
  /** Number of capturing groups. */
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
}
