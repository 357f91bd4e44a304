import { fieldsOnOffer, likelyField } from '../../../src/planning/settings/fields-on-offer';

const number = (id: string, name: string) => ({ id, name, type: 'number', custom: 'float' });
const names = (fields: readonly { name: string }[]): string[] => fields.map(({ name }) => name);

const points = number('customfield_1', 'Story Points');
const level = number('customfield_2', 'Confidence level');
const overconfidence = number('customfield_3', 'Overconfidence');
const budget = number('customfield_4', 'Budget');
const words = { id: 'customfield_5', name: 'Confidence', type: 'string', custom: 'textfield' };
const spent = { id: 'timespent', name: 'Confidence in time', type: 'number', custom: null };

describe('the fields that could hold a confidence', () => {
  it('are the custom number fields, those that are called so first', () => {
    expect(names(fieldsOnOffer([points, overconfidence, words, spent, level, budget]))).toEqual([
      'Confidence level',
      'Overconfidence',
      'Budget',
      'Story Points',
    ]);
  });

  it.each(['Confidence', 'CONFIDENCE (%)', 'Indice de confiance', 'confidence_pct', 'Team confidence'])(
    'are guessed by a name such as %s',
    (name) => {
      expect(likelyField([points, number('customfield_9', name)])).toEqual({ id: 'customfield_9', name });
    },
  );

  it('are not guessed where none is called so', () => {
    expect(likelyField([points, budget, words])).toBeNull();
    expect(likelyField([])).toBeNull();
  });
});
