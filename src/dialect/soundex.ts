/** The letters that have a code, and their codes in the same order; 7 stands for H and W, which part nothing. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
export const CODES = '01230127022455012623017202'.repeat(2)

/** The codes of a name as SQL: the first letter's (which counts only for its equals behind it), then all others'. */
export const CODED = `translate(left($1, 1), '${LETTERS}', '${CODES.replaceAll('7', '0')}') || replace(translate(regexp_replace(substr($1, 2), '[^A-Za-z]', '0', 'g'), '${LETTERS}', '${CODES}'), '7', '')`
/** The first letter in upper case. */
export const INITIAL = `translate(left($1, 1), '${LETTERS.slice(26)}', '${LETTERS.slice(0, 26)}')`
