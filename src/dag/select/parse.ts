import { UsageError } from '../../errors/index.ts'

/** One selector: `2+tag:nightly+`, `@sales.daily`. Depths are Infinity where no number stands before or after the plus. */
export interface Atom {
  /** As written, for messages. */
  readonly text: string
  readonly method: string | undefined
  readonly value: string
  /** How many levels of parents come along; 0: none. */
  readonly parents: number
  readonly children: number
  /** `@`: the descendants and all that they need. */
  readonly closure: boolean
}

/** An intersection of atoms; a selection is the union of these. */
export type Intersection = readonly Atom[]

const ATOM =
  /^(?<closure>@)?(?:(?<parents>\d*)\+)?(?:(?<method>[A-Za-z_][\w.]*):)?(?<value>.*?)(?:\+(?<children>\d*))?$/s

/**
 * Reads selectors: `union = inter (space inter)*`, `inter = atom ("," atom)*`,
 * `atom = "@" [method ":"] value | [[n] "+"] [method ":"] value ["+" [n]]`.
 *
 * @param texts each as one `--select` gave it; all are united.
 * @throws UsageError for `@` with `+` after the name.
 */
export function parseSelection(texts: readonly string[]): readonly Intersection[] {
  return texts
    .flatMap((text) => text.split(/\s+/))
    .filter((text) => text !== '')
    .map((text) => text.split(',').map((part) => parseAtom(part, text)))
}

function parseAtom(text: string, within: string): Atom {
  const groups = ATOM.exec(text)?.groups ?? {}
  const value = groups.value ?? ''
  const closure = groups.closure !== undefined
  if (closure && groups.children !== undefined) {
    throw new UsageError(`"${text}": @ and + do not go together`, {
      hint: `@${value} takes children and all their parents already`,
    })
  }
  return {
    // Nothing, as beside a stray comma, matches nothing: the whole intersection is what can be told of it.
    text: value === '' ? within : text,
    method: groups.method,
    value,
    parents: closure ? 0 : depth(groups.parents),
    children: depth(groups.children),
    closure,
  }
}

function depth(digits: string | undefined): number {
  if (digits === undefined) return 0
  return digits === '' ? Number.POSITIVE_INFINITY : Number(digits)
}
