// A table as a CSV file that the browser saves.
import { clock, day, daysBetween } from './time.js';

/**
 * A cell; text that a spreadsheet would run as a formula is quoted by an apostrophe.
 * @param {string | number | null | undefined} value
 */
export function cell(value) {
  if (value == null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {(string | number | null | undefined)[][]} rows */
export const csv = (rows) => rows.map((row) => row.map(cell).join(',') + '\r\n').join('');

/**
 * The name of a file with its range, in days or for a short one in moments, and its zone, of characters that every system allows: "by-model-2026-11-02-to-2026-11-08-Europe-Berlin.csv".
 * @param {string} what
 * @param {import('./range.js').Range} range
 * @param {string} zone
 */
export function fileName(what, { since, until }, zone) {
  const times = [since, until].map((one) => clock(one, zone));
  const isDays = times.every((one) => one === '00:00:00') || daysBetween(day(since, zone), day(until, zone)) > 2;
  const ends = isDays ? [day(since, zone), day(new Date(until).getTime() - 1, zone)] : [since, until].map((one, i) => `${day(one, zone)}T${times[i]}`);
  return `genledger-${what}-${ends.join('-to-')}-${zone}.csv`.replaceAll(':', '').replace(/[^\w.+-]/g, '-');
}

/**
 * @param {string} name of the file
 * @param {string} text
 */
export function save(name, text) {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
