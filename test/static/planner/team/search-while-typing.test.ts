import { searchWhileTyping } from '../../../../static/planner/src/team/search-while-typing';

describe('Looking for people while a name is typed', () => {
  it('asks once, for what was typed last', async () => {
    const asked: string[] = [];
    const search = searchWhileTyping((query) => {
      asked.push(query);
      return Promise.resolve([query]);
    }, 0);
    expect(await Promise.all([search('a'), search('ad'), search('ada')])).toEqual([[], [], ['ada']]);
    expect(asked).toEqual(['ada']);
  });

  it('asks at once before anything is typed', async () => {
    const search = searchWhileTyping((query) => Promise.resolve([query]), 1_000_000);
    expect(await search('')).toEqual(['']);
  });
});
