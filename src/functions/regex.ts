/**
 * Regular expressions, as Java reads them: classes, groups, quantifiers, lazy ones, anchors, `(?i)`. `\d`, `\w`, `\s` and
 * `\b` know ASCII alone; `.` stops at the end of a line.
 */
import type { Like, Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { columnArgument, toColumn, toExpression } from '../column/expression-column.ts'
import type { Text } from '../column/values.ts'
import { InvalidArgument } from '../errors/index.ts'
import { call } from '../plan/expression.ts'
import { type SqlType, types } from '../plan/type.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { integer, optional, text, value } from './parameter.ts'
import { checkRepetitions } from './regex/beginning.ts'
import { checkedPattern } from './regex/parse.ts'
import { parseReplacement } from './regex/replacement.ts'

type Texts = ColumnOf<Text | null>
/** A pattern from a column is read where the engine can read it as Java does: on SQLite. */
type PatternLike = string | Texts
type Searched<R> = <C extends Texts, P extends PatternLike>(text: C, pattern: P) => Result<C | P, R>
type Extracted<R> = <C extends Texts, P extends PatternLike>(text: C, pattern: P, group?: number) => Result<C | P, R>

/** A result's type, once a pattern that is written into the program has been read. */
const reading =
  (name: string, type: SqlType) =>
  ([, pattern, third]: readonly Argument[]): SqlType => {
    if (pattern?.literal === undefined || pattern.literal === null) return type
    const parsed = checkedPattern(pattern.literal, name)
    if (name !== 'rlike') checkRepetitions(parsed)
    if (name === 'regexpReplace' && typeof third?.literal === 'string') parseReplacement(third.literal, parsed, name)
    return type
  }

const searched = (name: string, type: SqlType) =>
  scalar(name, { takes: [text, value(text)], gives: reading(name, type) })

searched('rlike', types.boolean)

/** Whether the pattern is found anywhere in the text; the function form of `.rlike()`. @example rlike(c.code, '^[A-Z]+\\d') */
export const rlike = ((column: unknown, pattern: unknown) =>
  toColumn(call('rlike', [columnArgument(column, 'rlike'), toExpression(pattern, 'rlike')]))) as Searched<boolean>
/** `rlike` by its other name. */
export const regexp: Searched<boolean> = rlike
/** `rlike` by its other name. */
export const regexpLike: Searched<boolean> = rlike

/** How often the pattern is found, one match behind another. @example regexpCount(c.note, '\\d+') */
export const regexpCount: Searched<number> = searched('regexpCount', types.int)

/** Where the first match begins, from 1; 0 where there is none. @example regexpInstr(c.note, '\\d') */
export const regexpInstr: Searched<number> = searched('regexpInstr', types.int)

/** The first match; NULL where there is none. @example regexpSubstr(c.note, '\\d+') */
export const regexpSubstr: <C extends Texts, P extends PatternLike>(text: C, pattern: P) => Like<C | P, string | null> =
  scalar('regexpSubstr', {
    takes: [text, value(text)],
    gives: reading('regexpSubstr', types.string),
    nulls: 'always',
  })

/** A group's number: a constant, 1 where it is left out. */
function checkGroup(name: string, [, , group]: readonly Argument[]): void {
  if (!group) return
  const index = Number(group.literal)
  if (group.literal === undefined || group.literal === null || !Number.isInteger(index) || index < 0)
    throw new InvalidArgument(
      `${name} takes the number of a group that is written into the program, 0 for the whole match`,
    )
}
const extracting = (name: string, type: SqlType) => ({
  takes: [text, value(text), optional(value(integer))],
  gives: (args: readonly Argument[]): SqlType => {
    checkGroup(name, args)
    return reading(name, type)(args)
  },
})

/**
 * A group of the first match (default 1; 0 is the whole match). Empty where there is no match, and for a group that took no
 * part in it; a group that the pattern does not have raises where there is a match.
 *
 * @example regexpExtract(c.note, '(\\w+)=(\\w+)', 2)
 */
export const regexpExtract: Extracted<string> = scalar('regexpExtract', extracting('regexpExtract', types.string))

/** A group (default 1; 0 is the whole match) of every match, as an array. @example regexpExtractAll(c.note, '#(\\w+)') */
export const regexpExtractAll: Extracted<readonly string[]> = scalar(
  'regexpExtractAll',
  extracting('regexpExtractAll', types.array(types.string)),
)

/**
 * Every match replaced: in the replacement `$1` is a group, and a backslash makes `$` and itself plain.
 *
 * @example regexpReplace(c.phone, '[^0-9]+', '')
 */
export const regexpReplace: <C extends Texts, P extends PatternLike, R extends PatternLike>(
  text: C,
  pattern: P,
  replacement: R,
) => Result<C | P | R, string> = scalar('regexpReplace', {
  takes: [text, value(text), value(text)],
  gives: reading('regexpReplace', types.string),
})

/**
 * The parts of the text between matches of the pattern, as an array: at most `limit` of them where it is positive, the last
 * with all that is left. The empty pattern parts characters.
 *
 * @example split(c.tags, ',\\s*')
 */
export const split: <C extends Texts, P extends PatternLike>(
  text: C,
  pattern: P,
  limit?: number,
) => Result<C | P, readonly string[]> = scalar('split', {
  takes: [text, value(text), optional(value(integer))],
  gives: (args) => {
    const limit = args[2]
    if (limit && (limit.literal === undefined || limit.literal === null))
      throw new InvalidArgument('split takes a limit that is written into the program')
    return reading('split', types.array(types.string))(args)
  },
})
