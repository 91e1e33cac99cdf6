/** What functions of text do with arrays. */
import type { SqlType } from '../plan/type.ts'
import type { Fragment } from './fragment.ts'
import { type Spelling, spell } from './spelling.ts'

/** The spelling for an array where the first argument is one, else the one for text. */
export const ofListOrText =
  (list: Spelling, text: Spelling): Spelling =>
  (args, call) =>
    spell(call.types[0]?.kind === 'array' ? list : text, args, call)

/**
 * `concatWs` with each array as one text, which is NULL where there is nothing in it to join.
 *
 * @param joined the elements of `$1` with `$2` between
 */
export const withListsJoined =
  (joined: Spelling, texts: Spelling): Spelling =>
  ([separator, ...parts], call) => {
    const isList = (type: SqlType | undefined): boolean => type?.kind === 'array'
    const written = parts.map((part, index) =>
      isList(call.types[index + 1]) ? spell(joined, [part, separator as Fragment], call) : part,
    )
    return spell(texts, [separator as Fragment, ...written], call)
  }

/** What is said of two at a time, one after another. */
export const pairwise =
  (pair: (args: readonly Fragment[]) => Fragment): Spelling =>
  ([first, ...others]) =>
    others.reduce((all, next) => pair([all, next]), first as Fragment)
