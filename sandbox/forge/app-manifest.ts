import { parse } from 'yaml';
import { z } from 'zod';
import type { ForgeApp, ForgeModule, ModuleStatus } from '../sandbox-types';

const text = z.union([z.string(), z.object({ i18n: z.string() }).transform(({ i18n }) => i18n)]);

/** As the page on `jira:issueContext` has it; of the three kinds of status only the lozenge is modelled. */
export const statusSchema = z.object({
  type: z.literal('lozenge', { error: 'of the statuses of a panel only the lozenge is modelled.' }),
  value: z.object({
    label: text,
    type: z.enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success']),
  }),
});

const moduleSchema = z.object({
  key: z.string(),
  title: text.default(''),
  viewportSize: z.string().optional(),
  resource: z.string().optional(),
  resolver: z.object({ function: z.string() }).optional(),
  render: z.literal('native').optional(),
  label: text.optional(),
  status: z.unknown().optional(),
  dynamicProperties: z.object({ function: z.string() }).optional(),
});

const manifestSchema = z.object({
  app: z.object({
    id: z.string(),
    storage: z
      .object({
        entities: z
          .array(
            z.object({
              name: z.string(),
              attributes: z.record(z.string(), z.object({ type: z.string() })),
              indexes: z
                .array(z.union([z.string(), z.object({ name: z.string() }).transform((index) => index.name)]))
                .default([]),
            }),
          )
          .default([]),
      })
      .optional(),
  }),
  modules: z.record(z.string(), z.array(z.unknown())),
  resources: z.array(z.object({ key: z.string(), path: z.string() })).default([]),
  permissions: z
    .looseObject({
      scopes: z
        .union([z.array(z.string()), z.record(z.string(), z.unknown()).transform((scopes) => Object.keys(scopes))])
        .default([]),
    })
    .default({ scopes: [] }),
});

const entityPropertiesSchema = z.array(
  z.object({
    entityType: z.string(),
    propertyKey: z.string(),
    values: z.array(
      z.object({
        path: z.string(),
        type: z.enum(['number', 'string', 'text', 'user', 'date']),
        searchAlias: z.exactOptional(z.string()),
      }),
    ),
  }),
);

const functionsSchema = z.array(z.object({ key: z.string(), handler: z.string() }));

/**
 * Reads what the sandbox needs of an app's manifest.yml. Every module that shows a resource becomes a `ForgeModule`;
 * Forge's own check of the manifest is `@forge/manifest`'s, not this one.
 * @throws Error with the place and the reason when the manifest lacks something that the sandbox must have.
 */
export function readApp(manifestYaml: string): ForgeApp {
  const parsed = manifestSchema.safeParse(parse(manifestYaml));
  if (!parsed.success) {
    throw new Error(`manifest.yml cannot be used: ${z.prettifyError(parsed.error)}`);
  }
  const manifest = parsed.data;
  const paths = new Map(manifest.resources.map((resource) => [resource.key, resource.path]));
  const functions = functionsSchema.parse(manifest.modules['function'] ?? []);
  return {
    id: manifest.app.id,
    scopes: manifest.permissions.scopes,
    modules: Object.entries(manifest.modules).flatMap(([type, entries]) =>
      type === 'function' ? [] : entries.flatMap((entry) => readModule(type, entry, paths)),
    ),
    functions: Object.fromEntries(functions.map((entry) => [entry.key, entry.handler])),
    entities: Object.fromEntries(
      (manifest.app.storage?.entities ?? []).map((entity) => [
        entity.name,
        {
          attributes: Object.fromEntries(Object.entries(entity.attributes).map(([name, { type }]) => [name, type])),
          indexes: entity.indexes,
        },
      ]),
    ),
    permissions: manifest.permissions,
    searchable: entityPropertiesSchema
      .parse(manifest.modules['jira:entityProperty'] ?? [])
      .filter(({ entityType }) => entityType === 'issue')
      .flatMap(({ propertyKey, values }) => values.map((value) => ({ propertyKey, ...value }))),
  };
}

function readModule(type: string, entry: unknown, paths: ReadonlyMap<string, string>): ForgeModule[] {
  const parsed = moduleSchema.safeParse(entry);
  if (!parsed.success || parsed.data.resource === undefined) return [];
  const { key, title, viewportSize, resource, resolver, render, label, status, dynamicProperties } = parsed.data;
  const resourcePath = paths.get(resource);
  if (resourcePath === undefined) {
    throw new Error(`manifest.yml: the module '${key}' names the resource '${resource}', which is not declared.`);
  }
  return [
    {
      type,
      key,
      title,
      viewportSize,
      resourceKey: resource,
      resourcePath,
      functionKey: resolver?.function,
      render,
      label,
      status: status === undefined ? undefined : readStatus(key, status),
      propertiesFunctionKey: dynamicProperties?.function,
    },
  ];
}

function readStatus(key: string, status: unknown): ModuleStatus {
  const parsed = statusSchema.safeParse(status);
  if (parsed.success) return parsed.data;
  throw new Error(`manifest.yml: the module '${key}' cannot be used: ${parsed.error.issues[0]?.message ?? ''}`);
}
