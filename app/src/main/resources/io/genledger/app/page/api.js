// Requests to the ledger. A failure becomes one sentence for people; an answer without a session leads to the sign-in.

/** A request that failed. */
export class Failure extends Error {
  /**
   * @param {string} sentence for people
   * @param {number} status of HTTP; 0 if there was no answer
   */
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }

  /** Whether the server could not be reached. */
  get isOffline() {
    return this.status === 0;
  }
}

/**
 * @param {string} path below /ledger/v1/
 * @param {URLSearchParams | undefined} query
 * @param {RequestInit} init
 */
async function send(path, query, init) {
  const text = query?.toString();
  /** @type {Response} */
  let answer;
  try {
    answer = await fetch(`/ledger/v1/${path}${text ? '?' + text : ''}`, init);
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw new Failure('The server does not answer.', 0);
  }
  if (!answer.ok) throw new Failure(await sentence(answer), answer.status);
  return answer;
}

/** @typedef {(path: string, query?: URLSearchParams, signal?: AbortSignal) => Promise<any>} Source gives the JSON of the answer to GET */

/** What selects ledgers is asked of the lake. @type {Source} */
async function ask(path, query, signal) {
  const answer = await send((query?.has('ledger') ? 'lake/' : '') + path, query, { signal });
  try {
    return await answer.json();
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Failure('The answer of the server broke off.', 0);
  }
}

let source = ask;

/**
 * Lets another source than the server answer.
 * @param {Source} other
 */
export const answerBy = (other) => (source = other);

/**
 * @param {string} path below /ledger/v1/
 * @param {URLSearchParams} [query]
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} the JSON of the answer
 */
export const get = (path, query, signal) => source(path, query, signal);

/**
 * The answer as text, e.g. an archived document.
 * @param {string} path below /ledger/v1/
 * @param {AbortSignal} [signal]
 */
export const text = async (path, signal) => (await send(path, undefined, { signal })).text();

/**
 * @param {'POST' | 'DELETE'} method
 * @param {string} path below /ledger/v1/
 * @param {object} [body]
 */
export async function change(method, path, body) {
  const answer = await send(path, undefined, { method, headers: body ? { 'Content-Type': 'application/json' } : {}, body: body && JSON.stringify(body) });
  return answer.status === 204 ? null : answer.json();
}

/**
 * The detail of a problem document (RFC 9457).
 * @param {Response} answer
 */
async function sentence(answer) {
  const problem = await answer.json().catch(() => null);
  const detail = String(problem?.detail ?? `The server answered ${answer.status}.`);
  return detail.charAt(0).toUpperCase() + detail.slice(1) + (/[.!?]$/.test(detail) ? '' : '.');
}
