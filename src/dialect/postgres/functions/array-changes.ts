import { zippedNames } from '../../../functions/items.ts'
import type { SqlType } from '../../../plan/type.ts'
import type { ArrayType } from '../../array-casts.ts'
import { type Fragment, fragment, written } from '../../fragment.ts'
import { LONGEST } from '../../nested.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { arrayOf, asElement, comparable, inOrder, itemsOf, lengthOf, raise } from '../arrays.ts'
import { elementRows, fromJson, intoJson, jsonOf } from '../items.ts'
import { postgresOnce } from '../once.ts'

/** A call of an array, and perhaps of one more value, which stands among its elements. */
const changed =
  (template: (type: ArrayType, items: string) => string): Spelling =>
  (args, { types: [array] }) => {
    const type = array as ArrayType
    const [list, value] = args
    const given = value ? [list as Fragment, asElement(value, type)] : [list as Fragment]
    return postgresOnce(template(type, itemsOf('$1', type)), given)
  }

/** JSON in whose objects the order counts cannot be put one behind the other. */
const extended = (native: string, jsonb: string, at: string): Spelling =>
  changed((type, items) => {
    const json = jsonOf(type)
    const whole = arrayOf(type, `(select item, place from ${items} union all select $2, ${at}) as items`)
    return `case when $1 is not null then ${json === 'json' ? whole : json ? jsonb : native} end`
  })

/** Both arrays' elements as one, the second's places behind all of the first. */
const BEYOND = LONGEST
export const bothOf = (type: SqlType): string =>
  `(select item, place from ${itemsOf('$1', type)} union all select item, place + ${BEYOND} from ${itemsOf('$2', type)}) as items`

/** Each element once, at its first place, where its places are such. */
const distinct = (from: string, having = ''): string =>
  `(select item, min(place) as place from ${from} group by item${having}) as items`

/** A set of the elements of two arrays. */
const combined =
  (fn: string, having = ''): Spelling =>
  (args, { types: [of] }) => {
    const type = of as ArrayType
    comparable(type, fn)
    const set = arrayOf(type, distinct(bothOf(type), having))
    return postgresOnce(`case when $1 is not null and $2 is not null then ${set} end`, args)
  }

const sorted = (order: (item: string) => string): Spelling =>
  changed(
    (type, items) =>
      `case when $1 is not null then ${arrayOf(type, items, { order: order(inOrder('item', type.element)) })} end`,
  )

const arrayInsert: Spelling = ([list, place, value], { types: [array] }) => {
  const type = array as ArrayType
  const length = lengthOf('$1', type)
  /** Before which of the old elements the new one comes. */
  const at = `case when $2 > 0 then $2 else ${length} + $2 + 2 end`
  const json = jsonOf(type)
  const nothing = json ? `null::${json}` : 'null'
  const from = [
    `(select item, place + case when place >= ${at} then 1 else 0 end as place from ${itemsOf('$1', type)}`,
    `select ${json ? `to_${json}($3)` : '$3'}, ${at}`,
    `select ${nothing}, generate_series(${length} + 1, ${at} - 1)`,
    `select ${nothing}, generate_series(${at} + 1, 1)) as items`,
  ].join(' union all ')
  return postgresOnce(
    `case when $1 is null or $2 is null then null when $2 = 0 then ${raise(`'arrayInsert: there is no place ' || $2 || ' in an array of ' || ${length}`, type)} else ${arrayOf(type, from)} end`,
    [list as Fragment, place as Fragment, asElement(value as Fragment, type)],
  )
}

const slice: Spelling = (args, { types: [type] }) => {
  const length = lengthOf('$1', type as SqlType)
  const start = `case when $2 > 0 then $2 else ${length} + $2 + 1 end`
  // From before the array there is nothing.
  const within = `where ${start} > 0 and place >= ${start} and place - ${start} < $3`
  return postgresOnce(
    [
      'case when $1 is null or $2 is null or $3 is null then null',
      `when $2 = 0 then ${raise(`'slice: there is no place ' || $2 || ' in an array of ' || ${length}`, type as SqlType)}`,
      `when $3 < 0 then ${raise(`'slice: no length ' || $3 || ' in an array of ' || ${length}`, type as SqlType)}`,
      `else ${arrayOf(type as SqlType, `${itemsOf('$1', type as SqlType)} ${within}`)} end`,
    ].join(' '),
    args,
  )
}

/** Arrays of arrays are JSON. */
const flatten: Spelling = (args, { type, types }) => {
  const inner = type as ArrayType
  const outer = types[0] as ArrayType
  const json = jsonOf(outer) as string
  const item = fromJson(fragment('inner_item'), inner.element)
  const from = `${elementRows('$1', outer)} with ordinality as items(item, place), ${json}_array_elements(item) with ordinality as inner_items(inner_item, inner_place)`
  const gap = `exists(select from ${itemsOf('$1', outer)} where item is null)`
  return postgresOnce(
    `case when $1 is null or ${gap} then null else ${arrayOf(type, from, { item: item.sql, order: 'place, inner_place' })} end`,
    args,
  )
}

/** Arrays of unequal lengths are taken apart side by side. */
const arraysZip: Spelling = ([, ...lists], { type, types, literals }) => {
  const names = zippedNames(literals[0])
  const into = jsonOf(type) as 'json' | 'jsonb'
  const listTypes = types.slice(1) as readonly ArrayType[]
  const rows = lists.map((_, index) => elementRows(`$${index + 1}`, listTypes[index] as SqlType)).join(', ')
  const items = lists.map((_, index) => `item${index + 1}`)
  const fields = items.map((item, index) => {
    const { element } = listTypes[index] as ArrayType
    return `${written(names[index] as string)}, ${intoJson(fragment(item), element, into).sql}`
  })
  const known = lists.map((_, index) => `$${index + 1} is not null`).join(' and ')
  return postgresOnce(
    `case when ${known} then coalesce((select ${into}_agg(${into}_build_object(${fields.join(', ')}) order by place) from rows from (${rows}) with ordinality as items(${items.join(', ')}, place)), '[]') end`,
    lists,
  )
}

export const arrayChangesSpellings: SpellingsOf<'arrayChanges'> = {
  arrayAppend: extended('array_append($1, $2)', '$1 || jsonb_build_array($2)', `${BEYOND}`),
  arrayPrepend: extended('array_prepend($2, $1)', 'jsonb_build_array($2) || $1', '0'),
  arrayInsert,
  arrayRemove: changed((type, items) => {
    comparable(type, 'arrayRemove')
    return `case when $1 is not null and $2 is not null then ${arrayOf(type, `${items} where item is distinct from $2`)} end`
  }),
  arrayCompact: changed(
    (type, items) => `case when $1 is not null then ${arrayOf(type, `${items} where item is not null`)} end`,
  ),
  arrayDistinct: changed((type, items) => {
    comparable(type, 'arrayDistinct')
    return `case when $1 is not null then ${arrayOf(type, distinct(items))} end`
  }),
  arrayUnion: combined('arrayUnion'),
  arrayIntersect: combined('arrayIntersect', ` having min(place) <= ${BEYOND} and max(place) > ${BEYOND}`),
  arrayExcept: combined('arrayExcept', ` having max(place) <= ${BEYOND}`),
  arraySort: sorted((item) => `${item} nulls last`),
  sortArray: ([list], call) =>
    spell(
      sorted((item) => (call.literals[1] === false ? `${item} desc nulls last` : `${item} nulls first`)),
      [list as Fragment],
      call,
    ),
  slice,
  flatten,
  arraysZip,
}
