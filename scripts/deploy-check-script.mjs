import ts from 'typescript';

/**
 * Code that two packages carry for engines without `globalThis`, which no browser of Jira's is. It is never reached, and
 * so needs no 'unsafe-eval'.
 */
const neverReached = [
  // regenerator-runtime, and whatever was compiled with it
  /^Function\((["'`])r\1, ?(["'`])regeneratorRuntime = r\2\)$/,
  // lodash's way to the global object, after `globalThis`, `self` and `global`
  /^Function\((["'`])return this\1\)$/,
];

/** What loads something from the address that is its first argument. */
const loaders = new Set(['fetch', 'importScripts', 'Worker', 'SharedWorker', 'WebSocket', 'EventSource', 'sendBeacon']);

/**
 * What a script does that the page may not do.
 *
 * @param {string} code
 * @param {Pick<import('./deploy-check-page.mjs').Allowed, 'evaluation' | 'runtimeStyles'>} allowed
 * @param {(url: string) => string | undefined} urlFault
 */
export function scriptFaults(code, { evaluation, runtimeStyles }, urlFault) {
  const source = ts.createSourceFile('page.js', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  /** @type {Set<string>} */
  const faults = new Set();
  const text = (/** @type {ts.Node} */ node) => code.slice(node.pos, node.end).trim();

  /**
   * @param {ts.Expression | undefined} node
   * @param {'module' | 'resource'} kind a module must be there; what else is loaded stands relative to the page
   */
  const checkAddress = (node, kind) => {
    const address = startOf(node);
    if (address === undefined || (kind === 'resource' && isRelative(address))) return;
    const fault = urlFault(address);
    if (fault !== undefined) faults.add(fault);
  };
  /** @param {ts.CallExpression | ts.NewExpression} call */
  const checkCall = (call) => {
    const [first] = call.arguments ?? [];
    const name = nameOf(call.expression);
    if (!evaluation && makesCode(name, first) && !neverReached.some((known) => known.test(text(call)))) {
      faults.add(`\`${text(call).slice(0, 80)}\` makes code of text, which is refused.`);
    }
    if (
      !runtimeStyles &&
      name === 'createElement' &&
      first &&
      ts.isStringLiteralLike(first) &&
      first.text === 'style'
    ) {
      faults.add("Styles are made at run time, and need 'unsafe-inline' in permissions.content.styles.");
    }
    if (loaders.has(name)) checkAddress(first, 'resource');
    if (call.expression.kind === ts.SyntaxKind.ImportKeyword) checkAddress(first, 'module');
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) checkCall(node);
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) checkAddress(node.moduleSpecifier, 'module');
    if (ts.isBinaryExpression(node) && isSource(node.left)) checkAddress(node.right, 'resource');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...faults];
}

/**
 * @param {string} name of what is called
 * @param {ts.Expression | undefined} first argument
 */
function makesCode(name, first) {
  if (name === 'eval' || name === 'Function') return true;
  return (name === 'setTimeout' || name === 'setInterval') && first !== undefined && ts.isStringLiteralLike(first);
}

/**
 * `eval` of `eval(…)`, `window.eval(…)` and `(0, eval)(…)`.
 *
 * @param {ts.Expression} callee
 * @returns {string}
 */
function nameOf(callee) {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  if (ts.isParenthesizedExpression(callee)) return nameOf(callee.expression);
  if (ts.isBinaryExpression(callee) && callee.operatorToken.kind === ts.SyntaxKind.CommaToken)
    return nameOf(callee.right);
  return '';
}

/**
 * What is written of an address: all of it, or what stands before the first thing that is put in.
 *
 * @param {ts.Expression | undefined} node
 */
function startOf(node) {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  // What is put together while the page runs is checked only for its host.
  return ts.isTemplateExpression(node) && !isRelative(node.head.text) ? node.head.text : undefined;
}

/** @param {string} address */
const isRelative = (address) => !/^([a-z][a-z0-9+.-]*:|\/)/i.test(address);

/** @param {ts.Expression} target */
const isSource = (target) => ts.isPropertyAccessExpression(target) && target.name.text === 'src';
