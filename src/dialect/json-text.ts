/** Keys in PostgreSQL's order of jsonb: shorter first, then by their bytes. */
function byLength(a: string, b: string): number {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length - right.length || Buffer.compare(left, right)
}

/** A document as PostgreSQL prints its jsonb: one text for one meaning, on both engines. */
export function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const document = value as Readonly<Record<string, unknown>>
  const members = Object.keys(document)
    .sort(byLength)
    .map((key) => `${JSON.stringify(key)}: ${jsonText(document[key])}`)
  return `{${members.join(', ')}}`
}
