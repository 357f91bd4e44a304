import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import { parse } from 'yaml';
import * as z from 'zod';

const root = path.resolve(__dirname, '..');
const manifest = readFileSync(path.join(root, 'manifest.yml'), 'utf8');

const manifestShape = z.object({
  app: z.object({ runtime: z.object({ name: z.string() }) }),
  permissions: z.object({ scopes: z.array(z.string()) }),
});

describe('manifest.yml', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planprism-manifest-'));

  beforeAll(() => {
    // What the manifest points to: the handlers' and the glance's source, and the planner as built.
    cpSync(path.join(root, 'src/index.ts'), path.join(folder, 'src/index.ts'));
    cpSync(path.join(root, 'src/glance/index.tsx'), path.join(folder, 'src/glance/index.tsx'));
    mkdirSync(path.join(folder, 'static/planner/dist'), { recursive: true });
    writeFileSync(path.join(folder, 'static/planner/dist/index.html'), '<!doctype html>');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** What Atlassian's own validation says about a manifest in an app like this one. */
  async function faultsOf(text: string): Promise<string[]> {
    const file = path.join(folder, 'manifest.yml');
    writeFileSync(file, text);
    const { success, errors = [] } = await validation.process(file);
    const faults = errors.map(({ level, message }) => `${level}: ${message}`);
    return success || faults.length > 0 ? faults : ['refused without a reason'];
  }

  // Most of the time goes into compiling Atlassian's schema.
  const validation = ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).build();

  it('is what Forge accepts, without a warning', async () => {
    expect(await faultsOf(manifest)).toEqual([]);
  }, 30_000);

  it.each([
    ['an unknown module', 'jira:backlogAction:', 'jira:backlogActions:', 'jira:backlogActions'],
    ['a misspelt function', 'function: resolver', 'function: resolvers', 'resolver'],
    ['a misspelt handler', 'handler: index.handler', 'handler: indexes.handler', 'indexes'],
    ['an unknown scope', '- read:project:jira', '- read:projects:jira', 'read:projects:jira'],
    ['a resource that is not there', 'path: static/planner/dist', 'path: static/planner/build', 'static/planner/build'],
    ['a size that a modal cannot have', 'viewportSize: max', 'viewportSize: fullscreen', 'viewportSize'],
  ])(
    'would be refused with %s',
    async (_what, right, wrong, named) => {
      expect(manifest).toContain(right);
      expect((await faultsOf(manifest.replace(right, wrong))).join('\n')).toContain(named);
    },
    30_000,
  );

  it('runs on a Node.js that Forge still deploys: 22 or later', () => {
    const { name } = manifestShape.parse(parse(manifest)).app.runtime;
    expect(Number(/^nodejs(\d+)\.x$/.exec(name)?.[1])).toBeGreaterThanOrEqual(22);
  });

  it('names, beside each scope, the call that needs it', () => {
    const { scopes } = manifestShape.parse(parse(manifest)).permissions;
    expect(scopes).not.toEqual([]);
    expect(scopes.filter((scope) => !namesItsCall(manifest, scope))).toEqual([]);
  });

  it.each([
    ['- read:jira-work', false],
    ['- read:jira-work # needed', false],
    ['- read:jira-work # GET /rest/api/3/configuration', true],
    ['- storage:app # @forge/kvs: plans', true],
  ])("takes '%s' for an explanation: %s", (line, explained) => {
    expect(namesItsCall(`permissions:\n  scopes:\n    ${line}\n`, line.split(' ')[1] ?? '')).toBe(explained);
  });
});

/** Whether the line of a scope has a comment with a Jira path or the package that uses it. */
function namesItsCall(text: string, scope: string): boolean {
  const line = text.split('\n').find((one) => one.replace(/\s#.*/, '').trim() === `- ${scope}`) ?? '';
  return /\s# .*(\b(GET|POST|PUT|DELETE) \/rest\/|@forge\/)/.test(line);
}
