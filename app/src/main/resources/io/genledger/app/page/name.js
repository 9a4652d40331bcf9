// Names from outside (models, users, apps) as text that is safe to read: characters that hide or turn text are written out, and a long
// name is cut in its middle.

const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const MOST = 240;
const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Control, zero-width and bidirectional characters become their escapes, e.g. `\u202e`; joiners of emoji (U+200D) stay.
 * @param {string} text
 */
export const visible = (text) => text.replace(HIDDEN, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));

/**
 * At most about 240 characters; what is left out stands in the title.
 * @param {string} raw
 */
export function cut(raw) {
  if (raw.length <= MOST) return { text: visible(raw), title: visible(raw) };
  const text = visible(raw.slice(0, 180).replace(/[\ud800-\udbff]$/, '') + '\u2026' + raw.slice(-40).replace(/^[\udc00-\udfff]/, ''));
  return { text, title: `${text} (${raw.length.toLocaleString('en')} characters)` };
}

/**
 * The part that may shrink, and the last characters that stay; a grapheme is not divided.
 * @param {string} text
 */
export function halves(text, keep = 8) {
  const all = [...segments.segment(text)].map((one) => one.segment);
  const splits = all.length > keep + 4;
  return { head: splits ? all.slice(0, -keep).join('') : text, tail: splits ? all.slice(-keep).join('') : '' };
}

/**
 * The author of a model with its slash, and its own name. Text that no author has is all name, so that its direction stays.
 * @param {string} model
 */
export function authored(model) {
  const author = /^[\w.~-]{1,24}\//.exec(model)?.[0] ?? '';
  return { author, name: model.slice(author.length) };
}
