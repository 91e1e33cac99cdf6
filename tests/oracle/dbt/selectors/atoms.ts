/** The words of a recorded selection, without the operators around them. */
import { type RecordedCase, selectorsOf } from './recorded.ts'

export interface Word {
  readonly method: string | undefined
  readonly value: string
}

const OPERATORS = /^(@?(?:\d*\+)?)(.*?)((?:\+\d*)?)$/s

export function wordsOf(one: RecordedCase): readonly Word[] {
  const { select, exclude } = selectorsOf(one)
  return [...select, ...exclude]
    .flatMap((text) => text.split(/[\s,]+/))
    .map((text) => wordOf(text.replace(OPERATORS, '$2')))
}

export function wordOf(text: string): Word {
  const found = /^([A-Za-z_][\w.]*):(.*)$/s.exec(text)
  return { method: found?.[1], value: found?.[2] ?? text }
}

/** True for what names nodes by their own names. */
export function isName({ method, value }: Word): boolean {
  return method === 'fqn' || (method === undefined && !/\/|\.(?:sql|csv|py)$/i.test(value))
}

/** The case with every word put through `respell`; what that gives undefined for stays. */
export function respelled(one: RecordedCase, respell: (word: Word) => string | undefined): RecordedCase {
  const all = (texts: readonly string[]): string[] =>
    texts.map((text) =>
      text.replace(/[^\s,]+/g, (atom) =>
        atom.replace(OPERATORS, (_, before, word, after) => `${before}${respell(wordOf(word)) ?? word}${after}`),
      ),
    )
  const { select, exclude } = selectorsOf(one)
  return { ...one, select: one.select === null ? null : all(select), exclude: all(exclude) }
}
