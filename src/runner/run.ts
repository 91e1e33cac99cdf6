import type { RunReport } from './events.ts'
import type { RunOptions } from './options.ts'

export type { RunOptions } from './options.ts'

export type Run = (options: RunOptions) => Promise<RunReport>
