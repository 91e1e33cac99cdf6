/** Names that a file of row types uses for other things. */
const TAKEN = ['AnyRow', 'Date', 'Decimal', 'ReadonlyMap', 'SqlDate', 'Tables', 'Uint8Array']

/**
 * What the row types of tables are called, by the names of the tables: `order_items` gives `OrderItems`, and
 * `sales.orders` `SalesOrders`. Where several would have one name, all but the first get a number.
 *
 * @param tables in the order in which names are given away
 */
export function rowTypeNames(tables: readonly string[]): ReadonlyMap<string, string> {
  const given = new Set<string>()
  return new Map(
    tables.map((table) => {
      const pascal = pascalCase(table)
      const name = TAKEN.includes(pascal) ? `${pascal}Row` : pascal
      let free = name
      for (let number = 2; given.has(free); number += 1) free = `${name}${number}`
      given.add(free)
      return [table, free]
    }),
  )
}

function pascalCase(table: string): string {
  const words = table.match(/\p{ID_Continue}+/gu) ?? []
  const name = words
    .flatMap((word) => word.split('_'))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
  return /^\p{ID_Start}/u.test(name) ? name : `Table${name}`
}
