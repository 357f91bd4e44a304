import { eventLimitTable, forgeLimitTable, kvsLimitTable } from '../../sandbox/forge/limits';
import { forgeRefusalTable, kvsRefusalTable } from '../../sandbox/forge/refusals';
import { historyLimitTable, historyRefusalTable } from '../../sandbox/jira/history-limits';
import { jiraLimitTable } from '../../sandbox/jira/limits';
import { propertyLimitTable, propertyRefusalTable } from '../../sandbox/jira/property-limits';
import { jiraRefusalTable } from '../../sandbox/jira/refusals';
import { workLimitTable, workRefusalTable } from '../../sandbox/jira/work-limits';
import type { Limit, Refusal, Source } from '../../sandbox/receipts';

/** Everything that the sandbox limits, by the name of the table in the code. */
export const limitTables: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  forgeLimitTable,
  kvsLimitTable,
  eventLimitTable,
  jiraLimitTable,
  workLimitTable,
  propertyLimitTable,
  historyLimitTable,
};

/** Everything that the sandbox turns down, likewise. */
export const refusalTables: Readonly<Record<string, Readonly<Record<string, Refusal>>>> = {
  forgeRefusalTable,
  kvsRefusalTable,
  jiraRefusalTable,
  workRefusalTable,
  propertyRefusalTable,
  historyRefusalTable,
};

/** Both as the tables of sandbox/README.md. */
export function receiptsAsMarkdown(): string {
  const limits = Object.values(limitTables).flatMap((table) =>
    Object.entries(table).map(([name, { value, unit, source }]) => [
      `\`${name}\``,
      `${shown(value)} ${unit}`,
      inShort(source),
    ]),
  );
  const refusals = Object.values(refusalTables).flatMap((table) =>
    Object.entries(table).map(([name, { status, words, sources }]) => [
      `\`${name}\``,
      name === words ? String(status) : `${String(status)} ${words}`,
      [...new Set(sources.map(inShort))].join('; '),
    ]),
  );
  return [
    markdownTable(['limit', 'value', 'where it comes from'], limits),
    markdownTable(['refusal', 'answer', 'where it comes from'], refusals),
  ].join('\n\n');
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

function shown(value: unknown): string {
  return value instanceof RegExp ? `\`${value.source}\`` : String(value);
}

/** A source in a few words: for people, who find the rest in the code. */
function inShort(source: Source): string {
  switch (source.from) {
    case 'description':
      return 'OpenAPI';
    case 'measured-facts':
      return 'measured 2026-10-02';
    case 'recording':
      return `recorded: ${source.file}`;
    case 'package':
      return `${source.name} ${source.version}`;
    case 'page':
      return `${source.url.split('/').slice(3).filter(Boolean).slice(2).join('/') || source.url}, ${source.date}`;
    case 'report':
      return `${source.url.replace('https://github.com/', '')}, ${source.date}`;
    case 'ours':
      return `ours: ${source.why}`;
  }
}
