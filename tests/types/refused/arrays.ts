/** Arrays and what is none. One mistake a line, and beside it what the checker says. */
import {
  arrayAppend, arrayContains, arrayJoin, arrayMax, arraysOverlap, arrayUnion, elementAt, flatten, get, sequence, size, slice, sortArray, stack,
} from '../../../src/index.ts' // biome-ignore format: one import
import { nested, orders } from '../tables.ts'

export const mistakes = [
  arrayContains(nested.tags, 5), // ✗ Argument of type '5' is not assignable to parameter of type 'Beside<string | null>'.
  arrayContains(orders.channel, 'web'), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Arrays'.
  arrayAppend(nested.tags, orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Beside<string | null>'.
  arrayMax(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Arrays'.
  arrayUnion(nested.tags, [1, 2]), // ✗ Type 'number' is not assignable to type 'Text'.
  arraysOverlap(nested.tags, 'gift'), // ✗ Argument of type 'string' is not assignable to parameter of type 'ArrayBeside<string | null>'.
  arrayJoin(nested.tags, 1), // ✗ Argument of type 'number' is not assignable to parameter of type 'TextLike'.
  arrayJoin(nested.rates, ','), // ✗ Argument of type 'NamedColumn<"rates", ReadonlyMap<string, number | null>>' is not assignable to parameter of type 'Arrays<Text | null>'.
  elementAt(nested.tags, 'first'), // ✗ Argument of type 'NamedColumn<"tags", readonly (string | null)[]>' is not assignable to parameter of type 'ColumnOf<ReadonlyMap<string, unknown> | null>'.
  get(nested.rates, 0), // ✗ Argument of type 'NamedColumn<"rates", ReadonlyMap<string, number | null>>' is not assignable to parameter of type 'Arrays'.
  flatten(nested.tags), // ✗ Argument of type 'NamedColumn<"tags", readonly (string | null)[]>' is not assignable to parameter of type 'Arrays<readonly unknown[] | null>'.
  size(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Arrays | Maps'.
  slice(nested.tags, '1', 2), // ✗ Argument of type 'string' is not assignable to parameter of type 'Whole'.
  sortArray(nested.tags, 'desc'), // ✗ Argument of type '"desc"' is not assignable to parameter of type 'boolean | undefined'.
  sequence(orders.day, 5), // ✗ Argument of type 'number' is not assignable to parameter of type 'string | 
  sequence(orders.day, '2024-12-31', 7), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Whole'.
  sequence('a', 'b'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Days'.
  stack('2', orders.id), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'.
  stack(2), // ✗ Expected at least 2 arguments, but got 1.
  nested.select((o) => [arrayMax(o.tags).plus(1).as('n')]), // ✗ The 'this' context of type 'Column<string | null>' is not assignable to method's 'this' of type 'ColumnOf<Numeric | null>'.
]
