/** Arguments that a spelling repeats, or has among names of its own. */
import { type Fragment, fill, fragment } from './fragment.ts'

/** What spellings call what they take apart: a column of the name must not be taken for it. */
const OWN = /"(item\d*|items|place|raw|value|given|inner_item|inner_items|inner_place)"/i
/** A column, or a constant under its type. */
const PLAIN = /^(\?|("([^"]|"")*"\.)?"([^"]|"")*")(::[\w (),[\]]+)?$/

/** How often the same binding may stand in the SQL. */
const MOST_BINDINGS = 2

const isPlain = ({ sql }: Fragment, uses: number): boolean =>
  PLAIN.test(sql) && !OWN.test(sql) && (uses <= MOST_BINDINGS || !sql.startsWith('?'))

const usesOf = (template: string, index: number): number =>
  template.split(new RegExp(`\\$${index + 1}(?!\\d)`)).length - 1

/** How an engine gives names to values inside of an expression. */
interface Naming {
  /** A value by its name. */
  read(name: string): string
  /** The expression in which the arguments have their names. */
  around(body: string, args: readonly { readonly name: string; readonly arg: Fragment }[]): Fragment
}

/**
 * Fills a template that repeats its arguments: columns and constants as they are; what is more stands once in the SQL, under
 * a name, so that calls in calls grow no faster than the program.
 */
export const once =
  ({ read, around }: Naming) =>
  (template: string, args: readonly Fragment[]): Fragment => {
    if (args.every((arg, index) => isPlain(arg, usesOf(template, index)))) return fill(template, args)
    const named = args.map((arg, index) => ({ name: `a${index + 1}`, arg }))
    const { sql } = fill(
      template,
      named.map(({ name }) => fragment(read(name))),
    )
    return around(sql, named)
  }
