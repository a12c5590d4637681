import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ClipboardEvent } from 'react';
import { sheetCopy as copy } from '../copy/sheet.copy.ts';
import type { Cells } from './cells.view.ts';
import { cellsOfText, emptyRow, isTable, laidOver, withCell } from './cells.view.ts';
import styles from './grid.module.css';

export interface GridColumn { title: string; width?: number; number?: boolean; placeholder?: string; options?: readonly string[] }

/**
 * A small spreadsheet: typed into, or filled by pasting cells copied from a real one. `problems` holds what is wrong
 * with a cell under `row.column`, both from 0; `tidy` puts pasted rows into the grid's own words.
 */
export function Grid({ columns, rows, problems, onChange, tidy = (cells) => cells, testId }: { columns: readonly GridColumn[]; rows: Cells; problems: ReadonlyMap<string, string>; onChange: (rows: Cells) => void; tidy?: (cells: Cells) => Cells; testId: string }) {
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (!isTable(text)) return;
    event.preventDefault();
    const cells = cellsOfText(text);
    onChange(laidOver(rows, row, column, columns.length, column === 0 ? tidy(cells) : cells));
  };
  return (
    <div className={styles.frame} data-testid={testId}>
      <table className={styles.grid}>
        <thead><tr><th>{copy.row}</th>{columns.map(({ title, width }) => <th key={title} style={{ width }}>{title}</th>)}<th /></tr></thead>
        <tbody>
          {rows.map((cells, row) => {
            const wrong = columns.map((_, column) => problems.get(`${row}.${column}`)).filter((each) => each !== undefined);
            return (
              // Rows have no identity of their own: the place is what the messages name.
              <tr key={row} className={wrong.length > 0 ? styles.wrong : ''}>
                <th scope="row">{row + 1}</th>
                {columns.map(({ title, number, placeholder, options }, column) => {
                  const about = { value: cells[column] ?? '', 'aria-label': `${row + 1} ${title}`, 'aria-invalid': problems.has(`${row}.${column}`), title: problems.get(`${row}.${column}`), 'data-testid': `${testId}-${row}-${column}` };
                  return (
                    <td key={title} className={number ? styles.number : ''}>
                      {options ? (
                        <select {...about} onChange={(event) => onChange(withCell(rows, row, column, event.target.value))}>
                          {options.includes(about.value) ? null : <option>{about.value}</option>}
                          {options.map((option) => <option key={option}>{option}</option>)}
                        </select>
                      ) : <input {...about} placeholder={placeholder} inputMode={number ? 'decimal' : 'text'} onPaste={(event) => paste(event, row, column)} onChange={(event) => onChange(withCell(rows, row, column, event.target.value))} />}
                    </td>
                  );
                })}
                <td className={styles.end}>
                  <Button type="text" size="small" icon={<CloseOutlined />} aria-label={copy.remove(row + 1)} onClick={() => onChange(rows.filter((_, at) => at !== row))} />
                  {wrong.length > 0 ? <em>{wrong.join('；')}</em> : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.foot}>
        <Button type="dashed" icon={<PlusOutlined />} onClick={() => onChange([...rows, emptyRow(columns.length)])} data-testid={`${testId}-add`}>{copy.add}</Button>
        <span className="muted">{copy.pasteHint}</span>
      </div>
    </div>
  );
}
