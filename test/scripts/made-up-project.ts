import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A small project in a folder of its own, with our tooling in it: scripts/ works on the folder that it lies in. */
export interface MadeUpProject {
  folder: string;
  write(file: string, text: string): void;
  read(file: string): string;
  has(file: string): boolean;
  remove(file: string): void;
  /** Gives it the real packages, or what there is of them. */
  linkPackages(): void;
  /** Runs a module that may import './scripts/….mjs', to its end. */
  run(code: string, environment?: Record<string, string>): Ended;
  /** Starts one of its scripts and leaves it running. */
  start(script: string, words: string[]): ReturnType<typeof spawn>;
}

/** @returns a new project for one test; `removeProjects` takes it away */
export function makeProject(): MadeUpProject {
  const folder = mkdtempSync(path.join(tmpdir(), 'planprism-tooling-'));
  folders.push(folder);
  const at = (file: string) => path.join(folder, file);
  const project: MadeUpProject = {
    folder,
    write: (file, text) => {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    read: (file) => readFileSync(at(file), 'utf8'),
    has: (file) => existsSync(at(file)),
    remove: (file) => {
      rmSync(at(file), { recursive: true });
    },
    linkPackages: () => {
      symlinkSync(path.join(root, 'node_modules'), at('node_modules'), 'dir');
    },
    run: (code, environment = {}) => {
      project.write('act.mjs', code);
      const { status, stdout, stderr } = spawnSync(process.execPath, ['act.mjs'], {
        cwd: folder,
        env: { ...ownEnvironment(), ...environment },
        encoding: 'utf8',
      });
      return { code: status, stdout, stderr };
    },
    start: (script, words) =>
      spawn(process.execPath, [script, ...words], {
        cwd: folder,
        env: ownEnvironment(),
        stdio: ['pipe', 'pipe', 'pipe'],
      }),
  };
  cpSync(path.join(root, 'scripts'), at('scripts'), { recursive: true });
  project.write('package.json', JSON.stringify({ name: 'made-up', engines: { node: '>=20.19' } }));
  return project;
}

const folders: string[] = [];

export function removeProjects(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Without what npm told the process that runs the tests. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|CHROMIUM_PATH$)/.test(name)),
  );
}
