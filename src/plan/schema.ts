import type { SqlType } from './type.ts'

/** One column of a table or frame. */
export interface Field {
  readonly name: string
  readonly type: SqlType
  readonly nullable: boolean
}

/** The columns of a table or frame, in order. */
export type Fields = readonly Field[]
