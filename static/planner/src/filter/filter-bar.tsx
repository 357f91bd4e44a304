import './filter-bar.css';

import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItemCheckbox, DropdownItemCheckboxGroup } from '@atlaskit/dropdown-menu';
import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import { type ReactElement, type ReactNode, useMemo } from 'react';

import type { PlannerItem } from '../../../../src/contract';
import { Assignee } from '../list/assignee';
import { ChevronButton } from '../chevron-button';
import { type Filter, isFiltering, lowConfidencePercent, noFilter, none } from './filter';
import { type FilterChoice, filterChoices } from './filter-choices';
import { focusList } from '../list/use-kept-focus';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

/** The id of the search field, for the key that goes there. */
export const searchFieldId = 'planner-search';

interface FilterBarProps {
  /** All issues, of the plan and of the backlog. */
  items: readonly PlannerItem[];
  filter: Filter;
  /** How many of them the filter lets through. */
  shown: number;
  onChange: (filter: Filter) => void;
  /** At the right end. */
  children?: ReactNode;
}

/** Finds issues in a long list. What it hides still counts in every sum, and it says so. */
export function FilterBar({ items, filter, shown, onChange, children }: FilterBarProps): ReactElement {
  const numbers = useNumbers();
  const choices = useMemo(() => filterChoices(items), [items]);
  const filtering = isFiltering(filter);
  return (
    <div className="filter-bar" role="search" aria-label={texts.finding.filterLabel}>
      <div className="filter-search">
        <Textfield
          id={searchFieldId}
          type="search"
          isCompact
          aria-label={texts.finding.search}
          aria-keyshortcuts="/"
          placeholder={texts.finding.search}
          value={filter.text}
          autoComplete="off"
          spellCheck={false}
          elemBeforeInput={
            <span className="filter-icon">
              <SearchIcon label="" color="var(--ds-icon-subtle)" size="small" />
            </span>
          }
          testId="filter-search"
          onChange={(event) => {
            onChange({ ...filter, text: event.currentTarget.value });
          }}
          onKeyDown={(event) => {
            // Letters and digits are the page's shortcuts, but here they are what is searched for.
            event.stopPropagation();
            if (event.key !== 'Escape') return;
            event.preventDefault();
            if (filter.text === '') focusList();
            else onChange({ ...filter, text: '' });
          }}
        />
      </div>
      <Choices
        label={texts.finding.assignee}
        withoutAny={texts.unassigned}
        choices={choices.assignees}
        chosen={filter.assignees}
        mark={({ id, name }) => <Assignee assignee={id === none ? null : { accountId: id, name }} />}
        testId="filter-assignee"
        onChange={(assignees) => {
          onChange({ ...filter, assignees });
        }}
      />
      <Choices
        label={texts.finding.epic}
        withoutAny={texts.finding.noEpic}
        choices={choices.epics}
        chosen={filter.epics}
        testId="filter-epic"
        onChange={(epics) => {
          onChange({ ...filter, epics });
        }}
      />
      <Toggle
        label={texts.finding.noEstimate}
        count={choices.unestimated}
        on={filter.unestimated}
        testId="filter-unestimated"
        onToggle={() => {
          onChange({ ...filter, unestimated: !filter.unestimated });
        }}
      />
      <Toggle
        label={texts.finding.lowConfidence}
        hint={texts.finding.lowConfidenceHint(numbers.percent(lowConfidencePercent / 100))}
        count={choices.lowConfidence}
        on={filter.lowConfidence}
        testId="filter-low-confidence"
        onToggle={() => {
          onChange({ ...filter, lowConfidence: !filter.lowConfidence });
        }}
      />
      {filtering ? (
        <Button
          appearance="subtle"
          aria-label={texts.finding.clearFilter}
          testId="filter-clear"
          onClick={() => {
            onChange(noFilter);
          }}
        >
          {texts.finding.clear}
        </Button>
      ) : null}
      <span className="filter-shown" aria-live="polite" data-testid="filter-shown">
        {filtering ? (
          <>
            {texts.finding.showing(shown, items.length)}
            {'\u00a0· '}
            <span className="filter-sums">{texts.finding.sumsOfAll}</span>
          </>
        ) : null}
      </span>
      <div className="filter-end">{children}</div>
    </div>
  );
}

interface ChoicesProps {
  label: string;
  /** The name of the choice `none`. */
  withoutAny: string;
  choices: readonly FilterChoice[];
  chosen: readonly string[];
  /** What stands before the name. */
  mark?: (choice: FilterChoice) => ReactElement;
  testId: string;
  onChange: (chosen: readonly string[]) => void;
}

function Choices({ label, withoutAny, choices, chosen, mark, testId, onChange }: ChoicesProps): ReactElement {
  const count = chosen.length;
  return (
    <DropdownMenu<HTMLButtonElement>
      label={label}
      spacing="compact"
      shouldRenderToParent={false}
      testId={testId}
      trigger={(trigger) => (
        <ChevronButton
          trigger={trigger}
          inForce={count > 0}
          label={count === 0 ? label : texts.finding.chosen(label, count)}
        >
          {label}
          {count === 0 ? null : <span className="filter-count filter-count-chosen"> {count}</span>}
        </ChevronButton>
      )}
    >
      <DropdownItemCheckboxGroup id={testId} title={label}>
        {choices.map((choice) => (
          <DropdownItemCheckbox
            key={choice.id}
            id={`${testId}-${choice.id}`}
            isSelected={chosen.includes(choice.id)}
            onClick={() => {
              onChange(chosen.includes(choice.id) ? chosen.filter((id) => id !== choice.id) : [...chosen, choice.id]);
            }}
          >
            <span className="filter-choice">
              {mark === undefined ? null : (
                <span className="filter-choice-mark" aria-hidden="true">
                  {mark(choice)}
                </span>
              )}
              <bdi>{choice.id === none ? withoutAny : choice.name}</bdi>
              <span className="filter-choice-count">{choice.count}</span>
            </span>
          </DropdownItemCheckbox>
        ))}
      </DropdownItemCheckboxGroup>
    </DropdownMenu>
  );
}

interface ToggleProps {
  label: string;
  hint?: string;
  count: number;
  on: boolean;
  testId: string;
  onToggle: () => void;
}

function Toggle({ label, hint, count, on, testId, onToggle }: ToggleProps): ReactElement {
  return (
    <Button
      isSelected={on}
      aria-pressed={on}
      aria-label={texts.finding.countOf(label, count)}
      title={hint}
      testId={testId}
      onClick={onToggle}
    >
      {label} <span className="filter-count">{count}</span>
    </Button>
  );
}
