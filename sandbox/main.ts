import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { invokeCommand } from './invoke-command';
import type { Conditions } from './sandbox-types';
import { startCommand } from './start-command';

const usage = `Usage:
  sandbox start [--site SITE] [--port N] [--reset] [--short-pages] [--delay MS] [--query-lag MS]
  sandbox invoke NAME 'JSON' [--site SITE] [--as ACCOUNT] [--stats]

SITE is a Jira CSV export, a folder of Jira REST answers, or one of the made-up sites small (also without --site), large,
odd and states.

A bad day, also to be had on a running site: --short-pages serves every page with one object, --delay makes every call of
the app to Jira and to storage take so many milliseconds longer, --query-lag keeps a change from storage queries so long.`;

const usualPort = 4100;

/** Started from the project's folder, as npm does it: the bundle cannot know where it lies. */
const root = process.cwd();
const stateFolder = join(root, '.sandbox');
const now = () => Date.now();
const tell = (line: string) => {
  process.stderr.write(`${line}\n`);
};

async function main(words: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      site: { type: 'string' },
      port: { type: 'string' },
      reset: { type: 'boolean', default: false },
      'short-pages': { type: 'boolean', default: false },
      delay: { type: 'string' },
      'query-lag': { type: 'string' },
      as: { type: 'string' },
      stats: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, name, payload, ...more] = positionals;
  const { site, stats, reset } = values;
  if (values.help) {
    process.stdout.write(`${usage}\n`);
  } else if (command === 'start' && name === undefined) {
    await start(site, portOf(values.port), reset, {
      shortPages: values['short-pages'],
      delayMilliseconds: millisecondsOf('--delay', values.delay),
      queryLagMilliseconds: millisecondsOf('--query-lag', values['query-lag']),
    });
  } else if (command === 'invoke' && more.length === 0) {
    const answer = await invokeCommand({
      name,
      payload,
      site,
      account: values.as,
      stats,
      root,
      stateFolder,
      now,
      tell,
    });
    process.stdout.write(`${JSON.stringify(answer.printed, null, 2)}\n`);
    process.exitCode = answer.exitCode;
  } else {
    tell(usage);
    process.exitCode = 2;
  }
}

async function start(
  site: string | undefined,
  port: number,
  reset: boolean,
  conditions: Partial<Conditions>,
): Promise<void> {
  const started = await startCommand({ site, port, reset, conditions, root, stateFolder, now, tell });
  process.stdout.write(`${started.url}\n`);
  const stop = () => {
    // A second signal, while the first is being answered, ends the process at once.
    process.off('SIGINT', stop).off('SIGTERM', stop);
    started.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        fail(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  // The app runs in this process: what it leaves unhandled must not take the sandbox, and unsaved work, with it.
  process.on('unhandledRejection', (error) => {
    tell(
      `The app left a promise unhandled: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  });
}

function portOf(text: string | undefined): number {
  const port = text === undefined ? usualPort : /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535))
    throw new Error(`--port must be a number from 0 (any free port) to 65535, not '${String(text)}'.`);
  return port;
}

/** A day at the most: whoever means more has mistaken the unit. */
function millisecondsOf(option: string, text: string | undefined): number {
  const milliseconds = text === undefined ? 0 : /^\d{1,8}$/.test(text) ? Number(text) : Number.NaN;
  if (!(milliseconds <= 86_400_000))
    throw new Error(`${option} must be a number of milliseconds from 0 to 86400000, not '${String(text)}'.`);
  return milliseconds;
}

function fail(error: unknown): void {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

main(process.argv.slice(2)).catch(fail);
