import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { refusal, rooms } from '../scripts/rooms.cjs';

const root = path.resolve(__dirname, '..');

/** Where code is; each of these folders holds rooms of scripts/rooms.cjs. */
const folders = ['src', 'static/planner', 'sandbox', 'test', 'scripts'];
const made = new Set(['node_modules', 'dist']);

interface FoundImport {
  specifier: string;
  typeOnly: boolean;
  line: number;
}

describe('the rooms of the design', () => {
  const files = folders.flatMap(codeFilesUnder);

  it('holds the code of the app, the planner, the sandbox and the tests', () => {
    for (const folder of folders) expect(files.filter((file) => file.startsWith(`${folder}/`))).not.toEqual([]);
    expect(files).toContain('src/contract.ts');
  });

  it('keeps every file to what its room may import', () => {
    const refused = files.flatMap((file) =>
      importsOf(file, readFileSync(path.join(root, file), 'utf8')).flatMap(({ specifier, typeOnly, line }) => {
        const reason = refusal(file, specifier, typeOnly);
        return reason === undefined ? [] : [`line ${String(line)}: ${reason}`];
      }),
    );
    expect(refused).toEqual([]);
  });

  it('names files and folders in kebab-case, after what they hold', () => {
    expect(files.flatMap((file) => refusedNames(file))).toEqual([]);
  });
});

describe('the table of who may import whom', () => {
  it.each([
    ['src/estimation/range.ts', '../problem'],
    ['src/estimation/range.ts', 'zod'],
    ['src/estimation/range.ts', 'node:fs'],
    ['src/problem.ts', './contract'],
    ['src/contract.ts', './planning/open-planner'],
    ['src/contract.ts', '@forge/api'],
    ['src/jira/boards.ts', '../storage/plans'],
    ['src/jira/boards.ts', '@forge/kvs'],
    ['src/storage/plans.ts', '../jira/boards'],
    ['src/storage/plans.ts', '@forge/api'],
    ['src/planning/save-plan.ts', '../resolvers/index'],
    ['src/planning/save-plan.ts', '@forge/api'],
    ['src/planning/save-plan.ts', 'node:crypto'],
    ['src/resolvers/index.ts', '../jira/boards'],
    ['src/resolvers/index.ts', '../storage/plans'],
    ['src/events/sprint-closed.ts', '../jira/sprints'],
    ['src/glance/glance.tsx', '../planning/open-planner'],
    ['src/glance/glance.tsx', '@forge/kvs'],
    ['src/index.ts', './planning/open-planner'],
    ['static/planner/src/app.tsx', '@forge/bridge'],
    ['static/planner/src/app.tsx', '@forge/api'],
    ['static/planner/src/app.tsx', '../../../src/planning/open-planner'],
    ['static/planner/src/app.tsx', '../../../sandbox/sandbox-types'],
    ['static/planner/src/bridge.ts', '@forge/api'],
    ['static/planner/vite.config.ts', '../../src/contract'],
    ['sandbox/main.ts', '../src/index'],
    ['sandbox/jira/boards.ts', '../../src/contract'],
    ['sandbox/web/main.tsx', '../../static/planner/src/app'],
    ['sandbox/web/main.tsx', 'node:http'],
    ['sandbox/web/vite.config.ts', '../main'],
    ['scripts/build.mjs', '../src/contract'],
    ['test/boundaries.test.ts', '../dist/app/index.cjs'],
  ])('%s may not import %s, not even types', (file, specifier) => {
    expect(refusal(file, specifier, false)).toContain('because');
    expect(refusal(file, specifier, true)).toContain('because');
  });

  it.each([
    ['src/jira/issues.ts', '../estimation/range'],
    ['src/storage/plans.ts', '../estimation/manual-line'],
    ['src/planning/open-planner.ts', '../contract'],
    ['static/planner/src/app.tsx', '../../../src/contract'],
    ['sandbox/web/main.tsx', '../sandbox-types'],
  ])('%s may take types from %s, and nothing that runs', (file, specifier) => {
    expect(refusal(file, specifier, true)).toBeUndefined();
    expect(refusal(file, specifier, false)).toContain('only types');
  });

  it.each([
    ['src/estimation/cutline.ts', './range'],
    ['src/contract.ts', 'zod'],
    ['src/jira/boards.ts', '@forge/api'],
    ['src/storage/plans.ts', '@forge/kvs'],
    ['src/planning/save-plan.ts', '../jira/boards'],
    ['src/resolvers/index.ts', '../planning/open-planner'],
    ['src/index.ts', './resolvers/index'],
    ['static/planner/src/app.tsx', '@atlaskit/tokens/set-global-theme'],
    ['static/planner/src/app.tsx', '../../../src/estimation/cutline'],
    ['static/planner/src/app.tsx', './bridge'],
    ['static/planner/src/bridge.ts', '@forge/bridge'],
    ['sandbox/main.ts', 'node:http'],
    ['test/planning/open-planner.test.ts', '../../src/planning/open-planner'],
  ])('%s may import %s', (file, specifier) => {
    expect(refusal(file, specifier, false)).toBeUndefined();
  });

  it('refuses something for every room but the tests', () => {
    for (const { room } of rooms.filter((one) => one.room !== 'test')) {
      expect(
        refusal(`${room}/made-up.ts`, '../'.repeat(room.split('/').length) + 'made-up/elsewhere', false),
      ).toContain(room);
    }
  });

  it('asks for a room when a file is in none', () => {
    expect(refusal('src/somewhere/new.ts', '../problem', false)).toContain('src/somewhere/new.ts is in no room');
  });
});

