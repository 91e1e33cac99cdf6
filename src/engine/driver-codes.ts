/**
 * What a driver's own code says of trying again: also of errors of plain Knex code, which nobody translates. Codes that
 * are no database's (`ECONNRESET`) count as passing.
 */
export function isTransientCode(code: string): boolean {
  if (code.startsWith('SQLITE_')) return /^SQLITE_(BUSY|LOCKED)/.test(code)
  // SQLSTATE: serialisation and deadlock, lost connections, servers going down or full.
  if (/^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)) return /^(40|08|53|57P)/.test(code)
  return true
}
