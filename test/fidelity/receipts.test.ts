import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Source } from '../../sandbox/receipts';
import { directExchanges } from './direct-exchanges';
import { limitTables, receiptsAsMarkdown, refusalTables } from './receipt-tables';
import { appFolder } from './recorded-app';
import { sourceFault } from './source-fault';
import { storageCodes } from './storage-mistakes';

const sandbox = join(appFolder, 'sandbox');
const today = new Date().toISOString().slice(0, 10);

const limits = Object.entries(limitTables).flatMap(([table, entries]) =>
  Object.entries(entries).map(([name, limit]) => [`${table}.${name}`, limit] as const),
);
const refusals = Object.entries(refusalTables).flatMap(([table, entries]) =>
  Object.entries(entries).map(([name, refusal]) => [`${table}.${name}`, refusal] as const),
);

/** The files of the sandbox's server side, by their path in it. */
const sources = new Map(
  readdirSync(sandbox, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('web/'))
    .map((file) => [file, readFileSync(join(sandbox, file), 'utf8')] as const),
);

describe('each limit of the sandbox', () => {
  it.each(limits)('%s has a source that says so', (_name, { value, unit, source }) => {
    expect(unit).not.toBe('');
    expect(sourceFault(source, today)).toBeUndefined();
    const quote = 'quote' in source ? source.quote : String(value);
    if (typeof value === 'number') expect(quote.match(/\d+/g) ?? []).toContain(String(value));
  });

  it.each(limits)('%s is used', (name) => {
    const [table = '', own = ''] = name.split('.');
    const use = new RegExp(`\\b${table.replace('Table', 's')}\\.${own}\\b`);
    expect([...sources.values()].some((text) => use.test(text))).toBe(true);
  });
});

describe('each refusal of the sandbox', () => {
  it.each(refusals)('%s has sources that say so', (_name, { status, words, sources: all }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(words).not.toBe('');
    expect(all.flatMap((source) => sourceFault(source, today) ?? [])).toEqual([]);
  });
});

