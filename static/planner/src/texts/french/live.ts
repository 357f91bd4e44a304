/** Other people on the same plan. */
export const live = {
  here: (names: readonly string[]): string => {
    const [first = '', second = ''] = names;
    if (names.length === 1) return `${first} est ici`;
    if (names.length === 2) return `${first} et ${second} sont ici`;
    return `${first} et ${String(names.length - 1)} autres personnes sont ici`;
  },
  alsoPlanning: (names: string) => `Planifient aussi ce sprint\u202f: ${names}`,
};
