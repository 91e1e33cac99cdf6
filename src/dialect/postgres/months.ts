import { type Fragment, fill } from '../fragment.ts'
import type { Spelling } from '../spelling.ts'

const SECONDS_OF_MONTH = 31 * 86_400

const month = (moment: string) => `(extract(year from ${moment}) * 12 + extract(month from ${moment}))`
const isLast = (moment: string) => `extract(month from ${moment} + interval '1 day') <> extract(month from ${moment})`
/** Whole seconds since the month began. */
const seconds = (moment: string) =>
  `(extract(day from ${moment}) * 86400 + extract(hour from ${moment}) * 3600 + extract(minute from ${moment}) * 60 + floor(extract(second from ${moment})))`

const months = `${month('$1')} - ${month('$2')}`
const whole = `extract(day from $1) = extract(day from $2) or (${isLast('$1')} and ${isLast('$2')})`
const part = `(${seconds('$1')} - ${seconds('$2')})`

/** Whole months between equal or last days of the month, else in parts of 31 days. */
export const monthsBetween: Spelling = (args, { literals }) => {
  const exact = `(${months} + ${part}::double precision / ${SECONDS_OF_MONTH})`
  const counted = literals[2] === false ? exact : `round(${exact}::numeric, 8)`
  return fill(
    `(case when ${whole} then ${months} else ${counted} end)::double precision`,
    args.slice(0, 2) as Fragment[],
  )
}
