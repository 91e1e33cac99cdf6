/** The default: a file beside the project, which needs no server. */
import { sqlite } from 'millrace/sqlite'

export const engine = sqlite({ file: 'data/millrace.db' })
