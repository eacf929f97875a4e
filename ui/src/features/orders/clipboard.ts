// The orders table through the clipboard: to and from a spreadsheet.
import type { OrderRow } from '../../lib/api/types';
import { escaped, flat, safe } from '../../lib/clipboard';
import { t } from '../../lib/i18n';
import { copied, type Column, type Copied } from './columns';

const STYLES = { text: "mso-number-format:'\\@'", number: 'mso-number-format:0', date: "mso-number-format:'yyyy\\-mm\\-dd'" };

/** Writes rows and columns as text with tabs and as a table of HTML, each with a header. */
export function tableOf(columns: readonly Column[], rows: readonly OrderRow[]): { plain: string; html: string } {
  const head = columns.map(({ label }) => t(label));
  const body = rows.map((row) => columns.map(({ id }) => copied(id, row)));
  const plain = [head.map(flat), ...body.map((cells) => cells.map(({ text, kind }) => (kind === 'text' ? flat(text) : text)))].map((cells) => cells.join('\t')).join('\r\n');
  const cell = ({ text, kind }: Copied) => `<td style="${escaped(STYLES[kind === 'date' && text.length !== 10 ? 'text' : kind])}">${escaped(kind === 'text' ? safe(text) : text)}</td>`;
  const html = `<table><thead><tr>${head.map((name) => `<th>${escaped(safe(name))}</th>`).join('')}</tr></thead><tbody>${body.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('')}</tbody></table>`;
  return { plain, html };
}

/** Takes apart what a spreadsheet put on the clipboard: tabs between cells, quotes around cells with line ends. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const close = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t') close();
    else if (letter === '\n') {
      close();
      rows.push([]);
    } else if (letter !== '\r') cell += letter;
  }
  close();
  // A spreadsheet ends its last row too.
  while (rows.length > 1 && rows.at(-1)?.every((one) => one === '')) rows.pop();
  return rows;
}
