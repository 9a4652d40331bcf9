// The answers that stand in a file which was mailed or kept. They take the place of the server there.
import { Failure } from './api.js';

/** @typedef {{ path: string, asked: URLSearchParams, text: string }} Answer an answer as JSON, and the parameters by which its question is known */

/**
 * The answers of a document, in its order.
 * @param {ParentNode} document
 * @returns {Answer[]}
 */
export const answersOf = (document) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('script[data-path]'))].map(({ dataset, textContent }) => ({ path: dataset.path ?? '', asked: new URLSearchParams(dataset.asked), text: textContent ?? '' }));

/**
 * The first answer whose parameters are all among those of the question. The range, the zone and the filters are the same in all
 * questions of a file, so they are not compared.
 * @param {Answer[]} answers
 * @param {string} path
 * @param {URLSearchParams} [query]
 */
export function find(answers, path, query = new URLSearchParams()) {
  const found = answers.find((one) => one.path === path && [...one.asked].every(([name, value]) => query.getAll(name).includes(value)));
  if (!found) throw new Failure('This file does not hold these figures.', 404);
  return JSON.parse(found.text);
}
