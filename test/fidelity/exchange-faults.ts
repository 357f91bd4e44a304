import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { JiraAnswer, JiraRequest } from '../../sandbox/sandbox-types';
import { schemaOfAnswer, schemaOfBody } from './answer-schema';
import { type DescribedOperation, describedOperations, findDescribed } from './description';

/** A request to Jira and its answer. */
export interface Exchange {
  request: JiraRequest;
  answer: JiraAnswer;
}

/** Where an exchange leaves Atlassian's description. */
export interface Fault {
  /** `GET /rest/agile/1.0/board/{boardId}`, as the description writes it; the plain path when there is no such operation. */
  operation: string;
  kind:
    | 'operation'
    | 'parameter'
    | 'missing parameter'
    | 'parameter value'
    | 'body'
    | 'status'
    | 'field'
    | 'missing field'
    | 'value';
  /** The field or parameter with the way to it, `*` for each place in a list: `values.*.location.id`. */
  at: string;
  /** What was found there. */
  found: string;
}

/** As the description defines it for all of the platform: what every refusal of Jira is. */
const refusalSchema = (() => {
  let schema: object | undefined;
  return (): object => {
    const permissions = describedOperations().find(({ operationId }) => operationId === 'getMyPermissions');
    schema ??= permissions?.responses['400']?.schema;
    if (schema === undefined) throw new Error('The description has no ErrorCollection any more.');
    return schema;
  };
})();

/**
 * Formats are notes for readers here: Jira writes dates without a colon and links that are not whole. Only an object's own
 * fields count: Jira calls one `toString`, which every object has.
 */
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, ownProperties: true });
const validators = new Map<string, ValidateFunction>();

function validator(name: string, schema: () => object): ValidateFunction {
  const validate = validators.get(name) ?? ajv.compile(schema());
  validators.set(name, validate);
  return validate;
}

/** Everything in an exchange that Atlassian's description does not have: in the request, and in the answer to it. */
export function faultsOf(exchange: Exchange): Fault[] {
  return [...requestFaults(exchange.request), ...answerFaults(exchange)];
}

export function requestFaults({ method, path, body }: JiraRequest): Fault[] {
  const url = new URL(path, 'https://jira.invalid');
  const found = findDescribed(method, url.pathname);
  if (found === undefined) return [{ operation: `${method} ${url.pathname}`, kind: 'operation', at: '', found: path }];
  const { operation, named } = found;
  const fault = faultIn(operation);
  const parameters = operation.parameters.filter(({ in: place }) => place !== 'header');
  const given = new Map<string, string[]>([
    ...[...url.searchParams.keys()].map((name): [string, string[]] => [`query ${name}`, url.searchParams.getAll(name)]),
    ...Object.entries(named).map(([name, value]): [string, string[]] => [`path ${name}`, [value]]),
  ]);
  const known = new Map<string, (typeof parameters)[number]>(
    parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]),
  );
  return [
    ...[...given].flatMap(([name, values]): Fault[] => {
      const parameter = known.get(name);
      if (parameter === undefined) return [fault('parameter', name, values.join())];
      return values.flatMap((value) => (fits(value, parameter.schema) ? [] : [fault('parameter value', name, value)]));
    }),
    ...[...known].flatMap(([name, { required }]) =>
      required && !given.has(name) ? [fault('missing parameter', name, path)] : [],
    ),
    ...bodyFaults(operation, body),
  ];
}

/** Whether a text is of the type that the description gives a parameter. Some of its types are empty objects: any text. */
function fits(value: string, schema: Record<string, unknown>): boolean {
  switch (schema['type']) {
    case 'integer':
      return /^-?\d+$/.test(value);
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'array': {
      const items = schema['items'];
      return typeof items === 'object' && items !== null && value.split(',').every((item) => fits(item, { ...items }));
    }
    default:
      return !Array.isArray(schema['enum']) || schema['enum'].includes(value);
  }
}

function bodyFaults(operation: DescribedOperation, body: string | undefined): Fault[] {
  const fault = faultIn(operation);
  if (operation.requestBody === undefined) return body === undefined ? [] : [fault('body', '', body)];
  if (body === undefined) return operation.requestBody.required ? [fault('body', '', 'none')] : [];
  const { schema = {} } = operation.requestBody;
  const validate = validator(`body ${nameOf(operation)}`, () => schemaOfBody(schema));
  return validate(JSON.parse(body)) ? [] : schemaFaults(operation, validate.errors);
}

export function answerFaults({ request, answer }: Exchange): Fault[] {
  const found = findDescribed(request.method, new URL(request.path, 'https://jira.invalid').pathname);
  if (found === undefined) return [];
  const { operation } = found;
  const fault = faultIn(operation);
  const described = operation.responses[String(answer.status)];
  if (described === undefined) return [fault('status', String(answer.status), JSON.stringify(answer.body))];
  const isRefusal = answer.status >= 400;
  const schema = schemaOfAnswer(described) ?? (isRefusal ? refusalSchema() : undefined);
  if (schema === undefined || isEmpty(schema)) {
    return answer.body === undefined ? [] : [fault('value', '', JSON.stringify(answer.body))];
  }
  const validate = validator(`${String(answer.status)} ${nameOf(operation)}`, () => schema);
  return validate(answer.body) ? [] : schemaFaults(operation, validate.errors);
}

/** `{}` is how the description says that there is no body. */
function isEmpty(schema: object): boolean {
  return Object.keys(schema).length === 0;
}

function schemaFaults(operation: DescribedOperation, errors: readonly ErrorObject[] | null | undefined): Fault[] {
  const fault = faultIn(operation);
  return (errors ?? []).map(({ keyword, instancePath, params, message = '' }) => {
    const way = instancePath
      .split('/')
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? '*' : part));
    if (keyword === 'additionalProperties')
      return fault('field', [...way, params['additionalProperty']].join('.'), 'not described');
    if (keyword === 'required') return fault('missing field', [...way, params['missingProperty']].join('.'), 'missing');
    return fault('value', way.join('.'), message);
  });
}

function faultIn(operation: DescribedOperation) {
  return (kind: Fault['kind'], at: string, found: string): Fault => ({
    operation: nameOf(operation),
    kind,
    at,
    found,
  });
}

export function nameOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${path}`;
}
