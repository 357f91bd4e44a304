import { useEffect } from 'react';

/** What the browser's tab says, in Jira's order: the page, the place, the product. */
export function usePageTitle(...parts: string[]): void {
  const title = [...parts, 'Jira sandbox'].filter((part) => part !== '').join(' - ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
