import { useState, type ReactNode } from 'react';

export interface Column<T> {
  name: string;
  cell: (row: T) => ReactNode;
  numeric?: boolean;
  /** A sentence: it takes several lines rather than push what follows out of sight. */
  wraps?: boolean;
  /** What the rows are ordered by when the reader asks for this column; without it the column cannot be sorted. */
  sort?: (row: T) => number | string | null;
}

interface Order {
  column: string;
  descending: boolean;
}

/** A table that scrolls inside its own box on a narrow screen. */
export function Table<T>({ columns, rows, rowKey, caption, most }: {
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T, index: number) => string | number;
  caption: string;
  /** Of the rows in their order, how many are shown; all without it. */
  most?: number;
}) {
  const [order, setOrder] = useState<Order>();
  const shown = sorted(rows, columns, order).slice(0, most);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.name} column={column} order={order} onOrder={setOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map((column) => (
                <td key={column.name} className={column.numeric ? 'numeric' : column.wraps ? 'wraps' : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<T>({ column, order, onOrder }: { column: Column<T>; order: Order | undefined; onOrder: (next: Order) => void }) {
  const mine = order?.column === column.name ? order : undefined;
  return (
    <th scope="col" className={column.numeric ? 'numeric' : undefined} aria-sort={mine && (mine.descending ? 'descending' : 'ascending')}>
      {!column.sort && (column.name || <span className="unseen">Actions</span>)}
      {column.sort && (
        <button type="button" className="sort" onClick={() => onOrder({ column: column.name, descending: mine ? !mine.descending : false })}>
          {column.name}
          <span aria-hidden="true">{mine ? (mine.descending ? ' ▾' : ' ▴') : ' ↕'}</span>
        </button>
      )}
    </th>
  );
}

/** Stable, and what is not known stays last whichever way the rest goes. */
function sorted<T>(rows: T[], columns: Column<T>[], order: Order | undefined): T[] {
  const key = columns.find((column) => column.name === order?.column)?.sort;
  if (!order || !key) return rows;
  return [...rows].sort((left, right) => {
    const [a, b] = [key(left), key(right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const difference = typeof a === 'number' && typeof b === 'number' ? a - b : a < b ? -1 : a > b ? 1 : 0;
    return order.descending ? -difference : difference;
  });
}
