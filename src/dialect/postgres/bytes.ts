import { fill } from '../fragment.ts'
import type { Spelling } from '../spelling.ts'

/** A function of bytes; a text stands for those of its UTF-8. */
export const ofBytes =
  (template: string): Spelling =>
  (args, { types }) =>
    fill(template, [...(types[0]?.kind === 'string' ? [fill("convert_to($1, 'UTF8')", args)] : args)])
