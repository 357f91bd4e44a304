/**
 * What a spreadsheet would take for a formula, behind whatever it skips at the front (OWASP, "CSV injection"), and the wide
 * forms that some fold into these signs. Apostrophes before it are counted too, so that the guard can be taken off again.
 */
const signs = String.raw`[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]`;
const formula = new RegExp(`^'*${signs}`, 'u');
const guarded = new RegExp(`^'+${signs}`, 'u');

/** A cell that no spreadsheet works out: an apostrophe stands before it where it must. */
export function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that `guardFormula` was given. */
export function unguardFormula(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
