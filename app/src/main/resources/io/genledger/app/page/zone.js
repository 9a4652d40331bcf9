// The menu of the time zone.
import { html } from './lit-html.js';
import { isZone } from './address.js';
import { menuForm } from './menu.js';

/** @param {import('./page.js').Page} page */
export function zoneMenu(page) {
  const known = Intl.supportedValuesOf('timeZone');
  return menuForm(
    page,
    'Time zone',
    html`<label class="field"><span>Days begin in</span><input name="zone" list="zones" value=${page.zone} autocomplete="off" spellcheck="false" @input=${check}></label>
      <datalist id="zones">${['UTC', ...known].map((zone) => html`<option value=${zone}></option>`)}</datalist>
      <p class="note">The ledger's own zone is ${page.ledger?.timezone ?? 'UTC'}.</p>`,
    (form) => {
      const zone = String(form.get('zone')).trim();
      page.go({ zone: zone === page.ledger?.timezone ? '' : zone });
    },
  );
}

/** @param {Event} event */
function check(event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  input.setCustomValidity(isZone(input.value.trim()) ? '' : 'Expected a time zone such as Europe/Berlin');
}
