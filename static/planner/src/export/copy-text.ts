/**
 * Puts a text on the clipboard: by the browser's own way, which Jira's frame may refuse, or else by the old one.
 *
 * @returns false when neither is allowed: then only the person can copy it
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyAsIfSelected(text);
  }
}

/**
 * Some browsers copy only what is selected, hence the field. What is selected may change under a closing menu, which takes
 * the focus back, hence the listener.
 */
function copyAsIfSelected(text: string): boolean {
  let copied = false;
  const give = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'copied-text';
  document.body.append(field);
  field.select();
  document.addEventListener('copy', give, { capture: true });
  try {
    return document.execCommand('copy') && copied;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', give, { capture: true });
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
