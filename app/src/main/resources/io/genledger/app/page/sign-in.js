// Signing in with an access token. The session is a cookie that scripts cannot read.
import { html, nothing } from './lit-html.js';
import { change, Failure } from './api.js';
import { icon } from './icon.js';
import { read, write } from './theme.js';

/** @typedef {import('./page.js').Page} Page */

/**
 * @param {Page} page
 * @param {() => void} signedIn
 */
export function signIn({ ui, set, status }, signedIn) {
  const hasEnded = status.loadedAt !== null && read('genledger-signed-in');   // the token was revoked or expired
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    set({ isAsking: true, refusal: null });
    try {
      await change('POST', 'session', { token: String(new FormData(form).get('token')).trim() });
      write('genledger-signed-in', '1');
      set({ isAsking: false });
      signedIn();
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      set({ isAsking: false, refusal: failure.message });
      /** @type {HTMLElement | null} */ (form.querySelector('[name=token]'))?.focus();
    }
  };
  return html`<main id="main"><form class="sign-in" @submit=${submit}><h1>Sign in</h1>
    ${hasEnded ? html`<p>Your access ended; sign in again.</p>` : nothing}
    <p class="note">This ledger is read with an access token. Who runs the server can make one:</p>
    <div class="cmd"><code>genledger token create NAME --scope read</code></div>
    <p class="note">With <code>--db</code>, if this server was started with it.</p>
    <input class="sr" name="name" autocomplete="username" value="genledger" tabindex="-1" aria-hidden="true" readonly>
    <label class="field"><span>Access token</span><input name="token" type="password" class="mono" autocomplete="current-password" placeholder="glt_…" required spellcheck="false" aria-describedby="refusal"></label>
    <p id="refusal" class="refusal" role="alert">${ui.refusal ? html`${icon('error')}<span>${ui.refusal}</span>` : nothing}</p>
    <button class="action" ?disabled=${ui.isAsking}>Sign in</button></form></main>`;
}