describe('the reader of imports', () => {
  it('finds every way to import, and which of them leave nothing in the built code', () => {
    const text = [
      "import { a } from 'one';",
      "import type { B } from 'two';",
      "import { type C } from 'three';",
      "export { d } from 'four';",
      "export type { E } from 'five';",
      "export * from 'six';",
      "import 'seven';",
      "const f = await import('eight');",
      "const g = require('nine');",
      "let h: import('ten').H;",
    ].join('\n');
    expect(importsOf('made-up.ts', text)).toEqual([
      { specifier: 'one', typeOnly: false, line: 1 },
      { specifier: 'two', typeOnly: true, line: 2 },
      // With verbatimModuleSyntax this stays as `import 'three'`.
      { specifier: 'three', typeOnly: false, line: 3 },
      { specifier: 'four', typeOnly: false, line: 4 },
      { specifier: 'five', typeOnly: true, line: 5 },
      { specifier: 'six', typeOnly: false, line: 6 },
      { specifier: 'seven', typeOnly: false, line: 7 },
      { specifier: 'eight', typeOnly: false, line: 8 },
      { specifier: 'nine', typeOnly: false, line: 9 },
      { specifier: 'ten', typeOnly: true, line: 10 },
    ]);
  });
});

describe('the reader of names', () => {
  it.each(['src/planning/savePlan.ts', 'src/Planning/save-plan.ts', 'src/planning/save_plan.ts'])(
    'refuses %s',
    (file) => {
      expect(refusedNames(file)).toEqual([expect.stringContaining('kebab-case')]);
    },
  );

  it.each(['src/utils/round.ts', 'src/jira/jira-helpers.ts', 'sandbox/common/clock.ts', 'src/storage/plan-manager.ts'])(
    'refuses %s, which says nothing about what it holds',
    (file) => {
      expect(refusedNames(file)).toEqual([expect.stringContaining('says nothing')]);
    },
  );

  it.each(['src/planning/save-plan.ts', 'test/boundaries.test.ts', 'static/planner/vite.config.ts'])(
    'accepts %s',
    (file) => {
      expect(refusedNames(file)).toEqual([]);
    },
  );
});

function codeFilesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return made.has(entry.name) ? [] : codeFilesUnder(file);
    return /\.(tsx?|[cm]js)$/.test(entry.name) ? [file] : [];
  });
}

/** Every module that a text names, as TypeScript's own parser sees it: no comment can hide one, as it can from a linter. */
function importsOf(file: string, text: string): FoundImport[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: FoundImport[] = [];
  const add = (literal: ts.Node | undefined, typeOnly: boolean) => {
    if (literal === undefined || !ts.isStringLiteralLike(literal)) return;
    const line = source.getLineAndCharacterOfPosition(literal.getStart(source)).line + 1;
    found.push({ specifier: literal.text, typeOnly, line });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isExternalModuleReference(node)) {
      add(node.expression, false);
    } else if (ts.isCallExpression(node)) {
      const { expression } = node;
      const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
      if (isRequire || expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function refusedNames(file: string): string[] {
  const nothing = /^(utils?|helpers?|common|managers?)$/;
  return file.split('/').flatMap((name) => {
    if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name)) return [`${file}: '${name}' is not in kebab-case.`];
    if (name.split(/[.-]/).some((word) => nothing.test(word))) {
      return [
        `${file}: '${name}' says nothing about what it holds. Name it after that; if nothing fits, it holds two things.`,
      ];
    }
    return [];
  });
}
