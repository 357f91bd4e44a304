import { isValid, parse, parseISO } from 'date-fns';
import type { CsvRow } from './csv-table';
import { categoryOfStatus, type StatusCategoryKey } from './jira-vocabulary';

/** A person in a cell; the id is '' when the export has no column for it. */
export interface CsvPerson {
  name: string;
  id: string;
}

/** One good row of a Jira CSV export. */
export interface CsvIssue {
  line: number;
  id: string;
  key: string;
  projectKey: string;
  projectName: string;
  summary: string;
  type: string;
  status: string;
  category: StatusCategoryKey;
  priority: string | null;
  resolution: string | null;
  assignee: CsvPerson | null;
  reporter: CsvPerson | null;
  /** Key or id; '' for none. */
  parent: string;
  created: Date | null;
  updated: Date | null;
  resolved: Date | null;
  originalSeconds: number | null;
  remainingSeconds: number | null;
  spentSeconds: number | null;
  /** Every sprint that it was in, the latest last. */
  sprints: string[];
  labels: string[];
  components: string[];
}

/**
 * Reads one row. Without an issue the row is of no use, and the reasons say why; with one, they say what had to be
 * left out of it.
 */
export function readCsvIssue(row: CsvRow): { issue: CsvIssue | null; reasons: string[] } {
  const fatal: string[] = [];
  const reasons: string[] = [];
  const seconds = (header: string): number | null => {
    const text = row.cell(header);
    if (text === '') return null;
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
    fatal.push(`Its ${header} is '${text}'; it must be a whole number of seconds, 0 or more.`);
    return null;
  };
  const time = (header: string): Date | null => {
    const text = row.cell(header);
    if (text === '') return null;
    const value = readJiraDate(text);
    if (value === null) reasons.push(`Its ${header} date '${text}' cannot be read; the issue was loaded without it.`);
    return value;
  };

  const id = row.cell('Issue id');
  const key = row.cell('Issue key');
  const projectKey = /^([A-Z][A-Z0-9_]*)-[0-9]+$/.exec(key)?.[1];
  const status = row.cell('Status');
  if (key === '') fatal.push('It has no issue key.');
  else if (projectKey === undefined) fatal.push(`'${key}' is no issue key.`);
  if (id === '') fatal.push('It has no issue id.');
  if (status === '') fatal.push('It has no status.');
  const created = time('Created');
  const resolved = time('Resolved');
  const updated = time('Updated') ?? resolved ?? created;
  const resolution = row.cell('Resolution');
  const issue: CsvIssue = {
    line: row.line,
    id,
    key,
    projectKey: projectKey ?? '',
    projectName: row.cell('Project name'),
    summary: row.text('Summary'),
    type: row.cell('Issue Type') || 'Task',
    status,
    category: categoryOfStatus(status),
    priority: row.cell('Priority') || null,
    // Jira Server writes a word where there is none.
    resolution: resolution === '' || resolution === 'Unresolved' ? null : resolution,
    assignee: person(row, 'Assignee'),
    reporter: person(row, 'Reporter'),
    parent: row.cell('Parent key', 'Parent id', 'Parent'),
    created,
    updated,
    resolved,
    originalSeconds: seconds('Original estimate'),
    remainingSeconds: seconds('Remaining Estimate'),
    spentSeconds: seconds('Time Spent'),
    sprints: [...new Set(row.cells('Sprint'))],
    labels: row.cells('Labels'),
    components: row.cells('Component/s', 'Components'),
  };
  return fatal.length === 0 ? { issue, reasons } : { issue: null, reasons: fatal };
}

function person(row: CsvRow, header: 'Assignee' | 'Reporter'): CsvPerson | null {
  const name = row.cell(header);
  const id = row.cell(`${header} Id`);
  return name === '' && id === '' ? null : { name: name || id, id };
}

/** Jira's own default comes first; the others are what its administrators commonly choose. */
const dayFormats = ['dd/MMM/yy', 'dd/MMM/yyyy', 'yyyy-MM-dd'];
const clockFormats = ['h:mm a', 'HH:mm', 'HH:mm:ss'];

/** Says which century a two-digit year is in, which the export does not; and on this day no clock changes. */
const aroundNow = new Date(2026, 0, 1);

/**
 * An export does not say its time zone: unless it does, the time is read as UTC, on every machine. date-fns reads in the
 * machine's zone, where an hour is missing when clocks change, so the day and the clock are read apart.
 */
function readJiraDate(text: string): Date | null {
  if (/T.*(Z|[+-]\d\d:?\d\d)$/.test(text)) return valid(parseISO(text));
  const [, dayText = '', clockText] = /^(\S+?)(?:[ T]\s*(\d.*))?$/.exec(text) ?? [];
  const day = readAs(dayFormats, dayText);
  const clock = clockText === undefined ? aroundNow : readAs(clockFormats, clockText);
  if (day === null || clock === null) return null;
  const time = [clock.getHours(), clock.getMinutes(), clock.getSeconds()] as const;
  return new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate(), ...time));
}

function readAs(formats: readonly string[], text: string): Date | null {
  for (const format of formats) {
    const date = valid(parse(text, format, aroundNow));
    if (date !== null) return date;
  }
  return null;
}

function valid(date: Date): Date | null {
  return isValid(date) ? date : null;
}
