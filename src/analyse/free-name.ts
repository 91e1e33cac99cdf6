/**
 * A name for a column of our own beside columns of the user's: `_order_1`, `_order_2` … Adds it to `taken`. Names that
 * differ in case alone are one name to some engines.
 */
export function freeName(stem: string, taken: Set<string>): string {
  const folded = new Set([...taken].map((name) => name.toLowerCase()))
  let number = 1
  while (folded.has(`${stem}_${number}`.toLowerCase())) number += 1
  const name = `${stem}_${number}`
  taken.add(name)
  return name
}
