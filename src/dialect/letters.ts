/** Kinds of characters as SQL's regular expressions know none: by Unicode, in the first plane, as ranges. */

/** All characters of the first plane with a property, as what stands between the brackets of a class. */
function classOf(property: string): string {
  const wanted = new RegExp(`^\\p{${property}}$`, 'u')
  const ranges: [number, number][] = []
  for (let code = 0; code <= 0xffff; code += 1) {
    if ((code >= 0xd800 && code <= 0xdfff) || !wanted.test(String.fromCharCode(code))) continue
    const last = ranges.at(-1)
    if (last?.[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  return ranges
    .map(([from, to]) => (from === to ? '' : `${String.fromCharCode(from)}-`) + String.fromCharCode(to))
    .join('')
}

/** A value that is made when it is first asked for. */
function once(make: () => string): () => string {
  let made: string | undefined
  return () => {
    made ??= make()
    return made
  }
}

export const upperLetters = once(() => `[${classOf('Uppercase')}]`)
export const lowerLetters = once(() => `[${classOf('Lowercase')}]`)
export const digits = once(() => `[${classOf('Nd')}]`)
