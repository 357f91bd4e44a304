import { propertyRefusalTable } from './property-limits';
import { NotModelled } from './refusal';
import { refused } from './refuse';
import { searchablePart, type SearchableProperty } from './searchable-property';
import { workLimits, workRefusalTable } from './work-limits';

/** A value in JQL: text or number as it is written, or a function without arguments. */
export type JqlValue = { text: string } | { function: string };

/** `field = value` or `field in (values)`. */
export interface JqlFieldCondition {
  field: JqlField;
  values: JqlValue[];
}

/** What an issue property must hold: `planprism.confidence < 50`; `EMPTY` without a value. */
export interface JqlPropertyCondition {
  /** As the query calls it. */
  name: string;
  part: SearchableProperty;
  operator: PropertyOperator;
  /** Absent with EMPTY. */
  value?: string;
}

export type PropertyOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'is empty' | 'is not empty';

export type JqlCondition = JqlFieldCondition | JqlPropertyCondition;

export interface JqlOrder {
  field: 'rank' | 'key' | 'created';
  descending: boolean;
}

/** A query that the sandbox understands: all conditions hold. */
export interface JqlQuery {
  conditions: JqlCondition[];
  order: JqlOrder[];
}

const fields = {
  project: 'project',
  key: 'key',
  issuekey: 'key',
  id: 'key',
  sprint: 'sprint',
  status: 'status',
  statuscategory: 'statusCategory',
  assignee: 'assignee',
  issuetype: 'issuetype',
  type: 'issuetype',
} as const;

export type JqlField = (typeof fields)[keyof typeof fields];

const orderFields = { rank: 'rank', key: 'key', issuekey: 'key', created: 'created' } as const;

interface Token {
  text: string;
  kind: 'word' | 'quoted' | 'sign';
  from: number;
  to: number;
}

/**
 * Reads the part of JQL that the sandbox understands: conditions of `=` and `in`, and of issue properties, joined by AND,
 * and ORDER BY.
 * @param searchable what may be asked of issue properties
 * @throws NotModelled naming the clause for everything else
 * @throws JiraRefusal 400 for a query without a condition, ordered by too many fields, or of a property that no app has
 * made searchable
 */
export function readJql(jql: string, searchable: readonly SearchableProperty[]): JqlQuery {
  const tokens = tokensOf(jql);
  const orderAt = tokens.findIndex((token, at) => isWord(token, 'order') && isWord(tokens[at + 1], 'by'));
  const conditionTokens = orderAt === -1 ? tokens : tokens.slice(0, orderAt);
  const order = orderAt === -1 ? [] : splitAt(tokens.slice(orderAt + 2), (token) => isSign(token, ','));
  if (conditionTokens.length === 0) throw refused(workRefusalTable.unboundedJql);
  if (order.length > workLimits.orderedFields) {
    throw refused(workRefusalTable.tooManyOrderedFields, workLimits.orderedFields);
  }
  return {
    conditions: splitAt(conditionTokens, (token) => isWord(token, 'and')).map((clause) =>
      readCondition(clause, jql, searchable),
    ),
    order: order.map((part) => readOrder(part, jql)),
  };
}

