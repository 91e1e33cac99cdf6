import type { SqlType } from '../../../plan/type.ts'
import type { ArrayType } from '../../array-casts.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { LONGEST } from '../../nested.ts'
import { type SpelledCall, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { arrayOf, asElement, comparable, inOrder, itemsOf, lengthOf, raise } from '../arrays.ts'
import { postgresType, typed } from '../casts.ts'
import { fromJson, getItem, jsonOf } from '../items.ts'
import { postgresOnce } from '../once.ts'

/** Types of an array, and of a value beside it. */
const typesIn = ({ types: [array] }: SpelledCall): { type: ArrayType; element: SqlType } => {
  const type = array as ArrayType
  return { type, element: type.element }
}

/** A call that looks for its second argument among the elements of its first. */
const among =
  (fn: string, template: (items: string) => string): Spelling =>
  (args, call) => {
    const { type } = typesIn(call)
    comparable(type, fn)
    return postgresOnce(template(itemsOf('$1', type)), args)
  }

const array: Spelling = (args, { type }) => {
  const json = jsonOf(type)
  if (!json) return typed(fill('array[$*]', args), postgresType(type))
  return fill(
    `${json}_build_array($*)`,
    args.map((arg) => asElement(arg, type as ArrayType)),
  )
}

const arrayRepeat: Spelling = ([value, count], { type }) => {
  const from = 'generate_series(1, $2) as items(place)'
  return postgresOnce(
    `case when $2 > ${LONGEST} then ${raise("'arrayRepeat: too many elements: ' || $2", type)} when $2 is not null then ${arrayOf(type, from, { item: '$1' })} end`,
    [asElement(value as Fragment, type as ArrayType), count as Fragment],
  )
}

const sequence: Spelling = (args, { type }) => {
  const { element } = type as ArrayType
  const known = args.map((_, index) => `$${index + 1} is not null`).join(' and ')
  if (element.kind === 'date' || element.kind === 'timestamp') {
    const days = "$1::timestamp, $2::timestamp, case when $1 <= $2 then interval '1 day' else interval '-1 day' end"
    return postgresOnce(`case when ${known} then array(select generate_series(${days})::${element.kind}) end`, args)
  }
  const tooLong = (count: string) =>
    `when ${count} > ${LONGEST} then ${raise("'sequence: too many numbers from ' || $1 || ' to ' || $2", type)}`
  const numbers = (step: string) =>
    `when ${known} then array(select generate_series($1, $2, ${step})::${postgresType(element)}) end`
  if (args.length < 3)
    return postgresOnce(
      `case ${tooLong('abs($2::numeric - $1)')} ${numbers('case when $1 <= $2 then 1 else -1 end')}`,
      args,
    )
  const astray = '($3 > 0 and $1 > $2) or ($3 < 0 and $1 < $2) or ($3 = 0 and $1 <> $2)'
  return postgresOnce(
    `case when ${astray} then ${raise("'sequence: no step ' || $3 || ' leads from ' || $1 || ' to ' || $2", type)} ${tooLong('($2::numeric - $1) / nullif($3, 0)')} ${numbers('case when $3 = 0 then 1 else $3 end')}`,
    args,
  )
}

const size: Spelling = (args, { types: [type] }) =>
  type?.kind === 'map'
    ? postgresOnce('case when $1 is not null then (select count(*)::int from json_object_keys($1::json)) end', args)
    : fill(lengthOf('$1', type as SqlType), args)

const NULLS_AMONG = 'count(*) > count(item)'

const arraysOverlap: Spelling = (args, call) => {
  const { type } = typesIn(call)
  comparable(type, 'arraysOverlap')
  const [left, right] = [itemsOf('$1', type), itemsOf('$2', type)]
  const nulls = (items: string) => `(select ${NULLS_AMONG} from ${items})`
  return postgresOnce(
    [
      'case when $1 is null or $2 is null then null',
      `when exists(select item from ${left} where item is not null intersect select item from ${right}) then true`,
      `when ${lengthOf('$1', type)} > 0 and ${lengthOf('$2', type)} > 0 and (${nulls(left)} or ${nulls(right)}) then null`,
      'else false end',
    ].join(' '),
    args,
  )
}

const extreme =
  (direction: 'asc' | 'desc'): Spelling =>
  (args, call) => {
    const { type, element } = typesIn(call)
    return fill(
      `(select item from ${itemsOf('$1', type)} where item is not null order by ${inOrder('item', element)} ${direction} limit 1)`,
      args,
    )
  }

const arrayJoin: Spelling = (args, { literals }) => {
  const joined = `array_to_string(${args.map((_, index) => `$${index + 1}`).join(', ')})`
  return args.length < 3 || typeof literals[2] === 'string'
    ? fill(joined, args)
    : postgresOnce(`case when $3 is not null then ${joined} end`, args)
}

/** The element at a place, from 1, that an expression gives. */
function itemAt(place: (length: string) => string, args: readonly Fragment[], { type, types }: SpelledCall): Fragment {
  const from = types[0] as SqlType
  const at = place(lengthOf('$1', from))
  // PostgreSQL's arrays may begin anywhere: a slice of everything begins at 1.
  const json = jsonOf(from)
  if (!json) return postgresOnce(`(($1)[:])[(${at})::int]`, args)
  return postgresOnce(fromJson(fragment(`($1 -> (${at})::int - 1)`), type).sql, args)
}

const elementAt =
  (fn: 'elementAt' | 'tryElementAt'): Spelling =>
  (args, call) => {
    if (call.types[0]?.kind === 'map') return spell(getItem, args, call)
    const none = (length: string) => `('elementAt: no element ' || $2 || ' in an array of ' || ${length})::int`
    const zero = (length: string) => `('${fn}: there is no place ' || $2 || ' in an array of ' || ${length})::int`
    return itemAt(
      (length) =>
        `case when $2 > 0 and $2 <= ${length} then $2 when $2 < 0 and $2 >= -${length} then ${length} + $2 + 1 when $2 = 0 then ${zero(length)}${fn === 'elementAt' ? ` else ${none(length)}` : ''} end`,
      args,
      call,
    )
  }

export const arraySpellings: SpellingsOf<'array'> = {
  array,
  arrayRepeat,
  sequence,
  size,
  arrayContains: among('arrayContains', () => 'case when $2 is not null then $2 = any($1) end'),
  arrayPosition: among(
    'arrayPosition',
    (items) =>
      `case when $1 is not null and $2 is not null then coalesce((select min(place) from ${items} where item = $2), 0) end`,
  ),
  arraysOverlap,
  arrayMax: extreme('desc'),
  arrayMin: extreme('asc'),
  arrayJoin,
  elementAt: elementAt('elementAt'),
  tryElementAt: elementAt('tryElementAt'),
  get: (args, call) => itemAt((length) => `case when $2 >= 0 and $2 < ${length} then $2 + 1 end`, args, call),
}
