/** Options of a choice that need nothing but a name and a sentence each. */
export function wordedOptions<const Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
  hints: Readonly<Record<Value, string>>,
): { value: Value; label: string; hint: string }[] {
  return values.map((value) => ({ value, label: labels[value], hint: hints[value] }));
}
