import type { Section } from './section.ts'

/** In the order in which they are asked. */
export const SECTIONS: readonly Section[] = []
