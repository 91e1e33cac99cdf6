import type { TableName } from './engine.ts'

/** An identifier that survives whatever it is made of. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function quoteTable(name: TableName): string {
  return name.schema === undefined ? quote(name.name) : `${quote(name.schema)}.${quote(name.name)}`
}
