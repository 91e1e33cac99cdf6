/** Paths into JSON: `$.items[0].name`, `$['a b']`, `$.items[*].name`. */

export type PathStep =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'place'; readonly place: number }
  /** Every element of an array. */
  | { readonly kind: 'each' }

const STEPS =
  /\s*(?:(?<any>\.\s*\*|\['\*'\])|\.\s*(?<name>[^.[]+)|\[\s*'(?<quoted>[^'?]+)'\s*\]|\[\s*(?:(?<each>\*)|(?<place>\d+))\s*\])/y

/** The steps of a path; undefined for one that finds nothing in any document. */
export function parsePath(path: string): readonly PathStep[] | undefined {
  const start = /^\s*\$/.exec(path)
  if (!start) return undefined
  const steps: PathStep[] = []
  for (let at = start[0].length; path.slice(at).trim() !== ''; at = STEPS.lastIndex) {
    STEPS.lastIndex = at
    const { any, name, quoted, each, place } = STEPS.exec(path)?.groups ?? {}
    if (any !== undefined) return undefined
    if (name !== undefined || quoted !== undefined) steps.push({ kind: 'name', name: (name ?? quoted) as string })
    else if (place !== undefined) steps.push({ kind: 'place', place: Number(place) })
    else if (each !== undefined) steps.push({ kind: 'each' })
    else return undefined
  }
  return steps
}
