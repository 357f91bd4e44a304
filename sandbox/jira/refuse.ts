import { type Refusal, wordsOf } from '../receipts';
import { JiraRefusal } from './refusal';

export { wordsOf };

/** A refusal of the whole request, in `errorMessages`. */
export function refused(refusal: Refusal, ...parts: readonly (string | number)[]): JiraRefusal {
  return new JiraRefusal(refusal.status, [wordsOf(refusal, ...parts)]);
}

/** One field that is refused, with what varies in the words. */
type RefusedField = readonly [field: string, refusal: Refusal, ...parts: (string | number)[]];

/** A refusal of several fields, each in `errors` under its name; the status is the first one's. */
export function refusedFields(first: RefusedField, ...others: readonly RefusedField[]): JiraRefusal {
  const errors = [first, ...others].map(([field, refusal, ...parts]) => [field, wordsOf(refusal, ...parts)] as const);
  return new JiraRefusal(first[1].status, [], Object.fromEntries(errors));
}

/** A refusal of one field, in `errors` under its name. */
export function refusedField(field: string, refusal: Refusal, ...parts: readonly (string | number)[]): JiraRefusal {
  return refusedFields([field, refusal, ...parts]);
}
