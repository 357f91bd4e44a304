/**
 * How the tooling talks: one line for each thing it does, on standard error when standard output belongs to a command.
 */

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`• ${sentence}\n`);
}

/**
 * Ends the process with a sentence that says what happened and what to do about it.
 * A stack trace is for programming errors, which are not caught here.
 */
export class Refusal extends Error {}

/**
 * Runs a script's main act.
 *
 * @param {() => Promise<void>} act
 */
export async function runScript(act) {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`\n✗ ${error.message}\n`);
    process.exitCode = 1;
  }
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
