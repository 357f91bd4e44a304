import { cpSync } from 'node:fs';
import path from 'node:path';

import * as z from 'zod';

import { type MadeUpProject, makeProject } from '../scripts/made-up-project';

const root = path.resolve(__dirname, '../..');

const resultsSchema = z.array(
  z.object({
    name: z.string(),
    faults: z.array(z.string()),
    warnings: z.array(z.string()).default([]),
    remark: z.string().default(''),
  }),
);

export interface CheckResult {
  faults: string[];
  warnings: string[];
  remark: string;
}

/** The app in a folder of its own, to be broken there. Its page is a small one, with nothing wrong in it. */
export interface AppCopy extends MadeUpProject {
  /** Changes one place of a file, which must be there. */
  change(file: string, right: string, wrong: string): void;
  /** Runs these checks of `npm run deploy:check`; the environment may name another home. */
  check<Name extends string>(names: readonly Name[], environment?: Record<string, string>): Record<Name, CheckResult>;
}

export const pageFolder = 'static/planner/dist';

/** `removeProjects` takes it away. */
export function copyApp(): AppCopy {
  const project = makeProject();
  project.linkPackages();
  for (const part of ['manifest.yml', 'tsconfig.json', 'src', 'sandbox', 'dist/sandbox/main.cjs']) {
    cpSync(path.join(root, part), path.join(project.folder, part), { recursive: true });
  }
  writeSmallPage(project);
  return {
    ...project,
    change(file, right, wrong) {
      const text = project.read(file);
      if (!text.includes(right)) throw new Error(`${file} has no '${right}' that could be changed`);
      project.write(file, text.replace(right, wrong));
    },
    check(names, environment = {}) {
      const { code, stdout, stderr } = project.run(
        `import { runChecks } from './scripts/deploy-check.mjs';
         console.log(JSON.stringify(await runChecks(${JSON.stringify(names)})));`,
        environment,
      );
      if (code !== 0) throw new Error(`The checks did not end well: ${stderr}`);
      const results = resultsSchema.parse(JSON.parse(stdout));
      const resultOf = (name: string): CheckResult => {
        const result = results.find((one) => one.name === name);
        if (result === undefined) throw new Error(`There is no result of the check '${name}'`);
        const { faults, warnings, remark } = result;
        return { faults, warnings, remark };
      };
      return byName(names, resultOf);
    },
  };
}

function byName<Name extends string>(
  names: readonly Name[],
  resultOf: (name: string) => CheckResult,
): Record<Name, CheckResult> {
  return Object.fromEntries(names.map((name) => [name, resultOf(name)])) as Record<Name, CheckResult>;
}

/** A built page with a script and a style, and nothing wrong in it. */
export function writeSmallPage(project: MadeUpProject): void {
  project.write(
    `${pageFolder}/index.html`,
    '<!doctype html><html><link rel="stylesheet" href="./page.css"><script type="module" src="./page.js"></script></html>',
  );
  project.write(`${pageFolder}/page.css`, 'body { background: url(data:image/png;base64,AA==) }');
  project.write(`${pageFolder}/page.js`, "document.title = 'Plan';");
}
