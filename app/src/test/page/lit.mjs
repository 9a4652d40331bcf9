// Lets node load the modules that draw, with the lit-html of .ci/page-tools, and reads what they draw as text.
import { register } from 'node:module';

const lit = new URL('../../../../.ci/page-tools/node_modules/lit-html/node/lit-html.js', import.meta.url).href;

const hook = `export const resolve = (name, context, next) => (name === './lit-html.js' ? { url: ${JSON.stringify(lit)}, shortCircuit: true } : next(name, context));`;
register('data:text/javascript,' + encodeURIComponent(hook));

/** The text of a template, without its tags. */
export const text = (drawn) => markup(drawn).replace(/<[^>]*>/g, '|').replace(/\|[|\s]*/g, '|');

const markup = (drawn) => {
  if (Array.isArray(drawn)) return drawn.map(markup).join('');
  if (drawn?.strings) return drawn.strings.map((part, i) => part + (i < drawn.values.length ? markup(drawn.values[i]) : '')).join('');
  return typeof drawn === 'string' || typeof drawn === 'number' ? String(drawn) : '';
};
