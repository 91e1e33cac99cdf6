import { isBuiltin } from 'node:module'
import type { Bundle } from './bundle.ts'

/** Built-in modules that ask nobody. */
const PURE_MODULES = ['assert', 'path', 'url', 'util']

/** What every script finds, and what gives the same every time. What is none of these asks: `Date`, `process`, `eval` … */
const PURE_GLOBALS = [
  'Object',
  'Array',
  'String',
  'Number',
  'Boolean',
  'BigInt',
  'Symbol',
  'Math',
  'JSON',
  'Reflect',
  'Proxy',
  'Promise',
  'RegExp',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Iterator',
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'ArrayBuffer',
  'DataView',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float16Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'Buffer',
  'undefined',
  'NaN',
  'Infinity',
  'isNaN',
  'isFinite',
  'parseInt',
  'parseFloat',
  'escape',
  'unescape',
  'atob',
  'btoa',
  'encodeURI',
  'encodeURIComponent',
  'decodeURI',
  'decodeURIComponent',
  'structuredClone',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'console',
]

/** Of CommonJS, where they are no properties of anything. */
const OF_COMMON_JS = ['require', 'module', 'exports', '__filename', '__dirname']

const asking = [...Object.getOwnPropertyNames(globalThis), ...OF_COMMON_JS].filter(
  (name) => /^[A-Za-z_$][\w$]*$/.test(name) && !PURE_GLOBALS.includes(name),
)

/**
 * A name that asks, but as a property of something else or as a text of its own: nothing but a name stands alone before
 * a quote. Of spread values the name is none of a property.
 */
const GLOBAL = new RegExp(`(?:^|[^.\\w$]|\\.\\.\\.)(?:${asking.join('|').replaceAll('$', '\\$')})(?![\\w$"'])`)

/** Properties that ask: chance, the machine's language, the way to code made of text. */
const PROPERTY = /\b(?:random|toLocale\w+|localeCompare|getTimezoneOffset|import\s*\.\s*meta)\b|\.\s*constructor\b/

/** An import of what only the run knows. */
const UNKNOWN_IMPORT = /\bimport\s*\(\s*(?!["'\s])/

/**
 * Whether the models are what their files say: they ask neither machine nor clock nor chance, nor any package but
 * Millrace. Where in doubt they are not: a column that is called like a global may be taken for it.
 */
export function isSelfContained({ code, packages }: Pick<Bundle, 'code' | 'packages'>): boolean {
  const asksNobody = packages.every((path) => {
    const [name = '', ...below] = path.replace(/^node:/, '').split('/')
    return isBuiltin(path) ? PURE_MODULES.includes(name) : name === 'millrace' && !below.includes('testing')
  })
  if (!asksNobody) return false
  const text = withoutMap(code)
  return ![GLOBAL, PROPERTY, UNKNOWN_IMPORT].some((asks) => asks.test(text))
}

function withoutMap(code: Uint8Array): string {
  const text = Buffer.from(code).toString()
  const map = text.lastIndexOf('//# sourceMappingURL=')
  return map < 0 ? text : text.slice(0, map)
}
