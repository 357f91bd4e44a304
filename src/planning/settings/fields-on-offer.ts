import { type Field, numberFields } from '../../jira/fields';

/** Of a field that was made to hold a confidence, in the languages of the teams that we know. */
const wholeWord = /(?<!\p{L})(confidence|confiance)(?!\p{L})/iu;
const anywhere = /confidence|confiance/i;

/** How likely a field holds confidences, by its name: 0 is likeliest, 2 is not at all. */
function unlikeliness({ name }: Field): 0 | 1 | 2 {
  return wholeWord.test(name) ? 0 : anywhere.test(name) ? 1 : 2;
}

/** The number fields that could hold a confidence, the likeliest first, then by name. */
export function fieldsOnOffer(fields: readonly Field[]): Pick<Field, 'id' | 'name'>[] {
  return numberFields(fields)
    .sort((one, other) => unlikeliness(one) - unlikeliness(other) || one.name.localeCompare(other.name, 'en'))
    .map(({ id, name }) => ({ id, name }));
}

/** The number field that was made to hold confidences, as far as its name says; null when none was. */
export function likelyField(fields: readonly Field[]): Pick<Field, 'id' | 'name'> | null {
  return fieldsOnOffer(fields.filter((field) => unlikeliness(field) < 2))[0] ?? null;
}
