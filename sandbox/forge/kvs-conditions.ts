import * as z from 'zod';

const conditionSchema = z.object({
  property: z.string(),
  condition: z.enum([
    'BEGINS_WITH',
    'BETWEEN',
    'CONTAINS',
    'EQUAL_TO',
    'EXISTS',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
    'NOT_CONTAINS',
    'NOT_EQUAL_TO',
    'NOT_EXISTS',
  ]),
  values: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
});

/** `TransactionCondition` of @forge/kvs 1.6.5: all of `and`, or any of `or`. */
export const conditionsSchema = z
  .object({ and: z.array(conditionSchema).min(1).optional(), or: z.array(conditionSchema).min(1).optional() })
  .refine(({ and, or }) => (and === undefined) !== (or === undefined), {
    error: "Conditions are either 'and' or 'or'.",
  });

type Condition = z.output<typeof conditionSchema>;
export type Conditions = z.output<typeof conditionsSchema>;

/**
 * Whether a stored entity meets the conditions. Of an entity that is not there, as of an attribute that it lacks, only
 * NOT_EXISTS is true (for the attribute no source says so; it is the careful reading).
 * @param entity undefined when nothing is stored under the key
 */
export function meets(entity: unknown, { and, or }: Conditions): boolean {
  const holds = (condition: Condition): boolean => holdsFor(attribute(entity, condition.property), condition);
  return and === undefined ? (or ?? []).some(holds) : and.every(holds);
}

function attribute(entity: unknown, name: string): unknown {
  if (typeof entity !== 'object' || entity === null || !Object.hasOwn(entity, name)) return undefined;
  return new Map<string, unknown>(Object.entries(entity)).get(name);
}

function holdsFor(actual: unknown, { condition, values }: Condition): boolean {
  if (actual === undefined) return condition === 'NOT_EXISTS';
  const [wanted, upper] = values;
  switch (condition) {
    case 'EXISTS':
      return true;
    case 'NOT_EXISTS':
      return false;
    case 'EQUAL_TO':
      return actual === wanted;
    case 'NOT_EQUAL_TO':
      return actual !== wanted;
    case 'BEGINS_WITH':
      return typeof actual === 'string' && actual.startsWith(String(wanted));
    case 'CONTAINS':
      return contains(actual, wanted);
    case 'NOT_CONTAINS':
      return !contains(actual, wanted);
    case 'GREATER_THAN':
      return order(actual, wanted) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return order(actual, wanted) >= 0;
    case 'LESS_THAN':
      return order(actual, wanted) < 0;
    case 'LESS_THAN_EQUAL_TO':
      return order(actual, wanted) <= 0;
    case 'BETWEEN':
      return order(actual, wanted) >= 0 && order(actual, upper) <= 0;
  }
}

function contains(actual: unknown, wanted: unknown): boolean {
  return (
    (typeof actual === 'string' && actual.includes(String(wanted))) ||
    (Array.isArray(actual) && actual.includes(wanted))
  );
}

/** Below, at or above 0; NaN, which no comparison accepts, for values of different types. */
function order(actual: unknown, wanted: unknown): number {
  if (typeof actual === 'number' && typeof wanted === 'number') return actual - wanted;
  if (typeof actual === 'string' && typeof wanted === 'string') return actual < wanted ? -1 : actual > wanted ? 1 : 0;
  return Number.NaN;
}
