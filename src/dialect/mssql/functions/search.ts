import { type Fragment, fill, RANK } from '../../fragment.ts'
import { byType, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { refuse } from '../refuse.ts'
import { byCodePoint, ofText } from '../text.ts'

const isSome = (known: unknown): boolean => typeof known === 'string' && known !== ''

const instr = byType(({ literals }) =>
  ofText(
    isSome(literals[1])
      ? 'charindex($2, $1)'
      : // Nothing is found at once.
        'case when datalength($2) = 0 and $1 is not null then 1 else charindex($2, $1) end',
  ),
)

const locate: Spelling = ([search, text, from], call) => {
  const [known, , start] = call.literals
  if (!from) return spell(instr, [text, search] as Fragment[], { ...call, literals: [undefined, known] })
  const found = 'charindex($2, $1, $3)'
  const plain = isSome(known) && typeof start === 'number' && start > 0
  return fill(
    plain
      ? found
      : `case when $3 is null or $3 < 1 then 0 when datalength($2) = 0 and $1 is not null then 1 else ${found} end`,
    [byCodePoint(text as Fragment), search as Fragment, from],
  )
}

/** The nth part by a sign: its rows are numbered. Names of columns would mean theirs inside of the query. */
const splitPart: Spelling = (args, call) => {
  const [, sign, n] = call.literals
  if (typeof sign !== 'string' || sign.length !== 1 || typeof n !== 'number' || n < 1)
    return spell(refuse('splitPart by several signs, or from the end', 'use substring and instr'), args, call)
  return spell(
    ofText(
      "case when $1 is not null then coalesce((select value from string_split($1, $2, 1) where ordinal = $3), N'') end",
    ),
    args,
    call,
  )
}

export const searchSpellings: SpellingsOf<'search'> = {
  instr,
  locate,
  // As many commas as stand before it in `,list,` is its place: two bytes each.
  findInSet: ([word, list]) =>
    fill(
      "case when $1 is not null and $2 is not null then case when charindex(N',', $1) > 0 then 0 else cast(datalength($3) - datalength(replace($3, N',', N'')) as int) / 2 end end",
      [
        word as Fragment,
        list as Fragment,
        fill("left($2, charindex(N',' + $1 + N',', $2))", [
          word as Fragment,
          byCodePoint(fill("(N',' + $1 + N',')", [list as Fragment], RANK.atom)),
        ]),
      ],
    ),
  splitPart,
  substringIndex: refuse('substringIndex', 'use substring and instr'),
  levenshtein: refuse('levenshtein', 'compare the texts in the program that reads them'),
  soundex: refuse('soundex', 'compute the codes in the program that writes the rows'),
}
