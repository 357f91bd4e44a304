/**
 * 'Germany (BY)' for 'DE-BY': the name of a country is known everywhere, those of its parts are not.
 *
 * @param tag BCP 47, one that the browser knows
 */
export function regionName(code: string, tag: string): string {
  const [country = '', ...parts] = code.split('-');
  const name = countryName(country, tag) ?? country;
  return parts.length === 0 ? name : `${name} (${parts.join('-')})`;
}

/** null where the browser has no name for it, or it is no country's code. */
export function countryName(code: string, tag: string): string | null {
  try {
    return new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' }).of(code) ?? null;
  } catch {
    return null;
  }
}
