/** Casts that Spark makes by itself and Millrace asks to be written. */
import { OPERATORS, PREFIXES } from '../missing.ts'
import { expressionsOf } from '../program.ts'
import { type Deviation, type DeviationCase, ourError } from './rule.ts'

const NUMBERS = /^(byte|short|int|long|float|double|decimal.*)$/

/** The kind of a type, as far as nothing is cast between kinds. */
function kindOf(type: string): string {
  if (NUMBERS.test(type)) return 'number'
  return type === 'timestamp' ? 'date' : type
}
const CAST_KINDS = new Set(['number', 'string', 'boolean', 'date'])

/** What our functions are called where the program has operators, verbs and methods. */
function holds({ program }: DeviationCase, ours: string): boolean {
  const verbs: Readonly<Record<string, readonly string[]>> = {
    union: ['union', 'unionByName', 'intersect', 'intersectAll', 'except', 'exceptAll'],
    unpivot: ['unpivot'],
    join: ['join'],
    // A pivot compares its column with its values.
    eq: ['pivot'],
  }
  if (verbs[ours] && program.steps.some(({ op }) => verbs[ours]?.includes(op))) return true
  const plain = (name: string) => name.replaceAll('_', '').toLowerCase()
  for (const node of expressionsOf(program)) {
    if ('fn' in node && plain(node.fn) === plain(ours)) return true
    if ('method' in node && plain(node.method) === plain(ours)) return true
    if ('case' in node && ours === 'when') return true
    if ('op' in node && (OPERATORS[node.op] ?? PREFIXES[node.op]) === ours) return true
  }
  return false
}

/** Which kinds a parameter takes, by the words of its error. */
const WANTED: Readonly<Record<string, string>> = {
  'a string': 'string',
  'a number': 'number',
  'a whole number': 'number',
  'a boolean': 'boolean',
  'a date or timestamp': 'date',
}

export const typeDeviations: readonly Deviation[] = [
  {
    name: 'nothing is cast silently',
    reason:
      '§2.13: "† Between string and number, boolean or date nothing is cast silently, in comparisons, arithmetic, `coalesce`, `when`, unions and unpivot alike: an error that shows the cast to write"',
    applies: (one) => {
      const error = ourError(one, 'TypeMismatch')
      const [, where = '', a = '', b = ''] =
        /^(\w+)\b.*?: (\S+) and (\S+) do not meet$/.exec(error?.message ?? '') ?? []
      const kinds = [kindOf(a), kindOf(b)]
      const apart = kinds[0] !== kinds[1] && kinds.every((kind) => CAST_KINDS.has(kind))
      return apart && holds(one, where)
    },
  },
  {
    name: 'a function takes the types of its signature',
    reason:
      '§2.13: "A function takes the types that its signature names: others are an error too. … † Date minus date is an error that names `datediff`"',
    applies: (one) => {
      const error = ourError(one, 'TypeMismatch')
      const found = /^(\w+) takes (.+) as argument \d+, not a (\S+)$/.exec(error?.message ?? '')
      const wanted = WANTED[found?.[2] ?? '']
      const given = kindOf(found?.[3] ?? '')
      return wanted !== undefined && CAST_KINDS.has(given) && wanted !== given && holds(one, found?.[1] ?? '')
    },
  },
]
