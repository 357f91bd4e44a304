import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

import type { ProblemCode } from '../../../src/problem';
import { problemText, refusalText, speak, texts } from '../../../static/planner/src/texts';
import { english } from '../../../static/planner/src/texts/english';
import { french } from '../../../static/planner/src/texts/french';

const source = join(__dirname, '../../../static/planner/src');

/** Every sentence under its key; one with gaps as it is written in the source. */
function sentences(part: unknown, path = ''): Map<string, string> {
  if (typeof part === 'string') return new Map([[path, part]]);
  if (typeof part === 'function') return new Map([[path, String(part)]]);
  if (typeof part !== 'object' || part === null) return new Map();
  return new Map(
    Object.entries(part).flatMap(([key, value]) => [...sentences(value, path === '' ? key : `${path}.${key}`)]),
  );
}

/** All nodes of a source file, from the top. */
function nodesOf(path: string): { node: ts.Node; line: number }[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: { node: ts.Node; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    found.push({ node, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node);

describe('French', () => {
  /** Words and signs that both languages share, and sentences that are nothing but gaps and signs. */
  const same = new Set([
    'auto',
    'backlog',
    'capacityOf.none',
    'columns.estimate',
    'columns.confidence',
    'estimateSource.set',
    'estimateSource.none',
    'finding.epic',
    'finding.section',
    'finding.keys.ctrl',
    'finding.keys.command',
    'finding.sumOf',
    'firstRun.hours',
    'history.dates',
    'history.page',
    'history.personIssues',
    'history.sprint',
    'issue.inWords',
    'noRatio',
    'prismLabel',
    'sumFormula',
    'toHereNames.chance',
    'settings.beforeAfter',
    'settings.tabsLabel',
  ]);

  it('says everything in its own words', () => {
    const inEnglish = sentences(english);
    const untranslated = [...sentences(french)].filter(
      ([key, sentence]) => inEnglish.get(key) === sentence && !same.has(key),
    );
    expect(untranslated).toEqual([]);
  });

  it('lists as shared only what is', () => {
    const inEnglish = sentences(english);
    const inFrench = sentences(french);
    expect([...same].filter((key) => inEnglish.get(key) !== inFrench.get(key))).toEqual([]);
  });

  it('has typographic apostrophes, and no-break spaces before : ; ? ! and %', () => {
    const folder = join(source, 'texts/french');
    const wrong = readdirSync(folder).flatMap((name) =>
      nodesOf(join(folder, name)).flatMap(({ node, line }) =>
        isText(node) && !ts.isImportDeclaration(node.parent) && /'|(^|[^\u202f\u00a0(])[:;?!%]/.test(node.text)
          ? [`${name}:${String(line)} ${node.text}`]
          : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('has a sentence for every reason for which a call can fail', () => {
    const codes: Record<ProblemCode | 'bridge.failed', true> = {
      'input.invalid': true,
      'team.no-project': true,
      'board.unknown': true,
      'board.none': true,
      'board.no-sprints': true,
      'sprint.none': true,
      'sprint.unknown': true,
      'sprint.too-large': true,
      'issue.unknown': true,
      'issue.conflict': true,
      'issue.no-transition': true,
      'issue.needs-screen': true,
      'plan.conflict': true,
      'apply.busy': true,
      'apply.changed': true,
      'apply.closed': true,
      'apply.no-next-sprint': true,
      'apply.nothing-to-undo': true,
      'settings.conflict': true,
      'team.conflict': true,
      'permission.denied': true,
      'jira.scope': true,
      'jira.busy': true,
      'jira.failed': true,
      'jira.unreadable': true,
      'storage.unreadable': true,
      'storage.failed': true,
      'app.failed': true,
      'bridge.failed': true,
    };
    expect(Object.keys(french.problems).sort()).toEqual(Object.keys(codes).sort());
  });
});

describe('the language of the page', () => {
  afterEach(() => speak('en'));

  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['fr_FR', 'fr'],
    ['en-GB', 'en'],
    ['de-DE', 'en'],
    // Frisian is not French.
    ['frr', 'en'],
    ['', 'en'],
  ])('is for the locale %p: %p', async (locale, language) => {
    expect(await speak(locale)).toBe(language);
    expect(texts.capacity).toBe(language === 'fr' ? 'Capacité' : 'Capacity');
  });

  it('is the one that was asked for last, whichever is ready first', async () => {
    await Promise.all([speak('fr'), speak('en')]);
    expect(texts.capacity).toBe('Capacity');
    await Promise.all([speak('en'), speak('fr')]);
    expect(texts.capacity).toBe('Capacité');
  });

  it('leaves a problem its own sentence in English, and says it by its code in French', async () => {
    const problem = { code: 'jira.busy', message: 'Jira is busy and asked us to slow down.' };
    const unheard = { code: 'jira.unheard-of', message: 'Something new.' };
    expect(problemText(problem)).toBe(problem.message);
    await speak('fr');
    expect(problemText(problem)).toBe(french.problems['jira.busy']);
    expect(problemText(unheard)).toBe(unheard.message);
  });

  it('shows what Jira says about one issue as it comes', async () => {
    await speak('fr');
    expect(refusalText({ code: 'jira.failed', why: 'Le champ est requis.' })).toBe('Le champ est requis.');
    expect(refusalText({ code: 'done', why: 'It is done.' })).toBe(french.refusals['done']);
  });
});

describe('what people read on the page', () => {
  const read = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label']);
  // A single letter is a sign or a key: Σ, j.
  const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

  /** Text between tags, in braces between tags, or in an attribute that is read out or shown. */
  function isShown(node: ts.Node): boolean {
    if (ts.isJsxText(node)) return true;
    if (!isText(node)) return false;
    const holder = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent;
    if (ts.isJsxAttribute(holder)) return read.has(holder.name.getText());
    return ts.isJsxElement(holder) || ts.isJsxFragment(holder);
  }

  it('stands in the texts, not in a component', () => {
    const components = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.tsx'),
    );
    expect(components.length).toBeGreaterThan(30);
    const loose = components.flatMap((name) =>
      nodesOf(join(source, name)).flatMap(({ node, line }) =>
        isShown(node) && (ts.isJsxText(node) || isText(node)) && hasWords(node.text)
          ? [`${name}:${String(line)} ${node.text.trim()}`]
          : [],
      ),
    );
    expect(loose).toEqual([]);
  });
});
