import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useDeferredValue, useState } from 'react';

import { useShownValues } from './shown-values';

/** What is asked of a list that is too long to be sent at once. */
export interface ListWish {
  search: string;
  from: number;
  setSearch(search: string): void;
  setFrom(from: number): void;
  /** For the address: `from=50&search=login`. */
  query: string;
}

export function useListWish(): ListWish {
  const [{ search, from }, setWish] = useState({ search: '', from: 0 });
  const asked = useDeferredValue(search);
  return {
    search,
    from,
    setSearch: (text) => {
      setWish({ search: text, from: 0 });
    },
    setFrom: (place) => {
      setWish({ search, from: place });
    },
    query: new URLSearchParams({ from: String(from), search: asked }).toString(),
  };
}

interface ListToolsProps {
  label: string;
  wish: ListWish;
  page: { total: number; from: number; rows: readonly unknown[] } | undefined;
}

/** Search and paging of a long list. */
export function ListTools({ label, wish, page }: ListToolsProps) {
  const { number } = useShownValues();
  const { total, from, rows } = page ?? { total: 0, from: 0, rows: [] };
  const end = from + rows.length;
  return (
    <div className="inspector-tools">
      <div className="inspector-search">
        <Textfield
          aria-label={label}
          placeholder={label}
          isCompact
          type="search"
          value={wish.search}
          onChange={({ currentTarget }) => {
            wish.setSearch(currentTarget.value);
          }}
        />
      </div>
      <span role="status" className="inspector-range">
        {total === 0 ? 'Nothing' : `${number(from + 1)}–${number(end)} of ${number(total)}`}
      </span>
      <Button
        spacing="compact"
        isDisabled={from === 0}
        onClick={() => {
          wish.setFrom(Math.max(0, from - 50));
        }}
      >
        Previous
      </Button>
      <Button
        spacing="compact"
        isDisabled={end >= total}
        onClick={() => {
          wish.setFrom(end);
        }}
      >
        Next
      </Button>
    </div>
  );
}
