import type { SqliteFunction } from './functions.ts'

const real = (name: string, fn: (...values: number[]) => number): SqliteFunction => ({
  name: `millrace_${name}`,
  options: { deterministic: true },
  fn: (...args) => {
    if (args.some((arg) => arg === null)) return null
    const value = fn(...args.map(Number))
    // SQLite has no NaN: it would become NULL anyway.
    return Number.isNaN(value) ? null : value
  },
})

/** Functions of doubles that SQLite lacks. */
export const realFunctions: readonly SqliteFunction[] = [
  real('cot', (x) => 1 / Math.tan(x)),
  real('sec', (x) => 1 / Math.cos(x)),
  real('csc', (x) => 1 / Math.sin(x)),
  // From 1e150 on a square has no room.
  real('asinh', (x) => (Math.abs(x) < 1e150 ? Math.log(x + Math.sqrt(x * x + 1)) : Math.asinh(x))),
  real('acosh', (x) => (x >= 1 && x < 1e150 ? Math.log(x + Math.sqrt(x * x - 1)) : Math.acosh(x))),
  real('hypot', Math.hypot),
  real('cbrt', Math.cbrt),
  real('expm1', Math.expm1),
  real('log1p', (x) => (x > -1 ? Math.log1p(x) : Number.NaN)),
  real('rint', (x) => {
    const below = Math.floor(x)
    const odd = below % 2 !== 0
    return x - below === 0.5 ? (odd ? below + 1 : below) : Math.round(x)
  }),
  // C has 1 where Java has NaN.
  real('pow', (base, exponent) => base ** exponent),
  real('log', (base, x) => (base > 0 && x > 0 ? Math.log(x) / Math.log(base) : Number.NaN)),
]
