// Tables for a spreadsheet, through the clipboard.

/** What begins so is a formula to a spreadsheet, and could send the register elsewhere. */
const FORMULA = /^[=+\-@\t\r]/;

/** Returns a text that no spreadsheet takes for a formula. */
export function safe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Returns a text that is one cell of a row and no formula. */
export const flat = (text: string): string => safe(text).replaceAll(/[\t\r\n]+/g, ' ');

/** Returns a text that is no markup. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Writes a head and rows as text with tabs and as a table of HTML. Numbers stay as they are, texts are kept from being formulas. */
export function plainTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): { plain: string; html: string } {
  const plain = [head, ...rows].map((cells) => cells.map((cell) => (typeof cell === 'number' ? String(cell) : flat(cell))).join('\t')).join('\r\n');
  const html = (cell: string | number, name: 'th' | 'td') => `<${name}>${typeof cell === 'number' ? String(cell) : escaped(safe(cell))}</${name}>`;
  const row = (cells: readonly (string | number)[], name: 'th' | 'td') => `<tr>${cells.map((cell) => html(cell, name)).join('')}</tr>`;
  return { plain, html: `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>` };
}

/** Puts a table on the clipboard. */
export async function copyTable({ plain, html }: { plain: string; html: string }): Promise<void> {
  const blob = (type: string, text: string) => new Blob([text], { type });
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(plain);
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob('text/plain', plain), 'text/html': blob('text/html', html) })]);
}