function tokensOf(jql: string): Token[] {
  const tokens: Token[] = [];
  for (const match of jql.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[!=<>~]+|[(),]|[^\s"'!=<>~(),]+|["']/g)) {
    const [written] = match;
    const quoted = /^(["']).*\1$/s.test(written) && written.length > 1;
    tokens.push({
      text: quoted ? written.slice(1, -1).replace(/\\(.)/gs, '$1') : written,
      kind: quoted ? 'quoted' : /^[!=<>~(),"']/.test(written) ? 'sign' : 'word',
      from: match.index,
      to: match.index + written.length,
    });
  }
  return tokens;
}

function readCondition(clause: readonly Token[], jql: string, searchable: readonly SearchableProperty[]): JqlCondition {
  const [name, operator, ...rest] = clause;
  const part = name === undefined || name.kind === 'sign' ? undefined : searchablePart(name.text, searchable);
  if (name !== undefined && part !== undefined) {
    const asked = readPropertyTest([operator, ...rest].filter((token) => token !== undefined));
    if (asked === undefined) throw notModelled(clause, jql);
    return { name: name.text, part, ...asked };
  }
  if (name !== undefined && name.kind !== 'sign' && /^issue\.property\[/i.test(name.text))
    throw refused(propertyRefusalTable.unknownJqlField, name.text);
  const field = name?.kind === 'word' ? lookUp(fields, name.text) : undefined;
  const values = isSign(operator, '=') ? readValue(rest) : isWord(operator, 'in') ? readValues(rest) : undefined;
  if (field === undefined || values === undefined) throw notModelled(clause, jql);
  return { field, values };
}

const propertyOperators = ['=', '!=', '<', '<=', '>', '>='] as const;

/** What comes after the name of a property: an operator with a value, or `is EMPTY`. */
function readPropertyTest([operator, ...rest]: readonly Token[]):
  { operator: PropertyOperator; value?: string } | undefined {
  if (isWord(operator, 'is')) {
    const isNot = isWord(rest[0], 'not');
    const [empty, ...more] = isNot ? rest.slice(1) : rest;
    const isEmpty = isWord(empty, 'empty') || isWord(empty, 'null');
    return isEmpty && more.length === 0 ? { operator: isNot ? 'is not empty' : 'is empty' } : undefined;
  }
  const sign = propertyOperators.find((known) => isSign(operator, known));
  const [value, ...more] = rest;
  if (sign === undefined || value === undefined || value.kind === 'sign' || more.length > 0) return undefined;
  return { operator: sign, value: value.text };
}

/** @returns undefined when it is no single value */
function readValue(tokens: readonly Token[]): JqlValue[] | undefined {
  const [value, open, close, ...rest] = tokens;
  if (value === undefined || value.kind === 'sign' || rest.length > 0) return undefined;
  if (isSign(open, '(') && isSign(close, ')')) return value.kind === 'word' ? [{ function: value.text }] : undefined;
  // EMPTY, and NULL, which is the same, are no values but ask for issues without one.
  if (open !== undefined || isWord(value, 'empty') || isWord(value, 'null')) return undefined;
  return [{ text: value.text }];
}

/** `(a, b)`, or a function that stands for a list. */
function readValues(tokens: readonly Token[]): JqlValue[] | undefined {
  const last = tokens.at(-1);
  if (!isSign(tokens[0], '(')) return isSign(last, ')') ? readValue(tokens) : undefined;
  if (!isSign(last, ')')) return undefined;
  const values = splitAt(tokens.slice(1, -1), (token) => isSign(token, ',')).map(readValue);
  return values.every((value) => value !== undefined) ? values.flat() : undefined;
}

function readOrder(part: readonly Token[], jql: string): JqlOrder {
  const [name, direction, ...rest] = part;
  const field = name === undefined ? undefined : lookUp(orderFields, name.text);
  const descending = isWord(direction, 'desc');
  const isKnown = direction === undefined || descending || isWord(direction, 'asc');
  if (field === undefined || !isKnown || rest.length > 0) throw notModelled(part, jql, 'ORDER BY ');
  return { field, descending };
}

function notModelled(tokens: readonly Token[], jql: string, before = ''): NotModelled {
  const clause = jql.slice(tokens[0]?.from, tokens.at(-1)?.to);
  return new NotModelled(`the JQL '${before}${tokens.length === 0 ? '' : clause}'`);
}

function lookUp<Found extends string>(table: Record<string, Found>, name: string): Found | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(table, lower) ? table[lower] : undefined;
}

function splitAt(tokens: readonly Token[], isBorder: (token: Token) => boolean): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isBorder(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word;
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.text === sign;
}
