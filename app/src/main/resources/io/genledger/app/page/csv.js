// A table as a CSV file that the browser saves.

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
