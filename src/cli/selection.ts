import { type Command, Option } from 'commander'
import { RESOURCE_TYPES, type ResourceType } from '../dag/graph.ts'
import { INDIRECT_SELECTIONS, type IndirectSelection } from '../dag/select/indirect.ts'
import type { Selection, SelectionGiven } from '../dag/select/select.ts'

/** The options of a selection as commander gives them. */
export interface SelectionOptions {
  readonly select?: readonly string[]
  readonly exclude?: readonly string[]
  readonly indirectSelection?: IndirectSelection
  readonly resourceType?: readonly ResourceType[]
}

const HELP = `
Selectors: a name (daily), a dotted name or prefix (sales.daily, sales), wildcards (stg_*),
tag:x, path:models/sales, file:daily, source:raw.events, owner:x, config.materialized:view,
resource_type:model, test_type:generic, test_name:unique,
state:new|modified|old|unmodified, result:failed|success|skipped|warn.
+a takes the parents too, a+ the children, 2+a two levels of them, @a the children and all they need.
A space unites, a comma intersects. Tests come along with what they look at: --indirect-selection says which.`

/** Adds the options of a selection, and the help on selectors. */
export function withSelection(command: Command): Command {
  return command
    .option('-s, --select <selectors...>', 'only these')
    .option('-x, --exclude <selectors...>', 'but not these')
    .addOption(
      new Option(
        '--indirect-selection <mode>',
        'which tests come along with what is selected: those with any parent in it, or only with all',
      ).choices(INDIRECT_SELECTIONS),
    )
    .addOption(new Option('--resource-type <types...>', 'of what is selected only these kinds').choices(RESOURCE_TYPES))
    .addHelpText('after', HELP)
}

/** The same as the selection takes them. */
export function selectionGiven({ select, exclude, indirectSelection, resourceType }: SelectionOptions): SelectionGiven {
  return { select, exclude, indirectSelection, resourceTypes: resourceType }
}

/** Says which selectors found nothing beside others that did: a slip of the pen, most often. */
export function warnUnmatched({ unmatched }: Selection, warn: (message: string) => void): void {
  for (const text of unmatched) warn(`"${text}" matches nothing`)
}
