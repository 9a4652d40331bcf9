// What every screen is given, and what a screen is. See screens.js for their list.

/** @typedef {import('./address.js').State} State */

/**
 * The page as a screen sees it while it is drawn.
 * @typedef {object} Page
 * @property {State} state what the address says
 * @property {any} data what the screen's load() gave last; null before
 * @property {boolean} isCurrent whether the data is of this address, and not of the one before, which is shown until it has come
 * @property {any} ui what is shown for a moment and not in the address: bar under the pointer, open menu; empty when the screen is entered
 * @property {Status} status
 * @property {Ledger | null} ledger null before the server has answered
 * @property {string} zone time zone of the page
 * @property {Now} now
 * @property {number} width of the content in pixels
 * @property {boolean} [isFile] whether a file is shown that has no server
 * @property {boolean} isPrinting whether it is drawn for paper
 * @property {boolean} compact whether the window is below 640 px
 * @property {(changes: Partial<State>, how?: { replace?: boolean }) => void} go changes the address, loads and draws
 * @property {(changes: object) => void} set changes `ui` and draws
 * @property {() => void} reload loads again
 */
/** @typedef {{ name: string, ledger: string, timezone: string, at: string, pending: { ids: number, oldest: string | null }, givenUp: { ids: number }, refused: { ids: number } } & Record<string, any>} Ledger answer of GET /ledger/v1/status with a short name */
/** @typedef {{ isLoading: boolean, isSlow: boolean, failure: import('./api.js').Failure | null, offlineSince: number | null, loadedAt: number | null, isLive: boolean }} Status */
/** @typedef {() => number} Now milliseconds since 1970, by the server's clock */

/**
 * What load() works with.
 * @typedef {object} Work
 * @property {State} state
 * @property {string} zone
 * @property {AbortSignal} signal
 * @property {any} data what is shown now, of any address; null at first
 * @property {(data: any) => void} show shows what is loaded so far; may be called again
 * @property {() => Promise<Ledger>} ledger the status of the ledger, asked once for each load
 * @property {Now} now
 */

/**
 * A screen of the page.
 * @typedef {object} Screen
 * @property {string} path
 * @property {string} title
 * @property {boolean} [isPage] whether it stands in the header
 * @property {string} [under] path of the page that is marked in the header
 * @property {import('./controls.js').Form | null} controls what of the controls is shown; null for none
 * @property {boolean} [knowsZone] whether load() learns the time zone by its own answers (`data.timezone`), and so need not wait for the status of the ledger
 * @property {(work: Work) => Promise<void>} load asks the ledger and calls show()
 * @property {(page: Page) => unknown} view contents of main
 * @property {(page: Page, to: string) => void} [reveal] brings the link to an address into view, where the screen does not draw all its links
 * @property {(page: Page) => void} [drawn] after each drawing, e.g. to place a tooltip
 * @property {(event: KeyboardEvent, page: Page) => boolean} [key] whether a key was used; not called while typing
 * @property {(changes: import('./live.js').Changes, page: Page) => boolean} [live] whether to load again after live events, or after a gap in them; without it always
 * @property {[string, string][]} [keys] its keys and what they do, for the list of keys
 */
export {};
