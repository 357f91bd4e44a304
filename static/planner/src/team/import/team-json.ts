import { fieldsOf } from './check-row';
import type { Kind, RawRow, ReadFile, TeamInAFile } from './team-file';

const lists = [
  ['departments', 'department'],
  ['people', 'person'],
  ['timeOff', 'timeOff'],
] as const satisfies readonly (readonly [string, Kind])[];

/** A team with one thing a line. Names of people are for reading. */
export function teamJson({ departments, people, timeOff }: TeamInAFile): string {
  const list = (name: string, items: readonly object[]): string =>
    `  ${JSON.stringify(name)}: [${items.map((item) => `\n    ${JSON.stringify(item)}`).join(',')}\n  ]`;
  return `{\n${[
    '  "format": "planprism-team-1"',
    list('departments', departments),
    list(
      'people',
      people.map(({ shareElsewhere: _, ...person }) => person),
    ),
    list(
      'timeOff',
      // Who does not see a reason leaves it out: then it stays as it is.
      timeOff.map(({ reason, ...entry }) => (reason === null ? entry : { ...entry, reason })),
    ),
  ].join(',\n')}\n}\n`;
}

/** Reads what `teamJson` writes; a list may be missing. Values are not checked here. */
export function readTeamJson(text: string): ReadFile {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { rows: [], refused: [{ line: lineOf(error), why: 'notJson' }] };
  }
  const fields = fieldsOf(file);
  if (fields?.get('format') !== 'planprism-team-1') return { rows: [], refused: [{ line: 1, why: 'notTeam' }] };
  const starts = startsOfItems(text);
  const rows: RawRow[] = [];
  for (const [name, kind] of lists) {
    const items: unknown = fields.get(name) ?? [];
    if (!Array.isArray(items)) return { rows: [], refused: [{ line: 1, why: 'notTeam' }] };
    const lines = starts.get(name) ?? [];
    items.forEach((item: unknown, index) => {
      rows.push({ line: lines[index] ?? 1, kind, fields: fieldsOf(item) ?? new Map() });
    });
  }
  return { rows, refused: [] };
}

/** Most browsers say in words where they stopped. */
function lineOf(error: unknown): number {
  return Number(/line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? 1);
}

/**
 * The lines on which the items of each list begin: JSON.parse does not tell.
 *
 * @param text well-formed
 */
function startsOfItems(text: string): Map<string, number[]> {
  const starts = new Map<string, number[]>(lists.map(([name]) => [name, []]));
  let [line, depth, list, key] = [1, 0, '', ''];
  let awaited = false;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^\s[\]{},:"]+/g)) {
    if (token === '\n') {
      line += 1;
      continue;
    }
    if (awaited && token !== ']') starts.get(list)?.push(line);
    awaited = false;
    if (token === '[' || token === '{') {
      depth += 1;
      if (depth === 2) list = key;
      awaited = depth === 2 && token === '[';
    } else if (token === ']' || token === '}') depth -= 1;
    else if (token === ',') awaited = depth === 2;
    else if (depth === 1 && token.startsWith('"')) key = token.slice(1, -1);
  }
  return starts;
}
