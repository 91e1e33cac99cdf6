/** What a match is replaced with, as Java writes it: `$1`, `${name}`, and a backslash before a character that is itself. */
import { InvalidArgument } from '../../errors/index.ts'
import type { ParsedPattern } from './pattern.ts'

/** Text, and numbers of groups. */
export type Replacement = readonly (string | number)[]

/** @throws InvalidArgument for a group that the pattern does not have. */
export function parseReplacement(text: string, pattern: ParsedPattern, fn: string): Replacement {
  const parts: (string | number)[] = []
  let plain = ''
  const bad = (why: string) => new InvalidArgument(`${fn}: the replacement ${JSON.stringify(text)} ${why}`)
  const group = (index: number) => {
    if (plain !== '') parts.push(plain)
    plain = ''
    parts.push(index)
  }
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] as string
    if (one === '\\') {
      at += 1
      if (at >= text.length) throw bad('ends in a backslash')
      plain += text[at]
      continue
    }
    if (one !== '$') {
      plain += one
      continue
    }
    const [all = '', digits, name] = /^\$(?:(\d+)|\{([a-zA-Z][a-zA-Z0-9]*)\})/.exec(text.slice(at)) ?? []
    if (all === '') throw bad('has a $ with no group behind it: \\$ is the sign itself')
    if (name !== undefined) {
      const index = pattern.names.get(name)
      if (index === undefined) throw bad(`asks for a group ${name}, which the pattern does not have`)
      group(index)
      at += all.length - 1
      continue
    }
    // As many digits as make the number of a group.
    let index = Number(digits?.[0])
    let taken = 1
    while (taken < (digits?.length ?? 0) && index * 10 + Number(digits?.[taken]) <= pattern.groups) {
      index = index * 10 + Number(digits?.[taken])
      taken += 1
    }
    if (index > pattern.groups) throw bad(`asks for a group ${index}: the pattern has ${pattern.groups}`)
    group(index)
    at += taken
  }
  if (plain !== '') parts.push(plain)
  return parts
}
