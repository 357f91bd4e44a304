import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An operation of Jira's REST API as the sandbox models it. The sandbox's table (sandbox/jira/operations.ts) is the one
 * source: a test holds its scopes against Atlassian's own description.
 *
 * @typedef {object} Operation
 * @property {string} method
 * @property {string} path with `{names}`, as in the description
 * @property {readonly string[]} scopes all of them are needed
 */

/** The products whose OpenAPI files Forge's permission linter reads; without all six it asks the internet for them. */
const products = ['JIRA', 'JSM', 'JSW', 'CONF', 'CONF_V2', 'BB'];

/**
 * The smallest OpenAPI description from which Forge's permission linter learns the scopes of these operations.
 *
 * @param {readonly Operation[]} operations
 */
export function descriptionOfScopes(operations) {
  /** @type {Record<string, Record<string, { security: { OAuth2: readonly string[] }[] }>>} */
  const paths = {};
  for (const { method, path, scopes } of operations) {
    paths[path] = { ...paths[path], [method.toLowerCase()]: { security: [{ OAuth2: scopes }] } };
  }
  return { paths };
}

/**
 * Writes the descriptions into a folder and gives the environment that makes the linter read them.
 *
 * @param {string} folder
 * @param {readonly Operation[]} operations
 * @returns {Record<string, string>}
 */
export function offlineDescriptions(folder, operations) {
  const jira = join(folder, 'jira.json');
  const nothing = join(folder, 'nothing.json');
  writeFileSync(jira, JSON.stringify(descriptionOfScopes(operations)));
  writeFileSync(nothing, JSON.stringify(descriptionOfScopes([])));
  /** @type {Record<string, string>} */
  const environment = { USE_LOCAL_SWAGGER: '1' };
  for (const product of products) environment[`LOCAL_${product}_SWAGGER`] = product === 'JIRA' ? jira : nothing;
  return environment;
}
