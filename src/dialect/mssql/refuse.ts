import { type Spelling, unsupported } from '../spelling.ts'

/** A function that SQL Server cannot give with the same answer. */
export const refuse = (feature: string, alternative: string): Spelling =>
  unsupported(feature, 'SQL Server', alternative)
