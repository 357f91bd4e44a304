import type { Choice } from '../menu/choice-menu';

/** A handful of the locales that Forge knows: both sides of the comma, another script, another calendar habit. */
const locales = ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'sv-SE', 'ja-JP'];

/** The languages to choose from, each in its own words. */
export function siteLocales(current: string): Choice[] {
  const offered = locales.includes(current) ? locales : [...locales, current];
  return offered.map((id) => ({
    id,
    text: new Intl.DisplayNames([id], { type: 'language', languageDisplay: 'standard' }).of(id) ?? id,
    detail: id,
  }));
}
