import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';

/** The query of a request. Lists may be repeated (`fields=a&fields=b`) or separated by commas. */
export interface Query {
  text(name: string): string | undefined;
  list(name: string): string[];
  /** @throws JiraRefusal 400 when it is there and not a whole number of at least `least` */
  wholeNumber(name: string, least: number): number | undefined;
}

export function readQuery(parameters: URLSearchParams): Query {
  const text = (name: string): string | undefined => parameters.get(name) ?? undefined;
  return {
    text,
    list: (name) =>
      parameters
        .getAll(name)
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    wholeNumber(name, least) {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
      if (!(number >= least)) throw refused(jiraRefusalTable.notAWholeNumber, name, least);
      return number;
    },
  };
}
