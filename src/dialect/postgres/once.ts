import { fragment, joinFragments } from '../fragment.ts'
import { once } from '../once.ts'

/** Arguments are the columns of a row of their own. */
export const postgresOnce = once({
  read: (name) => `given.${name}`,
  around: (body, args) => {
    const values = joinFragments(
      args.map(({ arg }) => arg),
      ', ',
    )
    const names = args.map(({ name }) => name).join(', ')
    return fragment(`(select ${body} from (values (${values.sql})) as given(${names}))`, values.bindings)
  },
})
