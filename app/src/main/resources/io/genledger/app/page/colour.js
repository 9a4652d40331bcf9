// Which of the seven colours an entity has. The ledger remembers the pair of entity and colour; a colour that it has given to none is lent
// to the largest entities shown, and stays theirs while the page is open. All others share colour 0.

const SLOTS = [1, 2, 3, 4, 5, 6, 7];

/** @type {Map<string, Map<string, number>>} */
const lent = new Map();

/**
 * @param {string} dimension
 * @param {Record<string, number>} remembered slots of the ledger by value
 * @param {string[]} largest values shown, largest first
 * @returns {(value: string | null) => number} the slot of a value
 */
export function colours(dimension, remembered, largest) {
  const own = lent.get(dimension) ?? new Map();
  lent.set(dimension, own);
  const taken = new Set(Object.values(remembered));
  for (const [value, slot] of own) if (taken.has(slot) || value in remembered) own.delete(value);
  const free = SLOTS.filter((slot) => !taken.has(slot) && ![...own.values()].includes(slot));
  for (const value of largest) {
    if (!(value in remembered) && !own.has(value) && free.length) own.set(value, /** @type {number} */ (free.shift()));
  }
  return (value) => (value === null ? 0 : Object.hasOwn(remembered, value) ? remembered[value] : (own.get(value) ?? 0));
}
