// Commands as people paste them into a shell.

/** @param {string} text */
const quoted = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/**
 * A command that uses the ledger of this server: with the option that names it, unless it is the one that commands use by themselves.
 * @param {string} text the command with its arguments
 * @param {import('./page.js').Ledger | null} ledger whose address states no password
 */
export const onLedger = (text, ledger) => (!ledger?.ledger || /[\\/]\.local[\\/]share[\\/]genledger[\\/]ledger\.db$/.test(ledger.ledger) ? text : `${text} --db ${quoted(ledger.ledger)}`);
