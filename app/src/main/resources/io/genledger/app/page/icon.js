// Drawings of 16 by 16 pixels, in the colour of the text.
import { html } from './lit-html.js';

/** @type {Record<string, string>} */
const PATHS = {
  error: 'M8 1.5 14.5 8 8 14.5 1.5 8ZM8 5v3.6M8 11v.2',
  warn: 'M8 2 14.8 13.8H1.2ZM8 6.2v3.4M8 11.6v.2',
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM8 7.2v4M8 4.8V5',
  ok: 'M3 8.4 6.4 12 13 4.4',
  part: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM8 4.4V8l2.6 1.8',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8Z',
  sun: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM8 1v1.4M8 13.6V15M1 8h1.4M13.6 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1',
  moon: 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7Z',
  system: 'M2 3h12v8H2ZM5.5 13.5h5',
  close: 'M4 4l8 8M12 4l-8 8',
  open: 'M6 3h7v7M13 3 4 12',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
};

/** @param {string} name */
export const icon = (name) => html`<svg class="icon i-${name}" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d=${PATHS[name]}/></svg>`;

/** The mark of Genledger: two bars above a sum. */
export const mark = html`<svg class="mark" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><path class="mark-bar" d="M3 4h9M3 8.5h14"/><path class="mark-sum" d="M3 13.5h14M3 16.5h14"/></svg>`;
