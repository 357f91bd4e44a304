import { english } from './texts/english';
import { french } from './texts/french';

/** The shape of a language: the keys of English, with any sentence in them. What French lacks, tsc tells. */
export type GlanceTexts = InAnyWords<typeof english>;

type InAnyWords<Part> = Part extends string
  ? string
  : Part extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof Part]: InAnyWords<Part[Key]> };

/** @param locale BCP 47, or with an underscore as Jira gives it; what is not French is English */
export function textsFor(locale: string): GlanceTexts {
  return /^fr(?![a-z])/i.test(locale) ? french : english;
}
