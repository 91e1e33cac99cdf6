import { fragment, joinFragments } from '../fragment.ts'
import { once } from '../once.ts'

/**
 * Arguments are the fields of a struct that a lambda is given: a subquery would be joined to the rows. With a dot they would
 * be looked for in a column of that name first.
 */
export const duckdbOnce = once({
  read: (name) => `given['${name}']`,
  around: (body, args) => {
    const fields = joinFragments(
      args.map(({ name, arg }) => ({ ...arg, sql: `${name} := ${arg.sql}` })),
      ', ',
    )
    return fragment(`list_transform([struct_pack(${fields.sql})], lambda given: ${body})[1]`, fields.bindings)
  },
})
