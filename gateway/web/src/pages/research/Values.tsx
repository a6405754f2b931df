import { useMemo } from 'react';
import { Chart } from '../../parts/Chart';
import { Table } from '../../parts/Table';
import { fieldName, figure, shapeOf } from './shapes';

const longest = 30;
const mostRows = 500;
const mostLines = 6;
const mostMatrices = 40;
// Columns that have a meaning of their own; docs/analytics.md says so of the two tests of Johansen.
const johansen = ['90 %', '95 %', '99 %'];
const levels: Record<string, string[]> = { 'Trace critical values': johansen, 'Max eigen critical values': johansen };
const colours = ['#4cc2ff', '#ffb454', '#3ddc97', '#ff7b7b', '#c79bff', '#93a4bd'];

/** Named values as they come: single ones in one table, each vector, matrix or list under its name. */
export function Values({ values, under }: { values: Record<string, unknown>; under?: string }) {
  const fields = Object.entries(values);
  const single = fields.filter(([, value]) => shapeOf(value) === 'scalar');
  const caption = under ?? 'Values';
  return (
    <div className="values">
      {single.length > 0 && (
        <Table
          caption={caption}
          rows={single}
          rowKey={([name]) => name}
          columns={[
            { name: caption, cell: ([name]) => fieldName(name) },
            { name: 'Value', numeric: true, cell: ([, value]) => <Figure value={value} /> },
          ]}
        />
      )}
      {fields.filter(([, value]) => shapeOf(value) !== 'scalar').map(([name, value]) => (
        <Field key={name} name={fieldName(name)} value={value} />
      ))}
    </div>
  );
}

function Field({ name, value }: { name: string; value: unknown }) {
  switch (shapeOf(value)) {
    case 'record':
      return <div className="field"><Values values={value as Record<string, unknown>} under={name} /></div>;
    case 'rows':
      return <div className="field wide"><h4>{name}</h4><Rows name={name} rows={value as Record<string, unknown>[]} /></div>;
    case 'vector':
    case 'matrix':
      return <div className={isLong(value as unknown[]) ? 'field wide' : 'field'}><h4>{name}</h4><Matrix name={name} rows={value as unknown[]} /></div>;
    case 'matrices':
      return <Matrices name={name} items={value as unknown[]} />;
    default:
      return <p className="quiet">{`${name}: none`}</p>;
  }
}

/** Longer than anyone reads line by line. */
function isLong(rows: unknown[]): boolean {
  return rows.length > longest;
}

function Matrices({ name, items }: { name: string; items: unknown[] }) {
  return (
    <details className="field wide">
      <summary>{`${name} (${items.length})`}</summary>
      {items.slice(0, mostMatrices).map((item, index) => <Field key={index} name={`${name} ${index + 1}`} value={item} />)}
      <Cut shown={mostMatrices} of={items.length} />
    </details>
  );
}

/** A vector (one column) or a matrix; a long one of numbers as a chart, its figures below. */
function Matrix({ name, rows }: { name: string; rows: unknown[] }) {
  const table = useMemo(() => rows.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row])), [rows]);
  const width = Math.max(...table.map((row) => row.length));
  const numeric = table.every((row) => row.every((value) => value === null || typeof value === 'number'));
  const lines = useMemo(
    () =>
      Array.from({ length: Math.min(width, mostLines) }, (_, column) => ({
        name: width === 1 ? name : String(column + 1),
        color: colours[column]!,
        points: table.map((row, index) => ({ at: index + 1, value: (row[column] as number | null | undefined) ?? null })),
      })),
    [table, width, name],
  );
  const figures = <Figures name={name} table={table} width={width} />;
  if (!isLong(rows)) return figures;
  return (
    <>
      {numeric && width <= mostLines && <Chart lines={lines} height={220} label={`${name}, ${rows.length} bars`} />}
      <details>
        <summary>{`${rows.length} rows`}</summary>
        {figures}
      </details>
    </>
  );
}

function Figures({ name, table, width }: { name: string; table: unknown[][]; width: number }) {
  const rows = table.slice(0, mostRows).map((cells, index) => ({ cells, index }));
  return (
    <>
      <Table
        caption={name}
        rows={rows}
        rowKey={(row) => row.index}
        columns={[
          { name: '#', cell: (row) => <span className="quiet">{row.index + 1}</span> },
          ...Array.from({ length: width }, (_, column) => ({
            name: width === 1 ? 'Value' : (levels[name]?.[column] ?? String(column + 1)),
            numeric: true,
            cell: (row: { cells: unknown[] }) => <Figure value={row.cells[column]} />,
          })),
        ]}
      />
      <Cut shown={mostRows} of={table.length} />
    </>
  );
}

function Rows({ name, rows }: { name: string; rows: Record<string, unknown>[] }) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return (
    <>
      <Table
        caption={name}
        rows={rows.slice(0, mostRows)}
        rowKey={(_, index) => index}
        columns={names.map((field) => ({
          name: fieldName(field),
          numeric: rows.some((row) => typeof row[field] === 'number'),
          cell: (row: Record<string, unknown>) => <Figure value={row[field]} />,
          sort: (row: Record<string, unknown>) => sortable(row[field]),
        }))}
      />
      <Cut shown={mostRows} of={rows.length} />
    </>
  );
}

function sortable(value: unknown): number | string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' ? value : String(value);
}

function Figure({ value }: { value: unknown }) {
  if (Array.isArray(value)) return <>{value.length === 0 ? '–' : value.map(figure).join(', ')}</>;
  if (typeof value === 'object' && value !== null) {
    return <>{Object.entries(value).map(([name, inner]) => `${fieldName(name)} ${figure(inner)}`).join(', ')}</>;
  }
  return <span title={typeof value === 'number' ? String(value) : undefined}>{figure(value)}</span>;
}

function Cut({ shown, of }: { shown: number; of: number }) {
  return of > shown ? <p className="quiet small">{`The first ${shown} of ${of}; all are in what is saved.`}</p> : null;
}
