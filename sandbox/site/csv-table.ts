import { CsvError, parse } from 'csv-parse/sync';
import type { LoadProblem } from './site';

/** One record of a CSV file, by the names of its columns. */
export interface CsvRow {
  /** The line of the file in which the record starts; the header is line 1. */
  line: number;
  /** The first cell under this header, as it was written. Case does not matter in headers. */
  text(header: string): string;
  /** The first non-empty cell under any of these headers, trimmed; '' when there is none. */
  cell(...headers: string[]): string;
  /** The non-empty cells under all columns with any of these headers, in the order of the columns, trimmed. */
  cells(...headers: string[]): string[];
}

export interface CsvTable {
  rows: CsvRow[];
  /** Records that could not be split into the header's columns. */
  problems: LoadProblem[];
  has(header: string): boolean;
}

/** Reads a CSV file whose first record names its columns; a name may be there several times, as in Jira's exports. */
export function readCsvTable(text: string): CsvTable {
  const { records, problems } = readRecords(text);
  const [header, ...body] = records;
  const columns = new Map<string, number[]>();
  header?.cells.forEach((name, column) => {
    const lower = name.trim().toLowerCase();
    columns.set(lower, [...(columns.get(lower) ?? []), column]);
  });
  const width = header?.cells.length ?? 0;
  const rows: CsvRow[] = [];
  for (const { cells: values, line } of body) {
    if (values.length === width) {
      rows.push(csvRow(line, values, columns));
    } else {
      problems.push({
        where: `line ${String(line)}`,
        reason: `It has ${String(values.length)} columns, and the header has ${String(width)}.`,
      });
    }
  }
  return { rows, problems, has: (name) => columns.has(name.toLowerCase()) };
}

function csvRow(line: number, values: readonly string[], columns: ReadonlyMap<string, number[]>): CsvRow {
  const cells = (...headers: string[]): string[] =>
    headers
      .flatMap((name) => columns.get(name.toLowerCase()) ?? [])
      .sort((a, b) => a - b)
      .map((column) => values[column]?.trim() ?? '')
      .filter((value) => value !== '');
  return {
    line,
    cells,
    cell: (...headers) => cells(...headers)[0] ?? '',
    text: (header) => values[columns.get(header.toLowerCase())?.[0] ?? -1] ?? '',
  };
}

interface CsvRecord {
  line: number;
  cells: string[];
}

/**
 * A quotation mark gone wrong would swallow every record after it, so the reading starts again in the line below the
 * one where the broken record starts.
 */
function readRecords(text: string): { records: CsvRecord[]; problems: LoadProblem[] } {
  // csv-parse counts a CRLF inside quotes as two lines; with LF alone its count is right.
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const records: CsvRecord[] = [];
  const problems: LoadProblem[] = [];
  let read = 0;
  while (read < lines.length) {
    const skipped = read;
    const readOn = (cells: string[], { lines: last }: { lines: number }): string[] => {
      const breaks = cells.join('').split('\n').length - 1;
      records.push({ line: skipped + last - breaks, cells });
      read = skipped + last;
      return cells;
    };
    try {
      parse(lines.slice(skipped).join('\n'), {
        relax_column_count: true,
        skip_empty_lines: true,
        // A comment field alone may be longer than the parser's own limit.
        max_record_size: 0,
        record_delimiter: '\n',
        on_record: readOn,
      });
      break;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      while (lines[read] === '') read += 1;
      read += 1;
      problems.push({
        where: `line ${String(read)}`,
        reason: 'A quotation mark in it is never closed, or stands where none may stand.',
      });
    }
  }
  return { records, problems };
}
