/** Every function that users call. Loading this file makes all of them known to the registry. */
import './operators.ts'

export * from './aggregate.ts'
export * from './characters.ts'
export * from './conditional.ts'
export * from './date.ts'
export * from './format.ts'
export * from './math.ts'
export * from './search.ts'
export * from './string.ts'
export * from './trigonometry.ts'
export * from './window.ts'
