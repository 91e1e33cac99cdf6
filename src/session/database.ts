/**
 * Tables known by name, for `session.table('orders')` to have a row type. Filled by declaration merging:
 * `node app.js types` writes it from the database's catalogue.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be merged into
export interface Database {}
