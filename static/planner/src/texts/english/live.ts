/** Other people on the same plan. */
export const live = {
  here: (names: readonly string[]): string => {
    const [first = '', second = ''] = names;
    if (names.length === 1) return `${first} is here`;
    if (names.length === 2) return `${first} and ${second} are here`;
    return `${first} and ${String(names.length - 1)} others are here`;
  },
  alsoPlanning: (names: string) => `Also planning this sprint: ${names}`,
};