describe('the tables of limits and refusals', () => {
  it('are all here', () => {
    const named = [...sources.values()].flatMap((text) => [
      ...text.matchAll(/export const (\w+(?:Limit|Refusal)Table)\b/g),
    ]);
    expect(named.map(([, name]) => name).sort()).toEqual(
      [...Object.keys(limitTables), ...Object.keys(refusalTables)].sort(),
    );
  });

  it('are in sandbox/README.md, word for word', () => {
    const readme = readFileSync(join(sandbox, 'README.md'), 'utf8');
    const section = readme.split('\n## Limits and refusals\n')[1]?.split('\n## ')[0] ?? '';
    const tables = section.slice(section.indexOf('| limit |')).trim();
    expect(tables).toBe(receiptsAsMarkdown());
  });

  it('have every number that Forge’s and Jira’s side of the sandbox compares with', () => {
    expect([...sources].flatMap(([file, text]) => (/^(forge|jira)\//.test(file) ? ownLimits(file, text) : []))).toEqual(
      [],
    );
  });

  it('have every refusal of Jira’s', async () => {
    const elsewhere = [...sources].filter(([, text]) => text.includes('new JiraRefusal(')).map(([file]) => file);
    // The first makes them of the tables; the second has one for each thing that is wrong with a body.
    expect(elsewhere.sort()).toEqual(['jira/refuse.ts', 'jira/request-body.ts']);
    const known = refusals.filter(([name]) => /^(jira|work|property|history)/.test(name));
    const answers = (await directExchanges()).map(({ answer }) => answer).filter(({ status }) => status >= 400);
    expect(answers.length).toBeGreaterThan(50);
    const met = new Set<string>();
    const unknown = answers.flatMap(({ status, body }) =>
      wordsIn(body).flatMap((words) => {
        const found = known.filter(([, refusal]) => refusal.status === status && isSaidBy(refusal.words, words));
        for (const [name] of found) met.add(name);
        return found.length > 0 ? [] : [`${String(status)} ${words}`];
      }),
    );
    expect(unknown).toEqual([]);
    expect(known.flatMap(([name]) => (met.has(name) ? [] : [name]))).toEqual([]);
  }, 60_000);

  it('have every code of Forge’s storage', () => {
    expect(storageCodes()).toEqual(
      Object.entries(refusalTables['kvsRefusalTable'] ?? {}).map(([code, { status }]) => [code, status]),
    );
  });
});

describe('the check of sources', () => {
  it.each<[Source, string]>([
    [{ from: 'description', quote: 'Accepts max 51 IDs.' }, 'does not stand in'],
    [{ from: 'description', quote: '50' }, 'too short'],
    [{ from: 'measured-facts', quote: 'page max | 51' }, 'does not stand in'],
    [{ from: 'recording', file: 'jira-ruby/none.json', quote: 'anything at all' }, 'is not there'],
    [
      { from: 'package', name: '@forge/kvs', version: '1.0.0', file: 'out/kvs.js', quote: 'KEY_NOT_FOUND' },
      'installed as',
    ],
    [
      { from: 'package', name: '@forge/none', version: '1.0.0', file: 'out/kvs.js', quote: 'KEY_NOT_FOUND' },
      'not installed',
    ],
    [{ from: 'page', url: 'https://example.com/limits/', date: '2026-09-01' }, 'no address'],
    [{ from: 'page', url: 'https://developer.atlassian.com/platform/forge/limits/', date: 'September' }, 'no day'],
    [
      { from: 'page', url: 'https://developer.atlassian.com/platform/forge/limits/', date: '2099-01-01' },
      'yet to come',
    ],
    [{ from: 'report', url: 'https://github.com/somebody', date: '2020-12-16' }, 'no address'],
    [{ from: 'ours', why: ' ' }, 'no reason'],
  ])('does not take %j', (source, words) => {
    expect(sourceFault(source, today)).toContain(words);
  });
});

describe('the search for numbers outside of the tables', () => {
  it.each([
    ['if (names.length > 50) throw refused();', ['a.ts: names.length > 50']],
    ['const most = 50; if (names.length > most) throw refused();', ['a.ts: names.length > most']],
    ['const page = Math.min(asked, 100);', ['a.ts: Math.min(asked, 100)']],
    ['if (names.length === 0 || names.length < 1) throw refused();', []],
    ['if (names.length > jiraLimits.movedIssues) throw refused();', []],
  ])('reads %s', (text, found) => {
    expect(ownLimits('a.ts', text)).toEqual(found);
  });
});

/** Comparisons with a number of the file's own that may be a limit: above 1, and no status of HTTP. */
function ownLimits(file: string, text: string): string[] {
  const root = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const constants = new Set<string>();
  const found: string[] = [];
  const isLimit = (node: ts.Node): boolean => {
    if (ts.isNumericLiteral(node)) return Number(node.text) > 1 && !/^[2-5]00$/.test(node.text);
    return ts.isIdentifier(node) && constants.has(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined && isLimit(node.initializer))
      constants.add(node.name.getText(root));
    const compared =
      ts.isBinaryExpression(node) && /^[<>]=?$/.test(node.operatorToken.getText(root)) ? [node.left, node.right] : [];
    const capped =
      ts.isCallExpression(node) && /^Math\.(min|max)$/.test(node.expression.getText(root)) ? [...node.arguments] : [];
    if ([...compared, ...capped].some(isLimit)) found.push(`${file}: ${node.getText(root)}`);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** Whether an answer has the words of a table, where `{}` stands for anything. */
function isSaidBy(pattern: string, words: string): boolean {
  const parts = pattern.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`).test(words);
}

function wordsIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [`no words: ${JSON.stringify(body)}`];
  const { errorMessages = [], errors = {}, message = [] } = { ...body } as Record<string, unknown>;
  const words = [errorMessages, Object.values(errors ?? {}), message].flat().map(String);
  return words.length === 0 ? [`no words: ${JSON.stringify(body)}`] : words;
}
