/**
 * Opens the browser's print dialog.
 *
 * @returns false when the browser did not even begin, because the page around this one does not let it
 */
export function printPage(): boolean {
  let begun = false;
  const begin = (): void => {
    begun = true;
  };
  window.addEventListener('beforeprint', begin);
  window.print();
  window.removeEventListener('beforeprint', begin);
  return begun;
}
