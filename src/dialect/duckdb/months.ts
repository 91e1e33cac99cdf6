import { type Fragment, fill } from '../fragment.ts'
import type { Spelling } from '../spelling.ts'

const SECONDS_OF_MONTH = 31 * 86_400

const month = (moment: string) => `(year(${moment}) * 12 + month(${moment}))`
const isLast = (moment: string) => `last_day(${moment}) = ${moment}::date`
/** Whole seconds since the month began. */
const seconds = (moment: string) =>
  `(day(${moment}) * 86400 + hour(${moment}) * 3600 + minute(${moment}) * 60 + second(${moment}))`

const months = `${month('$1')} - ${month('$2')}`
const whole = `day($1) = day($2) or (${isLast('$1')} and ${isLast('$2')})`
const part = `(${seconds('$1')} - ${seconds('$2')})`

/** Whole months between equal or last days of the month, else in parts of 31 days. */
export const monthsBetween: Spelling = (args, { literals }) => {
  const exact = `(${months} + ${part} / ${SECONDS_OF_MONTH})`
  const counted = literals[2] === false ? exact : `round(${exact}::decimal(38,20), 8)`
  return fill(`(case when ${whole} then ${months} else ${counted}::double end)::double`, args.slice(0, 2) as Fragment[])
}
